import { readFileSync, readdirSync } from "node:fs";
import { read } from "../../src/reading.ts";
import { jsonlRow } from "../../src/report/extract/candidate.ts";
import { score, type Row, type Score } from "./scoring.ts";

const here = new URL(".", import.meta.url);

/** One corpus file: its gold, what the reader makes of it, and how that scores. */
export interface ScoredFile {
  readonly stem: string;
  readonly gold: readonly Row[];
  readonly predicted: readonly Row[];
  readonly score: Score;
}

/** Every corpus file that has gold, read and scored. */
export function scoredFiles(): ScoredFile[] {
  const stems = readdirSync(here)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => name.slice(0, -".jsonl".length))
    .sort();
  return stems.map((stem) => {
    const gold = rows(readFileSync(new URL(`${stem}.jsonl`, here), "utf8"));
    const reading = read(readFileSync(new URL(`../../corpus/${stem}.txt`, here)), { file: `${stem}.txt` });
    const predicted = reading.candidates.map((candidate) => jsonlRow(candidate) as Row);
    return { stem, gold, predicted, score: score(gold, predicted) };
  });
}

const rows = (text: string): Row[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
