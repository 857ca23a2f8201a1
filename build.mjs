// Builds what `npx tarmaq` runs and what others import: one small entry and a chunk a command, so that `--help` loads no
// parser and no database; the package's entries with their types; the one script and style sheet of the workbench's pages;
// and the notices of all that is bundled.
import { build } from "esbuild";
import { thirdPartyNotices } from "./build-notices.mjs";
import { writeTypes } from "./build-types.mjs";
import { precompiledValidators } from "./build-validators.mjs";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What `exports` in package.json leads to. */
const PUBLIC = {
  index: "src/index.ts",
  calendar: "src/package/calendar.ts",
  read: "src/package/read.ts",
  check: "src/package/check.ts",
  audit: "src/package/audit.ts",
};

// The tests build into a folder that a command may be running from: they keep what is there.
const keep = process.argv.includes("--keep");
// A package goes without source maps: nothing is to point to them.
const packing = ["pack", "publish"].includes(process.env.npm_command ?? "");

if (!keep) rmSync("dist", { recursive: true, force: true });
const program = await build({
  entryPoints: {
    tarmaq: "src/cli/main.ts",
    "workbench-thread": "src/server/workbench/workbench-thread.ts",
    "pdf-thread": "src/ingest/pdf/pdf-thread.ts",
    ...PUBLIC,
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["@duckdb/node-api", "node-sqlite3-wasm"],
  banner: {
    js: 'import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);',
  },
  sourcemap: packing ? false : "linked",
  legalComments: "eof",
  metafile: true,
  plugins: [precompiledValidators],
  logLevel: "warning",
});
const pages = await build({
  entryPoints: ["src/web/browser.ts"],
  outfile: "dist/web/browser.js",
  bundle: true,
  minify: true,
  format: "iife",
  platform: "browser",
  target: "es2020",
  legalComments: "eof",
  metafile: true,
  logLevel: "warning",
});
for (const sheet of ["workbench.css", "apply/apply.css"])
  writeFileSync(
    join("dist/web", basename(sheet)),
    ["tokens.css", sheet].map((one) => readFileSync(join("src/web", one), "utf8")).join("\n"),
  );
writeFileSync("dist/THIRD-PARTY-NOTICES.txt", thirdPartyNotices([program.metafile, pages.metafile]));
if (!keep) writeTypes(Object.values(PUBLIC), "dist/types");
