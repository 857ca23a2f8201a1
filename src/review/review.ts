import { linesTouched } from "../model/line-index.ts";
import type { Candidate, Rule } from "../model/rule.ts";
import { activeDecisions } from "./active.ts";
import { type BookState, bookState } from "./book-state.ts";
import { type Decision, isOnRule, type RuleDecision, type RuleValues } from "./decision.ts";
import { type Placed, place, printOf } from "./place.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import type { Reading } from "./reading.ts";
import { type UnreadPlace, unreadPlaces } from "./unread-places.ts";

/** A rule that somebody has decided on, and how it stands. */
export interface Decided {
  /** The rule's id. */
  readonly rule: string;
  /** What each person last decided; decisions on words that no longer stand have given way to those on words that do. */
  readonly positions: readonly RuleDecision[];
  readonly placed: Placed;
  /** The decision that counts: the last of those that agree. Absent while people disagree. */
  readonly verdict?: RuleDecision;
  /** The reader now reads other fields from the words than were seen when it was decided. */
  readonly reread?: true;
}

/** Candidates and decisions put together. */
export interface Review {
  /** Rules that stand, in the order of the text; these and no others go into the rulebook. */
  readonly accepted: readonly Rule[];
  /** Candidates that nobody has decided on, with the id each will have. */
  readonly waiting: readonly Candidate[];
  readonly decided: readonly Decided[];
  /** Ids of decided rules by what is to be done about them. */
  readonly rejected: readonly string[];
  readonly stale: readonly string[];
  readonly lost: readonly string[];
  readonly disagreements: readonly string[];
  readonly book: BookState;
  /** What was not read, in the order of the text. */
  readonly unread: readonly UnreadPlace[];
}

/** Puts candidates and decisions together. The same candidates and decisions give the same review, in any order of lines. */
export function review(decisions: readonly Decision[], reading: Reading): Review {
  const active = activeDecisions(decisions);
  const threads = byRule(active.filter(isOnRule));
  const placed = place(
    [...threads].flatMap(([rule, thread]) => {
      const last = thread.at(-1);
      return last === undefined ? [] : [{ rule, anchor: last.anchor }];
    }),
    reading,
  );
  const decided = [...threads].map(([rule, thread]) =>
    decide(rule, thread, placed.get(rule) ?? { standing: "lost" }),
  );
  const taken = new Set(decided.flatMap((one) => one.placed.candidate ?? []));
  const open = decided.filter((one) => one.verdict === undefined);
  const settled = decided.filter((one) => one.verdict !== undefined);
  const stands = settled.filter((one) => one.verdict?.action !== "reject");
  const ids = (list: readonly Decided[]): string[] => list.map((one) => one.rule);
  const accepted = inTextOrder(
    stands.flatMap((one) => ruleOf(one, reading) ?? []),
    reading,
  );
  return {
    accepted,
    waiting: withIds(
      reading.candidates.filter((one) => !taken.has(one)),
      new Set(threads.keys()),
    ),
    decided,
    rejected: ids(settled.filter((one) => one.verdict?.action === "reject")),
    stale: ids(stands.filter((one) => one.placed.standing === "stale")),
    lost: ids(stands.filter((one) => one.placed.standing === "lost")),
    disagreements: ids(open),
    book: bookState(active),
    unread: unreadPlaces(reading.ledger, active, accepted),
  };
}

function byRule(decisions: readonly RuleDecision[]): Map<string, RuleDecision[]> {
  const threads = new Map<string, RuleDecision[]>();
  for (const decision of decisions)
    threads.set(decision.rule, [...(threads.get(decision.rule) ?? []), decision]);
  return threads;
}

