import { readFileSync, readdirSync } from "node:fs";
import { read, type Reading } from "../../src/reading.ts";

const folder = new URL("../../corpus/", import.meta.url);

/** The texts of the corpus, by file name. */
export const CORPUS: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
);

export const readText = (text: string, file: string): Reading =>
  read(new TextEncoder().encode(text), { file });

let readings: ReadonlyMap<string, Reading> | undefined;

/** Every text of the corpus as read, once. */
export function corpusReadings(): ReadonlyMap<string, Reading> {
  readings ??= new Map([...CORPUS].map(([file, text]) => [file, readText(text, file)]));
  return readings;
}
