import { KINDS, type Kind } from "../../src/model/rule.ts";

/** A rule as gold has it, or as `extract --format jsonl` gives it; the fields of `gold/README.md`. */
export type Row = Readonly<Record<string, unknown>> & {
  readonly kind: Kind;
  readonly lines: readonly [number, number];
};

/** Shares from 0 to 1. */
export interface Figures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** How many of how many. */
export interface Share {
  readonly of: number;
  readonly hits: number;
}

/** Counts of one kind, or of all; they add up over files. */
export interface Tally {
  readonly gold: number;
  readonly pred: number;
  readonly found: { readonly hits: number; readonly counted: number };
  readonly right: { readonly hits: number; readonly counted: number };
  readonly whole: { readonly hits: number; readonly counted: number };
  readonly attributes: Readonly<Record<string, Share>>;
}

/** One file, scored. */
export interface Score {
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly missed: readonly Row[];
  /** Predictions that no sure gold explains; `debatable` gold may absorb some of them. */
  readonly extra: readonly Row[];
  /** Predictions that neither help nor hurt. */
  readonly absorbed: ReadonlySet<Row>;
  readonly right: ReadonlySet<Row>;
  /** Gold rules and what was read for them, where that is right. */
  readonly rightPairs: readonly (readonly [Row, Row])[];
  /** Right pairs, gold first, that are not usable as they stand. */
  readonly notWhole: readonly (readonly [Row, Row])[];
  /** Predictions within the lines that the gold covers. */
  readonly within: readonly Row[];
}

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

const EQUAL: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  deadline: ["subject", "channel"],
  hours: ["who", "break"],
  document: ["channel"],
  eligibility: ["who"],
  cutoff: ["days"],
};

const GIVEN: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  deadline: ["actor", "from"],
  document: ["condition"],
};

/** What must be equal in a right rule of its kind, as text. */
export function keyOf(row: Row): string {
  return JSON.stringify(keyValues(row));
}

function keyValues(row: Row): unknown[] {
  const amount = row["amount"] === undefined || row["amount"] === null ? null : Number(row["amount"]);
  switch (row.kind) {
    case "deadline": {
      const unit = String(row["unit"]);
      if (unit === "same-day") return [unit];
      const seconds = SECONDS[unit];
      return seconds === undefined || amount === null ? [unit, round(amount)] : ["t", round(amount * seconds)];
    }
    case "hours":
      if (row["roundTheClock"] === true) return ["24/7"];
      return [[...((row["days"] as number[] | undefined) ?? [])].sort(), row["open"] ?? null, row["close"] ?? null];
    case "cutoff": {
      if (typeof row["time"] === "string" && row["time"] !== "") return ["time", row["time"]];
      const before = (row["before"] ?? {}) as { amount?: number; unit?: string };
      return ["before", before.amount ?? null, before.unit ?? null];
    }
    case "fee":
      return [row["free"] === true];
    case "channel":
      return [row["channel"] ?? null];
    case "form":
      return [...((row["forms"] as string[] | undefined) ?? [])].sort();
    case "refusal":
      return [row["stage"] ?? null];
    default:
      return [];
  }
}

/** Key values equal; gold may allow another stage of a refusal (`stageAlso`). */
const isRight = (gold: Row, predicted: Row): boolean =>
  keyOf(gold) === keyOf(predicted) || (gold.kind === "refusal" && listed(gold["stageAlso"]).includes(predicted["stage"]));

/**
 * Right, and usable as it stands: subject, channel, who, break, days, amount and unit of money as gold has them, a
 * condition and an alternative where gold has one and none where it has none, and the rule's own words.
 */