function decide(rule: string, thread: readonly RuleDecision[], placed: Placed): Decided {
  const positions = positionsOf(thread);
  const last = positions.at(-1);
  const agreed = new Set(positions.map(outcomeOf)).size === 1;
  const seen = last?.anchor.seen;
  const reread =
    placed.candidate !== undefined &&
    seen !== undefined &&
    placed.standing !== "stale" &&
    printOf(placed.candidate) !== seen;
  return {
    rule,
    positions,
    placed,
    ...(agreed && last && { verdict: last }),
    ...(reread && { reread: true }),
  };
}

/** Each person's last decision, without those that a later one settled, or that were on words since changed and decided anew. */
function positionsOf(thread: readonly RuleDecision[]): RuleDecision[] {
  const settled = new Set(thread.flatMap((decision) => decision.settles ?? []));
  const words = thread.at(-1)?.anchor.words;
  const last = new Map<string, RuleDecision>();
  for (const decision of thread) {
    if (settled.has(decision.id) || decision.anchor.words !== words) continue;
    last.delete(decision.by);
    last.set(decision.by, decision);
  }
  return [...last.values()];
}

const outcomeOf = (decision: RuleDecision): string =>
  decision.action === "reject" ? "reject" : canonicalJson(decision.values);

/** The rule as it goes into the rulebook; stale and lost ones do not, until somebody has looked at them again. */
function ruleOf(one: Decided, reading: Reading): Rule | undefined {
  const { verdict, placed } = one;
  if (verdict === undefined || verdict.action === "reject") return undefined;
  if (placed.standing === "stale" || placed.standing === "lost") return undefined;
  const { candidate, found } = placed;
  const here = found ?? (candidate && { path: candidate.path, cite: candidate.cite, ...candidate.source });
  if (here === undefined) return undefined;
  const values: RuleValues =
    placed.standing === "moved" ? { ...verdict.values, path: here.path, cite: here.cite } : verdict.values;
  return {
    ...values,
    id: one.rule,
    source: {
      file: reading.file,
      sha256: reading.sha256,
      spans: here.spans,
      lines: linesTouched(reading.lineStarts, here.spans),
      quote: here.quote.replace(/\s+/gu, " ").trim(),
    },
    ...(candidate && { confidence: candidate.confidence }),
    review: { status: statusOf(one), by: namesOf(one), at: verdict.at },
  };
}

function statusOf(one: Decided): "accepted" | "edited" | "added" {
  const actions = one.positions.map((position) => position.action);
  if (one.placed.candidate === undefined || actions.includes("add")) return "added";
  return actions.includes("edit") ? "edited" : "accepted";
}

const namesOf = (one: Decided): string =>
  [...new Set(one.positions.map((position) => position.by))].sort().join(", ");

function inTextOrder(rules: readonly Rule[], reading: Reading): Rule[] {
  const place = (rule: Rule): number => rule.source?.spans[0]?.start ?? 0;
  const order = new Map(
    reading.candidates.map((one, index) => [`${one.kind} ${one.source.spans[0]?.start ?? 0}`, index]),
  );
  const rank = (rule: Rule): number => order.get(`${rule.kind} ${place(rule)}`) ?? reading.candidates.length;
  return [...rules].sort((a, b) => place(a) - place(b) || rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** Gives each waiting candidate the id it will have: the reader's own, or with the next letter where that is taken. */
function withIds(waiting: readonly Candidate[], taken: ReadonlySet<string>): Candidate[] {
  const used = new Set(taken);
  return waiting.map((candidate) => {
    const id = freeId(candidate.id, used);
    used.add(id);
    return id === candidate.id ? candidate : { ...candidate, id };
  });
}

/** The id itself where it is free, else with `.b`, `.c` … `.z`, `.aa` after it. */
export function freeId(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id;
  const base = id.replace(/\.[b-z]$/u, "");
  for (let number = 1; ; number += 1) {
    const next = `${base}.${letters(number)}`;
    if (!used.has(next)) return next;
  }
}

/** 0 is a, 25 is z, 26 is aa. */
const letters = (number: number): string =>
  (number >= 26 ? letters(Math.floor(number / 26) - 1) : "") + String.fromCharCode(97 + (number % 26));
