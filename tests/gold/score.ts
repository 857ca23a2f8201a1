/**
 * `npm run score`: what the reader makes of the corpus and of acts from elsewhere, against gold, and what can be said of every
 * text at hand without gold. `--misses N` lists what differs.
 */
import { parseArgs } from "node:util";
import { KINDS } from "../../src/model/rule.ts";
import { measuredTexts, measuresText } from "./measures.ts";
import { bands } from "./bands.ts";
import { scoredFiles, type ScoredFile } from "./read-gold.ts";
import { figures, keyOf, sum, type Row, type Tally } from "./scoring.ts";

const { values } = parseArgs({ options: { misses: { type: "string", default: "0" } } });
const [corpus, acts] = [scoredFiles("corpus"), scoredFiles("acts")];
const files = [...corpus, ...acts];

for (const { stem, score } of files) print(stem, score.tallies);
print("the corpus", together(corpus));
print("acts from elsewhere", together(acts));
printBands(files);
console.log(`\n${measuresText(measuredTexts())}`);
for (const file of files) listMisses(file, Number(values.misses));

function together(scored: readonly ScoredFile[]): Record<string, Tally> {
  const names = [...KINDS, "ALL"].filter((kind) => scored.some(({ score }) => kind in score.tallies));
  return Object.fromEntries(
    names.map((kind) => [
      kind,
      sum(scored.flatMap(({ score }) => (kind in score.tallies ? [score.tallies[kind]!] : []))),
    ]),
  );
}

function print(title: string, tallies: Readonly<Record<string, Tally>>): void {
  console.log(`\n${title}`);
  console.log("kind         gold  pred | found P    R   F1 | right P    R   F1 | whole P    R   F1 |");
  for (const [kind, tallied] of Object.entries(tallies)) {
    const shares = (["found", "right", "whole"] as const).map((name) => figures(tallied, name));
    const attributes = Object.entries(tallied.attributes).map(
      ([name, { of, hits }]) => `${name} ${(hits / of).toFixed(3)} (${of})`,
    );
    console.log(
      `${kind.padEnd(12)} ${pad(tallied.gold)}  ${pad(tallied.pred)} | ` +
        `${shares.map(({ p, r, f1 }) => `${p.toFixed(2)} ${r.toFixed(2)} ${f1.toFixed(3)}`).join(" | ")} | ${attributes.join(" · ")}`,
    );
  }
}

function printBands(scored: readonly ScoredFile[]): void {
  console.log("\nconfidence   rules  right  share right");
  for (const band of bands(scored.map(({ score }) => score)))
    console.log(
      `${band.name.padEnd(12)} ${pad(band.rules)}  ${pad(band.right)}   ${band.rules === 0 ? "–" : (band.right / band.rules).toFixed(3)}`,
    );
}

function listMisses({ stem, score }: ScoredFile, most: number): void {
  const extra = score.extra.filter((row) => !score.absorbed.has(row));
  for (const row of score.missed.slice(0, most)) console.log(`${stem} missed ${described(row)}`);
  for (const [gold, read] of score.notWhole.slice(0, most))
    console.log(`${stem} not whole ${described(gold)} – read ${String(read["quote"]).slice(0, 90)}`);
  for (const row of extra.slice(0, most)) console.log(`${stem} extra  ${described(row)}`);
}

function described(row: Row): string {
  return `${row.kind} ${row.lines.join("–")} ${keyOf(row)} ${String(row["quote"]).slice(0, 90)}`;
}

function pad(count: number): string {
  return String(count).padStart(4);
}
