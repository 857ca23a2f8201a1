import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const documents = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((name) => name !== "" && !name.startsWith("tests/fixtures/") && existsSync(join(root, name)));

const TOP = ["bench", "corpus", "docs", "rules", "schemas", "src", "tests", ".ci"];
/** `src/cli/main.ts`, `docs/decisions/`: a path of this repository in code quotes; patterns with `<`, `*` or `…` are not. */
const PATH = new RegExp(`\`((?:${TOP.join("|").replace(".", "\\.")})/[^\`\\s<>*…{}]*)\``, "gu");
const LINK = /\]\(([^)#:\s]+)(?:#[^)]*)?\)/gu;
const BLOCK = /^```ts\n([\s\S]*?)^```/gmu;

const scratch = mkdtempSync(join(root, "tests/.documents-"));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

describe.each(documents)("%s", (name) => {
  const text = readFileSync(join(root, name), "utf8");

  it("names only paths that exist", () => {
    const quoted = [...text.matchAll(PATH)].map((match) => join(root, match[1]!));
    const linked = [...text.matchAll(LINK)].map((match) => join(root, dirname(name), match[1]!));
    const missing = [...quoted, ...linked].filter((path) => !existsSync(path.replace(/[:#]\d+$/u, "")));
    expect(missing).toEqual([]);
  });

  it("has ts blocks that compile", () => {
    const files = [...text.matchAll(BLOCK)].map((match, index) => {
      const file = join(scratch, `${name.replaceAll("/", "_")}-${index}.ts`);
      writeFileSync(file, `${match[1]!}\nexport {};\n`.replaceAll('"tarmaq"', '"../../src/index.ts"'));
      return file;
    });
    if (files.length === 0) {
      expect(text).not.toContain("```ts\n");
      return;
    }
    const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
    const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
    const program = ts.createProgram(files, { ...parsed.options, noEmit: true, noUnusedLocals: false });
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
    expect(faults).toEqual([]);
  });
});

it("finds documents", () => {
  expect(documents.length).toBeGreaterThan(0);
});
