import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { prepareBrowser } from "./browser.ts";

/** Builds `dist/` once before the tests, so that journeys run what `npx tarmaq` runs, and never a stale build; and has a browser ready. */
export function setup(): void {
  prepareBrowser();
  const root = resolve(import.meta.dirname, "..");
  try {
    execFileSync(process.execPath, ["build.mjs", "--keep"], { cwd: root, stdio: "inherit" });
  } catch (error) {
    if (process.env["CI"] !== undefined) throw error;
    // At the desk, tests of one room may run while another room is being written; journeys then run the last build.
    console.error("dist/ could not be built: journeys run what was built before");
  }
}
