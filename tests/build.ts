import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** Builds `dist/` once before the tests, so that journeys run what `npx tarmaq` runs, and never a stale build. */
export function setup(): void {
  execFileSync(process.execPath, ["build.mjs"], {
    cwd: resolve(import.meta.dirname, ".."),
    stdio: "inherit",
  });
}
