import { read } from "../../src/reading.ts";
import { jsonlRow } from "../../src/report/extract/candidate.ts";
import { score, type Row } from "../gold/scoring.ts";
import type { ExpectedRow, Made } from "./generate.ts";

/** How one act was read: counts of what its family is about. */
export interface Judged {
  readonly made: Made;
  /** Rules the family's words state, and rules that were read and not explained by the rest of the act. */
  readonly gold: number;
  readonly read: number;
  readonly right: number;
  readonly whole: number;
  readonly missed: readonly ExpectedRow[];
  readonly extra: readonly Row[];
  readonly notWhole: readonly (readonly [Row, Row])[];
  /** What the reader threw, where it did. */
  readonly thrown?: string;
}

/** Reads a made-up act and compares: a rule of another service is not right. */
export function judge(made: Made): Judged {
  let predicted: readonly Row[];
  try {
    const reading = read(new TextEncoder().encode(made.text), { file: made.file });
    predicted = reading.candidates.map((candidate) => jsonlRow(candidate) as Row);
  } catch (error) {
    return failed(made, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return compare(made, predicted);
}

/** The rules that were read against those that the act states. */
export function compare(made: Made, predicted: readonly Row[]): Judged {
  const services = new Set([...made.gold, ...predicted].map((row) => row["service"]));
  const parts = [...services].map((service) => {
    const ofService = (row: Row): boolean => row["service"] === service;
    return score(made.gold.filter(ofService), predicted.filter(ofService), everywhere);
  });
  const own = (row: Row): boolean => (row as ExpectedRow).own;
  const missed = parts.flatMap((part) => part.missed).filter(own) as ExpectedRow[];
  const pairs = parts.flatMap((part) => part.rightPairs);
  const unlike = [...pairs.filter((pair) => !sayLikewise(pair)), ...citedAlike(pairs)];
  const notWhole = [...new Set([...parts.flatMap((part) => part.notWhole), ...unlike])].filter(([row]) =>
    own(row),
  );
  const extra = parts
    .flatMap((part) => part.extra.filter((row) => !part.absorbed.has(row)))
    .filter(({ lines: [first, last] }) => !made.framing.has(first) || !made.framing.has(last));
  const gold = made.gold.filter((row) => row.own && row["debatable"] !== true).length;
  const right = gold - missed.length;
  return {
    made,
    gold,
    read: right + extra.length,
    right,
    whole: right - notWhole.length,
    missed,
    extra,
    notWhole,
  };
}

/** Whether the fields that a family is strict about (`strict`) hold the words of gold, no fewer and no more; a condition, any. */
function sayLikewise([gold, predicted]: readonly [Row, Row]): boolean {
  const names = (gold["strict"] ?? []) as readonly string[];
  return names.every((name) => {
    if (name === "condition") return predicted[name] !== undefined;
    const [own, read] = [wordsOf(gold[name]), wordsOf(predicted[name])];
    const shared = [...own].filter((word) => read.has(word)).length;
    return shared >= 0.8 * Math.max(own.size, read.size);
  });
}

/** Rules of different items (`item`) that are cited in the same words: the cite of one leads to the other. */
function citedAlike(pairs: readonly (readonly [Row, Row])[]): (readonly [Row, Row])[] {
  const items = new Map<unknown, Set<unknown>>();
  for (const [{ item }, { cite }] of pairs)
    if (item !== undefined) items.set(cite, new Set([...(items.get(cite) ?? []), item]));
  return pairs.filter(([{ item }, { cite }]) => item !== undefined && items.get(cite)!.size > 1);
}

const wordsOf = (value: unknown): Set<string> =>
  new Set(typeof value === "string" ? value.toLowerCase().match(/[\p{L}\p{N}]+/gu) : []);

const everywhere = [1, Infinity] as const;

const failed = (made: Made, thrown: string): Judged => {
  const missed = made.gold.filter((row) => row.own);
  return { made, gold: missed.length, read: 0, right: 0, whole: 0, missed, extra: [], notWhole: [], thrown };
};

/** Shares of a family: F1 of right and of whole, and of acts without a fault. */
export interface Shares {
  readonly acts: number;
  readonly rules: number;
  readonly right: number;
  readonly whole: number;
  readonly faultless: number;
  readonly thrown: number;
}

export function sharesOf(all: readonly Judged[]): Shares {
  const total = (value: (one: Judged) => number): number => all.reduce((sum, one) => sum + value(one), 0);
  const [gold, read] = [total((one) => one.gold), total((one) => one.read)];
  const f1 = (hits: number): number => (gold + read === 0 ? 1 : (2 * hits) / (gold + read));
  return {
    acts: all.length,
    rules: gold,
    right: f1(total((one) => one.right)),
    whole: f1(total((one) => one.whole)),
    faultless:
      total((one) => Number(one.right === one.gold && one.extra.length === 0)) / Math.max(1, all.length),
    thrown: total((one) => Number(one.thrown !== undefined)),
  };
}
