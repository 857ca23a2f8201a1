// Builds what `npx tarmaq` runs: one small entry and a chunk a command, so that `--help` loads no parser and no database;
// and the one script and style sheet of the workbench's pages.
import { build } from "esbuild";
import { precompiledValidators } from "./build-validators.mjs";
import { copyFileSync, existsSync, rmSync } from "node:fs";

// The tests build into a folder that a command may be running from: they keep what is there.
if (!process.argv.includes("--keep")) rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: { tarmaq: "src/cli/main.ts", index: "src/index.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["@duckdb/node-api"],
  banner: {
    js: 'import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);',
  },
  sourcemap: "linked",
  plugins: [precompiledValidators],
  logLevel: "warning",
});
if (existsSync("src/web/browser.ts")) {
  await build({
    entryPoints: ["src/web/browser.ts"],
    outfile: "dist/web/browser.js",
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2020",
    logLevel: "warning",
  });
  copyFileSync("src/web/workbench.css", "dist/web/workbench.css");
}
