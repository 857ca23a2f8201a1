/**
 * Makes the table of options in docs/guide/deploy.md out of the options of `tarmaq serve`: `npm run docs:options`. A test
 * says whether the page has the table that this makes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, type Option } from "commander";
import { format } from "prettier";
import { variableOf } from "../../src/cli/environment.ts";
import { command } from "../../src/cli/serve.ts";

export const PAGE = join(import.meta.dirname, "../../docs/guide/deploy.md");

/** The options of `tarmaq serve`, as they are where the environment says nothing. */
export function optionsOfServe(): readonly Option[] {
  const serve = new Command("serve");
  const io = { stdout: process.stdout, stderr: process.stderr, env: {}, cwd: ".", now: () => 0 };
  command.configure(serve, io, () => undefined);
  return serve.options;
}

const [BEGIN, END] = ["<!-- options: npm run docs:options -->", "<!-- /options -->"];

/** The page with the table of these options in place of its own. */
export async function pageWith(options: readonly Option[], page: string): Promise<string> {
  const [before = "", rest = ""] = page.split(BEGIN);
  const [, after = ""] = rest.split(END);
  const table = [
    "| Option | Variable | Default | What it says |",
    "| --- | --- | --- | --- |",
    ...options.map(row),
  ];
  return format([before, BEGIN, "\n\n", table.join("\n"), "\n\n", END, after].join(""), {
    parser: "markdown",
    printWidth: 120,
    proseWrap: "preserve",
  });
}

function row(option: Option): string {
  const value = option.negate ? "" : option.isBoolean() ? "" : String(option.defaultValue ?? "");
  const says = option.description.replaceAll("|", "\\|").replaceAll("<", "\\<");
  return `| \`${option.flags}\` | \`${variableOf(option)}\` | ${value === "" ? "" : `\`${value}\``} | ${says} |`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(PAGE, await pageWith(optionsOfServe(), readFileSync(PAGE, "utf8")));
