import { readFileSync } from "node:fs";
import { join } from "node:path";
import { holdTwin } from "../../src/desk/hold-twin.ts";
import { readAct, type ActReading } from "../../src/desk/read-act.ts";
import { goldIn, rowsOf } from "./read-gold.ts";
import { score, type Row, type Score } from "./scoring.ts";

/** Acts with gold in both languages. */
const TWIN_ACTS = ["140664-2025", "94652"] as const;
const LANGUAGES = ["kaz", "rus"] as const;

/** What is read of texts alone, and once the other language has been heard, against gold. */
export interface Heard {
  readonly alone: readonly Score[];
  readonly heard: readonly Score[];
}

/**
 * Reads each text of each act beside its twin, `times` times over: with so many words of it in a hundred taken out at random,
 * another lot each time, so that there are errors to be counted. The twin stays whole.
 */
export async function heardTwins(outOfHundred: number, times: number): Promise<Heard> {
  const alone: Score[] = [];
  const heard: Score[] = [];
  for (const act of TWIN_ACTS)
    for (const language of LANGUAGES) {
      const [name, other] = [language, language === "kaz" ? "rus" : "kaz"].map((one) => `${act}-${one}`) as [string, string];
      const gold = goldIn(here(`acts/${name}.jsonl`));
      const twin = { name: `${other}.md`, bytes: bytesOf(other) };
      for (let time = 1; time <= times; time += 1) {
        const bytes = damaged(bytesOf(name), outOfHundred / 100, time);
        const reading = await readAct(bytes, { file: `${name}.md` }, name);
        alone.push(scored(gold, reading));
        heard.push(scored(gold, await holdTwin(reading, twin, ".")));
      }
    }
  return { alone, heard };
}

const scored = (gold: readonly Row[], { candidates }: Pick<ActReading, "candidates">): Score =>
  score(gold, rowsOf(candidates));

const here = (path: string): string => join(import.meta.dirname, path);
const bytesOf = (name: string): Uint8Array => readFileSync(here(`../fixtures/acts/${name}.md`));

/** A text without some of its words, the same ones for the same `seed` (Park and Miller's generator). */
function damaged(bytes: Uint8Array, share: number, seed: number): Uint8Array {
  let state = seed * 7919;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(text.replace(/[\p{L}\p{N}]+/gu, (word) => (next() < share ? "" : word)));
}

/** Mean square of what confidence was off by (Brier): 0 where every rule said right was given 1 and every other 0. */
export function brier(scores: readonly Score[]): number {
  const errors = scores.flatMap(({ within, absorbed, right }) =>
    within
      .filter((row) => !absorbed.has(row))
      .map((row) => (Number(row["confidence"]) - (right.has(row) ? 1 : 0)) ** 2),
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
