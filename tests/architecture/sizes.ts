import ts from "typescript";

/** Something that can grow too long: its name and its lines. */
export interface Size {
  readonly name: string;
  readonly lines: number;
}

/** A function's own name, or that of what it is given to; several without a name are told apart by their line. */
function nameOfFunction(node: ts.Node, tree: ts.SourceFile): string {
  const own = ts.isFunctionLike(node) && node.name !== undefined ? node.name.getText(tree) : undefined;
  if (own !== undefined) return own;
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent))
    return parent.name.getText(tree);
  return `line ${lineOf(tree, node.getStart(tree))}`;
}

const lineOf = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1;

const hasBody = (node: ts.Node): boolean =>
  ts.isFunctionLike(node) && "body" in node && node.body !== undefined;

/** Every function of a file, those within others too, with its lines from the first to the closing brace. */
export function functionSizes(tree: ts.SourceFile): Size[] {
  const found: Size[] = [];
  const visit = (node: ts.Node): void => {
    if (hasBody(node)) {
      const lines = lineOf(tree, node.getEnd()) - lineOf(tree, node.getStart(tree)) + 1;
      found.push({ name: nameOfFunction(node, tree), lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** How many lines a file has. */
export const fileLines = (text: string): number =>
  text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

/** What is longer than allowed without a reason, and which reasons nothing needs any more. */
export function tooLong(
  sizes: readonly Size[],
  most: number,
  reasons: Readonly<Record<string, string>>,
): string[] {
  const long = sizes.filter(({ lines }) => lines > most);
  const names = new Set(long.map(({ name }) => name));
  return [
    ...long.filter(({ name }) => !(name in reasons)).map(({ name, lines }) => `${name}: ${lines} lines`),
    ...Object.keys(reasons)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: has a reason to be long and is not`),
  ];
}
