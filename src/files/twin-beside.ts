import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/** How files of one act in two languages are called: `act-kaz.md` and `act-rus.md`, `kaz.md` and `rus.md` in one folder. */
const NAMES: readonly (readonly [one: string, other: string])[] = [
  ["kaz", "rus"],
  ["kk", "ru"],
];

/** Formats in which the other text may lie, beside that of the first. */
const ENDINGS = [".md", ".txt", ".html", ".htm", ".docx", ".pdf"] as const;

/** The file of the same act in its other language, where one lies beside this one and is called as such. */
export function twinBeside(path: string): string | undefined {
  const ending = extname(path);
  const stem = basename(path, ending);
  for (const [one, other] of NAMES.flatMap(([left, right]) => [
    [left, right] as const,
    [right, left] as const,
  ])) {
    const isNamed = stem === one || stem.endsWith(`-${one}`) || stem.endsWith(`_${one}`);
    if (!isNamed) continue;
    const named = stem.slice(0, stem.length - one.length) + other;
    return [ending, ...ENDINGS].map((each) => join(dirname(path), named + each)).find(existsSync);
  }
  return undefined;
}
