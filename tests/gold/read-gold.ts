import { basename } from "node:path";
import { readFileSync, readdirSync } from "node:fs";
import type { Candidate } from "../../src/model/rule.ts";
import { read, type Reading } from "../../src/reading.ts";
import { jsonlRow } from "../../src/report/extract/candidate.ts";
import { score, type Row, type Score } from "./scoring.ts";

const here = new URL(".", import.meta.url);

/** Where gold lies, and where the texts that it was made from: the corpus, and acts from elsewhere. */
const PLACES = {
  corpus: { gold: here, texts: new URL("../../corpus/", here), ending: "txt" },
  acts: { gold: new URL("acts/", here), texts: new URL("../fixtures/acts/", here), ending: "md" },
} as const;

/** One text: its gold, what the reader makes of it, and how that scores. */
export interface ScoredFile {
  readonly stem: string;
  readonly gold: readonly Row[];
  readonly predicted: readonly Row[];
  readonly score: Score;
  readonly reading: Reading;
}

/** Every text of the corpus, or of the acts from elsewhere, that has gold, read and scored. */
export function scoredFiles(of: keyof typeof PLACES): ScoredFile[] {
  const { gold: folder, texts, ending } = PLACES[of];
  const stems = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => name.slice(0, -".jsonl".length))
    .sort();
  return stems.map((stem) =>
    scoredFile(new URL(`${stem}.jsonl`, folder), new URL(`${stem}.${ending}`, texts)),
  );
}

/** One text against its gold. */
export function scoredFile(goldFile: URL, textFile: URL): ScoredFile {
  const gold = goldIn(goldFile);
  const file = decodeURIComponent(basename(textFile.pathname));
  const reading = read(readFileSync(textFile), { file });
  const predicted = rowsOf(reading.candidates);
  return { stem: file.replace(/\.[^.]*$/u, ""), gold, predicted, score: score(gold, predicted), reading };
}

/** The rules of a file of gold. */
export const goldIn = (file: URL | string): Row[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);

/** Rules that were read, as gold has them. */
export const rowsOf = (candidates: readonly Candidate[]): Row[] =>
  candidates.map((candidate) => jsonlRow(candidate) as Row);
