import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import packageJson from "../package.json" with { type: "json" };
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
const { scripts } = packageJson as { readonly scripts: Readonly<Record<string, string>> };

const TOP = ["bench", "corpus", "docs", "rules", "schemas", "src", "tests", ".ci"];
/** `src/cli/main.ts`, `docs/decisions/`: a path of this repository in code quotes; patterns with `<`, `*` or `…` are not. */
const PATH = new RegExp(`\`((?:${TOP.join("|").replace(".", "\\.")})/[^\`\\s<>*…{}]*)\``, "gu");
/** `src/reading.ts: read`: something with that name is declared in that file. */
const NAMED = /`((?:src|tests|bench)\/[^`\s<>*…{}]+\.tsx?): ([^`\s]+)`/gu;
const LINK = /\]\(([^)#:\s]+)(?:#[^)]*)?\)/gu;
const BLOCK = /^```ts\n([\s\S]*?)^```/gmu;

/** What a document imports from the package. */
const OURS = /"tarmaq(?:\/([^"]+))?"/gu;
/** The source of it, from where blocks are compiled. */
function sourceOf(_: string, part: string | undefined): string {
  if (part === undefined) return '"../../src/index.ts"';
  if (part.startsWith("schemas/")) return `"../../${part}"`;
  return part === "vocabulary" ? '"../../rules/vocabulary.json"' : `"../../src/package/${part}.ts"`;
}

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
      writeFileSync(file, `${match[1]!}\nexport {};\n`.replaceAll(OURS, sourceOf));
      return file;
    });
    return [name, files];
  }),
);

const HOLDS_DECLARATIONS = [
  ts.isSourceFile,
  ts.isClassDeclaration,
  ts.isVariableStatement,
  ts.isVariableDeclarationList,
];

/** The functions, values, types, classes and their methods that a file declares. */
function declaredIn(file: string): ReadonlySet<string> {
  const path = join(root, file);
  const names = new Set<string>();
  if (!existsSync(path)) return names;
  const visit = (node: ts.Node): void => {
    const { name } = node as { readonly name?: ts.Node };
    if (name !== undefined && ts.isIdentifier(name)) names.add(name.text);
    if (HOLDS_DECLARATIONS.some((holds) => holds(node))) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(path, "utf8"), ts.ScriptTarget.Latest));
  return names;
}

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

  it("names only what is declared where it says", () => {
    const text = readFileSync(join(root, name), "utf8");
    const missing = [...text.matchAll(NAMED)].filter(([, file, what]) => !declaredIn(file!).has(what!));
    expect(missing.map(([quoted]) => quoted)).toEqual([]);
  });

  it("names only scripts that there are", () => {
    const text = readFileSync(join(root, name), "utf8");
    const missing = [...text.matchAll(/npm run ([\w:-]+)/gu)].filter(([, script]) => !(script! in scripts));
    expect(missing.map(([said]) => said)).toEqual([]);
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
}, 240_000);

it("finds documents, and names in them", () => {
  expect(documents.length).toBeGreaterThan(0);
  const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
  expect([...page.matchAll(NAMED)].length).toBeGreaterThan(20);
  expect(declaredIn("tests/documents.test.ts")).toContain("declaredIn");
  expect(declaredIn("tests/documents.test.ts")).not.toContain("visit");
});