function isWhole(gold: Row, predicted: Row): boolean {
  if (!isRight(gold, predicted)) return false;
  const given = (name: string): boolean => isGiven(gold[name]);
  switch (gold.kind) {
    case "deadline":
      return allowed(gold, predicted, "subject") && (!given("channel") || channelsOf(predicted).includes(gold["channel"]));
    case "hours":
      return (
        (!given("who") || allowed(gold, predicted, "who")) &&
        sameList(gold["break"] ?? [], predicted["break"] ?? [])
      );
    case "cutoff":
      return !given("days") || sameList(sorted(gold["days"]), sorted(predicted["days"]));
    case "fee":
      return !given("amount") || (sameAmount(gold, predicted, "amount") && sameAmount(gold, predicted, "currency"));
    case "document":
      return (
        (!given("channel") || channelsOf(predicted).includes(gold["channel"])) &&
        ["condition", "alternativeGroup"].every((name) => given(name) === isGiven(predicted[name])) &&
        hasOwnWords(gold, predicted)
      );
    case "eligibility":
      return hasOwnWords(gold, predicted) && (!given("who") || gold["who"] === predicted["who"]);
    case "refusal":
      return hasOwnWords(gold, predicted);
    default:
      return true;
  }
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const sorted = (value: unknown): readonly unknown[] => [...listed(value)].sort();
const sameList = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Equal, or what gold allows besides (`subjectAlso`, `whoAlso`). */
const allowed = (gold: Row, predicted: Row, name: string): boolean =>
  [gold[name], ...listed(gold[`${name}Also`])].includes(predicted[name]);

const channelsOf = (row: Row): readonly unknown[] =>
  listed(row["channels"]).length > 0 ? listed(row["channels"]) : [row["channel"]];

function sameAmount(gold: Row, predicted: Row, name: string): boolean {
  const [one, other] = [gold[name], predicted[name]].map((value) =>
    typeof value === "number" ? Math.round(value * 10_000) / 10_000 : (value as string | undefined)?.toLowerCase(),
  );
  return one === other;
}

/** At least 60 % of gold's word stems, in no more than 2.5 times as many. */
function hasOwnWords(gold: Row, predicted: Row): boolean {
  const [own, read] = [stems(gold), stems(predicted)];
  const shared = [...own].filter((stem) => read.has(stem)).length;
  return own.size === 0 || (shared >= 0.6 * own.size && read.size <= 2.5 * own.size + 6);
}

function stems(row: Row): Set<string> {
  const quote = typeof row["quote"] === "string" ? row["quote"].toLowerCase() : "";
  return new Set([...quote.matchAll(/[\p{L}\p{N}_]{3,}/gu)].map(([word]) => word.slice(0, 5)));
}

const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);

/** First and last line that the gold covers. */
const coveredBy = (gold: readonly Row[]): readonly [number, number] => [
  Math.min(...gold.map((row) => row.lines[0])),
  Math.max(...gold.map((row) => row.lines[1])),
];

/** Scores the predictions of one file against its gold, as `gold/score.py` does. */
export function score(
  gold: readonly Row[],
  predicted: readonly Row[],
  [low, high] = coveredBy(gold),
): Score {
  const within = predicted.filter((row) => low <= row.lines[0] && row.lines[0] <= high);
  const sure = gold.filter((row) => row["debatable"] !== true);
  const doubtful = gold.filter((row) => row["debatable"] === true);
  const found = matchBoth(sure, doubtful, within, () => true);
  const right = matchBoth(sure, doubtful, within, isRight);
  const whole = matchBoth(sure, doubtful, within, isWhole);
  const tallies: Record<string, Tally> = {};
  for (const kind of [...KINDS, "ALL"]) {
    const isKind = (row: Row): boolean => kind === "ALL" || row.kind === kind;
    if (kind !== "ALL" && ![...sure, ...within].some(isKind)) continue;
    tallies[kind] = tally(sure.filter(isKind), within.filter(isKind), { found, right, whole }, kind);
  }
  const rightGold = new Set(right.pairs.map(([row]) => row));
  const rightPredicted = new Set(right.pairs.map(([, row]) => row));
  const wholeGold = new Set(whole.pairs.map(([row]) => row));
  return {
    tallies,
    missed: sure.filter((row) => !rightGold.has(row)),
    extra: within.filter((row) => !rightPredicted.has(row)),
    absorbed: right.absorbed,
    right: rightPredicted,
    rightPairs: right.pairs,
    notWhole: right.pairs.filter(([row]) => !wholeGold.has(row)),
    within,
  };
}

interface Matched {
  readonly pairs: readonly (readonly [Row, Row])[];
  readonly absorbed: ReadonlySet<Row>;
}

type Same = (gold: Row, predicted: Row) => boolean;

/** Debatable gold only absorbs a prediction that no sure gold explains. */
function matchBoth(sure: readonly Row[], doubtful: readonly Row[], predicted: readonly Row[], same: Same): Matched {
  const pairs = match(sure, predicted, same);
  const used = new Set(pairs.map(([, row]) => row));
  const rest = predicted.filter((row) => !used.has(row));
  return { pairs, absorbed: new Set(match(doubtful, rest, () => true).map(([, row]) => row)) };
}

