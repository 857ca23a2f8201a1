import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { filesBelow, nameOf, source, treeOf } from "../architecture/imports.ts";
import type { Pattern } from "../linear-time.ts";

/** A place of a file that puts a pattern together while it runs: its first and last line. */
export interface Maker {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** The patterns that stand in `src/` as they are, and the places that put others together. */
export interface Written {
  readonly literals: readonly Pattern[];
  readonly makers: readonly Maker[];
}

/** All patterns of `src/`, as the compiler sees them. */
export function patternsWritten(): Written {
  const literals: Pattern[] = [];
  const makers: Maker[] = [];
  for (const path of filesBelow(source)) {
    const tree = treeOf(path);
    const lineAt = (position: number): number => tree.getLineAndCharacterOfPosition(position).line + 1;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) literals.push(patternOf(node));
      if (makesPattern(node))
        makers.push({ file: nameOf(path), from: lineAt(node.getStart(tree)), to: lineAt(node.getEnd()) });
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { literals, makers };
}

function patternOf({ text }: ts.RegularExpressionLiteral): Pattern {
  const end = text.lastIndexOf("/");
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
}

const makesPattern = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === "RegExp";

/** The patterns that schemas hold what comes from outside against. */
export function patternsOfSchemas(): Pattern[] {
  const folder = resolve(source, "../schemas");
  const found: Pattern[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === "pattern" && typeof part === "string") found.push({ source: part, flags: "u" });
      if (key === "patternProperties")
        found.push(...Object.keys(part as object).map((one) => ({ source: one, flags: "u" })));
      visit(part);
    }
  };
  for (const name of readdirSync(folder)) visit(JSON.parse(readFileSync(join(folder, name), "utf8")));
  return found;
}
