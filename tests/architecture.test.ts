import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What each room of `src/` may see beside `model` (STYLE.md, the map). Types only, but for `calendar` and `model`. */
const MAY_SEE = {
  model: [],
  lexicon: [],
  calendar: [],
  ingest: [],
  repair: ["ingest"],
  structure: ["repair", "lexicon"],
  extract: ["structure", "lexicon"],
  review: ["extract"],
  rulebook: ["review"],
  compile: ["rulebook", "calendar"],
  check: ["compile", "calendar"],
  audit: ["compile", "calendar"],
  diff: ["rulebook", "structure"],
  lint: ["rulebook", "structure", "repair"],
  report: [],
} as const satisfies Record<string, readonly string[]>;

/** Rooms whose functions others may call; of all other rooms only the types may be imported. */
const CALLABLE = new Set(["model", "calendar"]);
/** Packages and modules that touch files, network, terminal or clock: for `cli/` and `server/` alone. */
const OUTSIDE = /^(?:node:)?(?:fs|fs\/promises|net|http|https|child_process|tty|readline|os|process)$/;
/** Rooms that reach a library with a world of its own: logs are read through DuckDB (STYLE.md, the map). */
const OWN_PACKAGES: Record<string, readonly string[]> = { audit: ["@duckdb/node-api"] };

const source = resolve(import.meta.dirname, "../src");

interface Import {
  readonly file: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

/** All imports of a file, static, dynamic and re-exported. */
function importsOf(file: string): Import[] {
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const allTypes =
        clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
        (clause?.name === undefined &&
          named !== undefined &&
          ts.isNamedImports(named) &&
          named.elements.length > 0 &&
          named.elements.every((element) => element.isTypeOnly));
      found.push({ file, to: node.moduleSpecifier.text, typeOnly: allTypes });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ file, to: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [to] = node.arguments;
      if (to !== undefined && ts.isStringLiteral(to)) found.push({ file, to: to.text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const roomOf = (file: string): string => relative(source, file).split("/")[0] ?? "";

/** What is wrong with an import, or undefined. */
function fault({ file, to, typeOnly }: Import): string | undefined {
  const room = roomOf(file);
  if (!(room in MAY_SEE)) return undefined;
  const says = (what: string): string => `${relative(source, file)} imports ${to}: ${what}`;
  if (!to.startsWith(".")) {
    if (OUTSIDE.test(to) && !(OWN_PACKAGES[room] ?? []).includes(to))
      return says("only cli/ and server/ may");
    return undefined;
  }
  const target = resolve(dirname(file), to);
  if (relative(source, target).startsWith("..")) {
    return /\/(?:schemas|rules)\/.*\.json$/.test(target) ? undefined : says("outside src/");
  }
  const other = roomOf(target);
  if (other === room || other === "model") return undefined;
  if (!(MAY_SEE[room as keyof typeof MAY_SEE] as readonly string[]).includes(other))
    return says(`${room} may not see ${other}`);
  if (!typeOnly && !CALLABLE.has(other) && !target.endsWith(".json"))
    return says(`${room} may see only the types of ${other}`);
  return undefined;
}

describe("the direction of imports", () => {
  const all = filesBelow(source).flatMap(importsOf);

  it("is the map's, everywhere", () => {
    expect(all.map(fault).filter((text) => text !== undefined)).toEqual([]);
  });

  it("is seen by this test", () => {
    const wrong = [
      { file: join(source, "ingest/x.ts"), to: "../repair/repair.ts", typeOnly: true },
      { file: join(source, "check/x.ts"), to: "../compile/plan.ts", typeOnly: false },
      { file: join(source, "calendar/x.ts"), to: "node:fs", typeOnly: false },
      { file: join(source, "model/x.ts"), to: "../../tests/y.ts", typeOnly: true },
      { file: join(source, "report/x.ts"), to: "../pipeline.ts", typeOnly: true },
    ];
    expect(wrong.map(fault).filter((text) => text === undefined)).toEqual([]);
  });

  it("finds the imports it guards", () => {
    expect(all.length).toBeGreaterThan(15);
  });

  it("knows every room there is", () => {
    const rooms = readdirSync(source, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .filter((name) => !["cli", "server", "web"].includes(name));
    expect(rooms.filter((room) => !(room in MAY_SEE))).toEqual([]);
  });
});