/** A maximum matching: nearest pairs first, then augmenting paths for what is left over. */
function match(gold: readonly Row[], predicted: readonly Row[], same: Same): [Row, Row][] {
  const pairs = gold.flatMap((one, i) =>
    predicted.flatMap((other, j) => {
      if (one.kind !== other.kind || !same(one, other)) return [];
      const { gap, off } = distance(one, other);
      return gap <= 1 ? [{ gap, off, i, j }] : [];
    }),
  );
  pairs.sort((a, b) => a.gap - b.gap || a.off - b.off || a.i - b.i || a.j - b.j);
  const near = new Map<number, number[]>();
  const ofGold = new Map<number, number>();
  const ofPredicted = new Map<number, number>();
  for (const { i, j } of pairs) {
    near.set(i, [...(near.get(i) ?? []), j]);
    if (ofGold.has(i) || ofPredicted.has(j)) continue;
    ofGold.set(i, j);
    ofPredicted.set(j, i);
  }
  const augment = (i: number, seen: Set<number>): boolean => {
    for (const j of near.get(i) ?? []) {
      if (seen.has(j)) continue;
      seen.add(j);
      const holder = ofPredicted.get(j);
      if (holder !== undefined && !augment(holder, seen)) continue;
      ofGold.set(i, j);
      ofPredicted.set(j, i);
      return true;
    }
    return false;
  };
  for (const i of near.keys()) if (!ofGold.has(i)) augment(i, new Set());
  return [...ofGold].map(([i, j]) => [gold[i]!, predicted[j]!]);
}

function distance(gold: Row, predicted: Row): { gap: number; off: number } {
  const [a, b] = gold.lines;
  const [c, d] = predicted.lines;
  return { gap: Math.max(0, Math.max(a, c) - Math.min(b, d)), off: Math.abs(a - c) + Math.abs(b - d) };
}

function tally(
  gold: readonly Row[],
  predicted: readonly Row[],
  { found, right, whole }: Readonly<Record<"found" | "right" | "whole", Matched>>,
  kind: string,
): Tally {
  const own = new Set(gold);
  const count = (matched: Matched): { hits: number; counted: number } => ({
    hits: matched.pairs.filter(([row]) => own.has(row)).length,
    counted: predicted.filter((row) => !matched.absorbed.has(row)).length,
  });
  const pairs = kind === "ALL" ? [] : right.pairs.filter(([row]) => own.has(row));
  const attributes: Record<string, Share> = {};
  for (const name of EQUAL[kind as Kind] ?? []) {
    const told = pairs.filter(([row]) => row[name] !== undefined && row[name] !== null);
    const equal = told.filter(([a, b]) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
    if (told.length > 0) attributes[`attr ${name}`] = { of: told.length, hits: equal.length };
  }
  for (const name of GIVEN[kind as Kind] ?? []) {
    const told = pairs.filter(([row]) => isGiven(row[name]));
    if (told.length > 0)
      attributes[`has ${name}`] = { of: told.length, hits: told.filter(([, row]) => isGiven(row[name])).length };
  }
  return {
    gold: gold.length,
    pred: predicted.length,
    found: count(found),
    right: count(right),
    whole: count(whole),
    attributes,
  };
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

/** The counts of several files as one. */
export function sum(tallies: readonly Tally[]): Tally {
  const attributes: Record<string, Share> = {};
  for (const one of tallies)
    for (const [name, share] of Object.entries(one.attributes)) {
      const known = attributes[name] ?? { of: 0, hits: 0 };
      attributes[name] = { of: known.of + share.of, hits: known.hits + share.hits };
    }
  const total = (value: (one: Tally) => number): number => tallies.reduce((all, one) => all + value(one), 0);
  return {
    gold: total((one) => one.gold),
    pred: total((one) => one.pred),
    found: { hits: total((one) => one.found.hits), counted: total((one) => one.found.counted) },
    right: { hits: total((one) => one.right.hits), counted: total((one) => one.right.counted) },
    whole: { hits: total((one) => one.whole.hits), counted: total((one) => one.whole.counted) },
    attributes,
  };
}

/** Precision, recall and F1; 0 where there is nothing to divide by. */
export function figures(tallied: Tally, name: "found" | "right" | "whole"): Figures {
  const { hits, counted } = tallied[name];
  const p = counted === 0 ? 0 : hits / counted;
  const r = tallied.gold === 0 ? 0 : hits / tallied.gold;
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}
