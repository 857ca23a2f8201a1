// Declarations for whoever calls the package: what its entries say of themselves, and the types that these name.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/** Writes the `.d.ts` files that the entries lead to into a folder, at the paths that their sources have in `src/`. */
export function writeTypes(entries, folder) {
  const declared = declarationsOf(entries);
  rmSync(folder, { recursive: true, force: true });
  // Grows while it is walked: what a file imports is shipped too.
  const wanted = new Set(entries.map((entry) => resolve(entry.replace(/\.ts$/, ".d.ts"))));
  for (const file of wanted) {
    const text = declared.get(file);
    if (text === undefined) throw new Error(`no declarations for ${relative(".", file)}`);
    const { told, imported } = toldForOthers(file, text);
    for (const other of imported) wanted.add(other);
    const place = join(folder, relative("src", file));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, told);
  }
}

/** Declarations of all sources by their path; whether they hold is for `npm run typecheck` to say. */
function declarationsOf(entries) {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve("."));
  const program = ts.createProgram(entries, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
  });
  const declared = new Map();
  program.emit(undefined, (file, text) => declared.set(resolve(file), text));
  return declared;
}

/** A declaration with its imports named as others see them; one that would need a package of ours is refused. */
function toldForOthers(file, text) {
  const imported = [];
  let told = text;
  const found = ts.preProcessFile(text, true, true).importedFiles;
  for (const { fileName, end } of found.toSorted((a, b) => b.pos - a.pos)) {
    if (!/^\.{1,2}\/.*\.ts$/.test(fileName))
      throw new Error(`the types of the package lead to ${relative(".", file)}, which imports ${fileName}`);
    imported.push(resolve(dirname(file), fileName.replace(/\.ts$/, ".d.ts")));
    const at = text.lastIndexOf(fileName, end + 1) + fileName.length;
    told = `${told.slice(0, at - ".ts".length)}.js${told.slice(at)}`;
  }
  return { told, imported };
}
