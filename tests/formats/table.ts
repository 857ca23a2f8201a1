/**
 * Prints how alike the rules of converted acts are to those of their texts, and what a page of a PDF costs: the table of
 * `docs/formats.md`. `npx tsx tests/formats/table.ts FOLDER TEXT…`, with the folder that `convert.ts` has filled.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { read, receive, type Reading } from "../../src/reading.ts";
import { likeness, valuesOf } from "./rules-alike.ts";

const FORMATS = ["html", "docx", "libreoffice.pdf", "chromium.pdf"];

const [folder = "", ...texts] = process.argv.slice(2);
const readingOf = async (file: string): Promise<Reading> =>
  read(await receive(readFileSync(file), { file: basename(file) }), { file: basename(file) });
const values = FORMATS.map((): [own: string[], made: string[]] => [[], []]);

let pages = 0;
let seconds = 0;
for (const text of texts) {
  const stem = basename(text).replace(/\..*$/u, "");
  const own = valuesOf((await readingOf(text)).candidates).map((value) => `${stem} ${value}`);
  const cells: string[] = [];
  for (const [index, format] of FORMATS.entries()) {
    const begun = performance.now();
    const reading = await readingOf(join(folder, `${stem}.${format}`));
    if (format.endsWith("pdf")) {
      seconds += (performance.now() - begun) / 1000;
      pages += reading.places.reduce(
        (most, { place }) => Math.max(most, place.in === "pdf" ? place.page : 0),
        0,
      );
    }
    const made = valuesOf(reading.candidates).map((value) => `${stem} ${value}`);
    cells.push(likeness(own, made).toFixed(3));
    values[index]?.[0].push(...own);
    values[index]?.[1].push(...made);
  }
  process.stdout.write(`| ${stem} | ${own.length} | ${cells.join(" | ")} |\n`);
}
const all = values.map(([own, made]) => likeness(own, made).toFixed(3));
process.stdout.write(`| all | ${values[0]?.[0].length ?? 0} | ${all.join(" | ")} |\n`);
process.stdout.write(`${pages} pages of PDF, ${(seconds / pages).toFixed(3)} s a page with extraction\n`);
