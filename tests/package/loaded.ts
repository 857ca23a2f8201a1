import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** What importing an entry of `dist/` loads at once: rooms of `src/`, and packages as `npm:<name>`. */
export function loadedBy(entry: string): ReadonlySet<string> {
  const files = new Set([entry]);
  const loaded = new Set<string>();
  // Grows while it is walked.
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    for (const [, room, bundled] of text.matchAll(SOURCE)) loaded.add(room ?? `npm:${bundled ?? ""}`);
    for (const name of importedAtOnce(text))
      if (name.startsWith(".")) files.add(join(dirname(file), name));
      else if (!name.startsWith("node:")) loaded.add(`npm:${name}`);
  }
  return loaded;
}

/** The comment that esbuild puts over what it has taken out of a file. */
const SOURCE = /^\/\/ (?:src\/([^/\s]+)|\S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\/)/gmu;

/** Modules that a module imports before it runs; what it asks for with `import()` comes later, if ever. */
function importedAtOnce(text: string): string[] {
  const tree = ts.createSourceFile("bundled.js", text, ts.ScriptTarget.Latest);
  return tree.statements.flatMap((statement) =>
    (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) &&
    statement.moduleSpecifier !== undefined &&
    ts.isStringLiteral(statement.moduleSpecifier)
      ? [statement.moduleSpecifier.text]
      : [],
  );
}
