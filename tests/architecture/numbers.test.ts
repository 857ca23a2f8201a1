import { dirname } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesBelow, nameOf, source, treeOf } from "./imports.ts";

/** From here on a number says nothing by itself. */
const LARGE = 1000;
/** Where a number is part of an example of what somebody writes. */
const EXAMPLES = new Set(["examples", "must", "mustNot"]);

const isName = (name: ts.Node, tree: ts.SourceFile): boolean => /^[A-Z][A-Z0-9_]*$/.test(name.getText(tree));

/** Whether a node stands in what a name in capitals stands for, or in an example. */
function hasName(node: ts.Node, tree: ts.SourceFile): boolean {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isVariableDeclaration(at) && isName(at.name, tree)) return true;
    if (ts.isPropertyAssignment(at) && EXAMPLES.has(at.name.getText(tree))) return true;
  }
  return false;
}

/** Numbers that are written out in a template of SQL. */
function inSql(node: ts.Node): number[] {
  const isText =
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node);
  return isText ? [...node.text.matchAll(/(?<![\w.])\d{4,}\b/g)].map(([digits]) => Number(digits)) : [];
}

/** The large numbers of a file that have no name, with their lines. */
function nameless(tree: ts.SourceFile, isSql: boolean): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const numbers = ts.isNumericLiteral(node) ? [Number(node.text)] : isSql ? inSql(node) : [];
    for (const number of numbers)
      if (number >= LARGE && !(ts.isNumericLiteral(node) && hasName(node, tree)))
        found.push(`${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}: ${number}`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const speaksSql = (file: string): boolean => /^(?:audit|engine)(?:\/|$)/.test(dirname(nameOf(file)));

describe("large numbers", () => {
  it("have a name", () => {
    const found = filesBelow(source).flatMap((file) =>
      nameless(treeOf(file), speaksSql(file)).map((where) => `${nameOf(file)}:${where}`),
    );
    expect(found).toEqual([]);
  });

  it("are seen by this test", () => {
    const text = [
      "const DAY = 24 * 3600;",
      "const late = (by: number) => by > 79_200_000;",
      "const steps = sql`d_hi - d_lo > 79200000 and x2000 < ${DAY}`;",
      "const year = [1970];",
      "const fee = { examples: [{ gives: 2500 }], small: 999 };",
    ].join("\n");
    const tree = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
    expect(nameless(tree, true)).toEqual(["2: 79200000", "3: 79200000", "4: 1970"]);
    expect(nameless(tree, false)).toEqual(["2: 79200000", "4: 1970"]);
  });
});
