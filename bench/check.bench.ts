/**
 * Verdicts a second, beside json-rules-engine and ZEN (`check-rates.ts`), as they run once built: tsx would slow down our
 * code, and only ours, with a name put on every function. `npx tsx bench/check.bench.ts`
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const outfile = join(root, "out/check-rates.mjs");
await build({
  entryPoints: [join(root, "bench/check-rates.ts")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["@gorules/zen-engine"],
  banner: {
    js: 'import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);',
  },
  logLevel: "warning",
});
execFileSync(process.execPath, [outfile], { stdio: "inherit" });
