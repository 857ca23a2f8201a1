// Opens the form of every service in the renderers that integrators use, answers it as a person would, and holds what they give
// against the same answers given plainly. The renderers are installed into a folder of their own: it takes npm and its registry.
// `npm run forms:renderers -- [part of a service's id] [--pictures folder]`
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import type { FormSchema } from "../../../src/form/form-parts.ts";
import { openLibrary } from "../../../src/library/open-library.ts";
import { servicesOf } from "../../../src/library/services.ts";
import { startBrowser } from "../../browser.ts";
import { serve, type Site } from "./site.ts";
import { answersTo } from "./answers.ts";
import { tryForm, tryHtml, type Tried } from "./trying.ts";
import { DRIVERS } from "./page-drivers.ts";

const PACKAGES = [
  "react@18.3.1",
  "react-dom@18.3.1",
  "@rjsf/core@5.24.13",
  "@rjsf/utils@5.24.13",
  "@rjsf/validator-ajv8@5.24.13",
  "@jsonforms/core@3.8.0",
  "@jsonforms/react@3.8.0",
  "@jsonforms/vanilla-renderers@3.8.0",
  "@json-editor/json-editor@2.17.2",
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: "string" }, installed: { type: "string" }, language: { type: "string" } },
});

async function installed(): Promise<string> {
  const folder = values.installed ?? mkdtempSync(join(tmpdir(), "tarmaq-renderers-"));
  if (!existsSync(join(folder, "node_modules"))) {
    writeFileSync(join(folder, "package.json"), '{"private":true,"type":"module"}');
    const install = ["i", "--no-audit", "--no-fund", "--silent", "--ignore-scripts", ...PACKAGES];
    execFileSync("npm", install, { cwd: folder, stdio: "inherit" });
  }
  const pages = ["rjsf", "json-forms", "json-editor"];
  for (const page of pages)
    copyFileSync(join(import.meta.dirname, `pages/${page}.mjs`), join(folder, `${page}.mjs`));
  await build({
    entryPoints: pages.map((page) => join(folder, `${page}.mjs`)),
    outdir: join(folder, "out"),
    bundle: true,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    logLevel: "error",
  });
  return join(folder, "out");
}

const bundles = await installed();
const library = openLibrary({ law: "beneath" });
const site: Site = await serve(library, bundles);
const browser: Browser = await startBrowser();
const language = values.language ?? "ru";
if (values.pictures !== undefined) mkdirSync(values.pictures, { recursive: true });

console.log("service                   | renderer    | shown    | preselected | papers | status | verdict");
const rows: string[][] = [];
let faults = 0;
const wanted = servicesOf(library.volumes).filter(({ id }) => id.includes(positionals[0] ?? ""));
for (const { id } of wanted) {
  // A day on which it was surely in force.
  const isRepealed = library.versionsOf(id).some(({ book }) => book.inForce?.repealed !== undefined);
  const at = isRepealed ? "2020-01-15" : "2026-11-30";
  const form = (await site.form(id, { language, renderer: "json-schema", at })) as FormSchema;
  const trial = {
    browser,
    site,
    id,
    at,
    language,
    form,
    answers: answersTo(form),
    pictures: values.pictures,
  };
  const tried: Tried[] = [];
  for (const driver of DRIVERS) tried.push(await tryForm(trial, driver));
  tried.push(await tryHtml(trial));
  const all = Object.keys(form.properties.facts.properties).length + 1;
  for (const one of tried) {
    const isWell = one.fault === undefined && one.preselected === 0 && one.status === 200 && one.isSame;
    if (!isWell) faults += 1;
    rows.push([
      id.padEnd(25),
      one.by.padEnd(11),
      `${one.shown} of ${all}`.padEnd(8),
      String(one.preselected).padEnd(11),
      String(one.papers).padEnd(6),
      String(one.status).padEnd(6),
      `${one.isSame ? "same" : "OTHER"}: ${one.verdict}`,
      one.fault ?? "",
    ]);
    console.log(rows.at(-1)?.join(" | "));
  }
}
await browser.close();
await site.close();
console.log(`\n${rows.length} forms, ${faults} at fault`);
process.exitCode = faults === 0 ? 0 : 1;
