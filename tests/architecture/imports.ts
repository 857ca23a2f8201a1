import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/** The folder whose files the guards look at. */
export const source = resolve(import.meta.dirname, "../../src");

/** One import as it stands in a file: the file, what it names, and whether only types come of it. */
export interface Import {
  readonly file: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** The TypeScript files below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

/** A file as the compiler's tree. */
export const treeOf = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

/** A file's name as the guards print it: from `src/` on. */
export const nameOf = (file: string): string => relative(source, file);

function namesOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause?.namedBindings;
  if (clause?.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** What a node imports, statically, dynamically, by `import("…").Type` or by exporting it again. */
function importOf(node: ts.Node): Omit<Import, "file"> | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return { to: node.moduleSpecifier.text, typeOnly: namesOnlyTypes(node.importClause) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return { to: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    return ts.isStringLiteral(literal) ? { to: literal.text, typeOnly: true } : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [to] = node.arguments;
    if (to !== undefined && ts.isStringLiteral(to)) return { to: to.text, typeOnly: false };
  }
  return undefined;
}

/** All imports of a file. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = importOf(node);
    if (one !== undefined) found.push({ file, ...one });
    ts.forEachChild(node, visit);
  };
  visit(treeOf(file));
  return found;
}

/** The file that an import leads to, or undefined for a package. */
export const targetOf = ({ file, to }: Import): string | undefined =>
  to.startsWith(".") ? resolve(dirname(file), to) : undefined;
