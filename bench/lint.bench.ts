/** Lint of each text of the corpus and of all: reading and lints apart, and how the time grows. `npx tsx bench/lint.bench.ts` */
import { readdirSync, readFileSync } from "node:fs";
import { lookAlikes } from "../src/lint/look-alikes.ts";
import { draftOf } from "../src/lint/draft.ts";
import { lint } from "../src/lint/lint.ts";
import { grammar } from "../src/language/kk/grammar.ts";
import { LINTS } from "../src/lint/lints.ts";
import { read } from "../src/reading.ts";

const RUNS = 5;
const folder = new URL("../corpus/", import.meta.url);
const texts = readdirSync(folder).filter((name) => name.endsWith(".txt"));

function median(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1]!;
}

function measured(file: string, bytes: Uint8Array): Record<string, string | number> & Times {
  const reading = read(bytes, { file });
  const draft = (): ReturnType<typeof draftOf> =>
    draftOf(file, reading.tree, reading.candidates, lookAlikes(reading));
  const ms = median(() => lint(draft(), LINTS, grammar));
  return {
    file,
    kB: Math.round(bytes.length / 1000),
    findings: lint(draft(), LINTS, grammar).length,
    "read ms": Math.round(median(() => read(bytes, { file }))),
    "lint ms": Math.round(ms),
    "lint µs a kB": Math.round((1000 * ms) / (bytes.length / 1000)),
  };
}

interface Times {
  readonly "read ms": number;
  readonly "lint ms": number;
}

/** A text that says one thing over and over, which must not take longer a kB than any other. */
const repeated = (piece: string, kB: number): Uint8Array =>
  new TextEncoder().encode(
    `1. осы қағида ${piece.repeat((kB * 1000) / new TextEncoder().encode(piece).length)}\n`,
  );

const rows = texts.map((file) => measured(file.slice(0, 3), readFileSync(new URL(file, folder))));
console.table(rows);
console.table(
  ["1", "1) ", "орган (бұдан әрі – Орган) "].flatMap((piece) =>
    [80, 640].map((kB) => measured(piece.trim(), repeated(piece, kB))),
  ),
);
const sum = (key: "read ms" | "lint ms"): number => rows.reduce((total, row) => total + row[key], 0);
console.log(
  `whole corpus: read ${sum("read ms")} ms, lint ${sum("lint ms")} ms, together ${sum("read ms") + sum("lint ms")} ms`,
);
