import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Folders that hold nobody's documents: what is built or installed, and texts that tests read. */
const PASSED_BY = ["node_modules", "dist", "out", "coverage", "reports", "tests/fixtures"];

/** All documents, found without asking git: a machine that has only Node has none. */
function documentsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name.startsWith(".") || PASSED_BY.includes(name) ? [] : documentsIn(name);
    return name.endsWith(".md") ? [name] : [];
  });
}
const documents = documentsIn("");

const TOP = ["bench", "corpus", "docs", "rules", "schemas", "src", "tests", ".ci"];
/** `src/cli/main.ts`, `docs/decisions/`: a path of this repository in code quotes; patterns with `<`, `*` or `…` are not. */
const PATH = new RegExp(`\`((?:${TOP.join("|").replace(".", "\\.")})/[^\`\\s<>*…{}]*)\``, "gu");
const LINK = /\]\(([^)#:\s]+)(?:#[^)]*)?\)/gu;
const BLOCK = /^```ts\n([\s\S]*?)^```/gmu;

const scratch = mkdtempSync(join(root, "tests/.documents-"));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** The `ts` blocks of each document, as files of their own. */
const blocks = new Map(
  documents.map((name) => {
    const text = readFileSync(join(root, name), "utf8");
    const files = [...text.matchAll(BLOCK)].map((match, index) => {
      const file = join(scratch, `${name.replaceAll("/", "_")}-${index}.ts`);
      writeFileSync(file, `${match[1]!}\nexport {};\n`.replaceAll('"tarmaq"', '"../../src/index.ts"'));
      return file;
    });
    return [name, files];
  }),
);

/** One program over the blocks of all documents: types of libraries are read once. */
function compiled(): ts.Program {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  return ts.createProgram([...blocks.values()].flat(), {
    ...parsed.options,
    noEmit: true,
    noUnusedLocals: false,
  });
}

describe.each(documents)("%s", (name) => {
  it("names only paths that exist", () => {
    const text = readFileSync(join(root, name), "utf8");
    const quoted = [...text.matchAll(PATH)].map((match) => join(root, match[1]!));
    const linked = [...text.matchAll(LINK)].map((match) => join(root, dirname(name), match[1]!));
    const missing = [...quoted, ...linked].filter((path) => !existsSync(path.replace(/[:#]\d+$/u, "")));
    expect(missing).toEqual([]);
  });

  it("has no ts block that is passed over", () => {
    const text = readFileSync(join(root, name), "utf8");
    expect(blocks.get(name)).toHaveLength(text.split("```ts\n").length - 1);
  });
});

it("has ts blocks that compile, in every document", () => {
  const faults = ts
    .getPreEmitDiagnostics(compiled())
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  expect(faults).toEqual([]);
});

it("finds documents", () => {
  expect(documents.length).toBeGreaterThan(0);
});
