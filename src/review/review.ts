import { linesTouched } from "../model/line-index.ts";
import type { Candidate, Rule } from "../model/rule.ts";
import { activeDecisions } from "./active.ts";
import { type BookState, bookState } from "./book-state.ts";
import { type Decision, isOnRule, type RuleDecision, type RuleValues } from "./decision.ts";
import type { Decided } from "./decided.ts";
import { isFourEyesAsked, outcomeOf, supportersOf } from "./four-eyes.ts";
import { type Placed, place, printOf } from "./place.ts";
import type { Reading } from "./reading.ts";
import { type Thread, threadsOf } from "./talk.ts";
import { type UnreadPlace, unreadPlaces } from "./unread-places.ts";

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
  /** Decided rules that by four eyes wait for a second person. */
  readonly unconfirmed: readonly string[];
  /** Whether a rule judges only once two people have accepted it. */
  readonly fourEyes: boolean;
  readonly book: BookState;
  /** What was not read, in the order of the text. */
  readonly unread: readonly UnreadPlace[];
  /** What people have said of cards and of the service beside deciding. */
  readonly threads: readonly Thread[];
}

/**
 * Puts candidates and decisions together. The same candidates and decisions give the same review, in any order of lines.
 * `fourEyes`: a rule waits for a second person though no decision asks for it.
 */
export function review(
  decisions: readonly Decision[],
  reading: Reading,
  { fourEyes: isAsked = false }: { readonly fourEyes?: boolean } = {},
): Review {
  const active = activeDecisions(decisions);
  const fourEyes = isAsked || isFourEyesAsked(active);
  const threads = byRule(active.filter(isOnRule));
  const placed = place(
    [...threads].flatMap(([rule, thread]) => {
      const last = thread.at(-1);
      return last === undefined ? [] : [{ rule, anchor: last.anchor }];
    }),
    reading,
  );
  const decided = [...threads].map(([rule, thread]) =>
    decide(rule, thread, placed.get(rule) ?? { standing: "lost" }, fourEyes),
  );
  const taken = new Set(decided.flatMap((one) => one.placed.candidate ?? []));
  const open = decided.filter((one) => one.verdict === undefined);
  const settled = decided.filter((one) => one.verdict !== undefined);
  const stands = settled.filter((one) => one.verdict?.action !== "reject");
  const ids = (list: readonly Decided[]): string[] => list.map((one) => one.rule);
  const rules = inTextOrder(
    stands.flatMap((one) => ruleOf(one, reading, fourEyes) ?? []),
    reading,
  );
  const unconfirmed = ids(stands.filter(isUnconfirmed));
  const waiting = withIds(
    reading.candidates.filter((one) => !taken.has(one)),
    new Set(threads.keys()),
  );
  const unread = unreadPlaces(reading.ledger, active, rules);
  return {
    accepted: rules.filter(({ id }) => !unconfirmed.includes(id)),
    waiting,
    decided,
    rejected: ids(settled.filter((one) => one.verdict?.action === "reject")),
    stale: ids(stands.filter((one) => one.placed.standing === "stale")),
    lost: ids(stands.filter((one) => one.placed.standing === "lost")),
    disagreements: ids(open),
    unconfirmed,
    fourEyes,
    book: bookState(active),
    unread,
    threads: threadsOf(active, { decided, waiting, unread }),
  };
}

function byRule(decisions: readonly RuleDecision[]): Map<string, RuleDecision[]> {
  const threads = new Map<string, RuleDecision[]>();
  for (const decision of decisions)
    threads.set(decision.rule, [...(threads.get(decision.rule) ?? []), decision]);
  return threads;
}

/** Whether a rule waits for a second person and for nothing else. */
const isUnconfirmed = ({ awaits, placed: { standing } }: Decided): boolean =>
  awaits === true && standing !== "stale" && standing !== "lost";

function decide(rule: string, thread: readonly RuleDecision[], placed: Placed, fourEyes: boolean): Decided {
  const positions = positionsOf(thread);
  const last = positions.at(-1);
  const agreed = new Set(positions.map(outcomeOf)).size === 1;
  const seen = last?.anchor.seen;
  const reread =
    placed.candidate !== undefined &&
    seen !== undefined &&
    placed.standing !== "stale" &&
    printOf(placed.candidate) !== seen;
  const verdict = agreed ? last : undefined;
  const stands = verdict !== undefined && verdict.action !== "reject";
  const supporters = stands ? supportersOf(thread, verdict) : [];
  return {
    rule,
    positions,
    placed,
    supporters,
    ...(verdict && { verdict }),
    ...(fourEyes && stands && supporters.length < 2 && { awaits: true }),
    ...(reread && { reread: true }),
  };
}

/** Each person's last decision, without those that a later one settled, or that were on words since changed and decided anew. */
function positionsOf(thread: readonly RuleDecision[]): RuleDecision[] {
  const settled = new Set(thread.flatMap((decision) => decision.settles ?? []));
  const words = thread.at(-1)?.anchor.words;
  const last = new Map<string, RuleDecision>();
  for (const decision of thread) {
    if (decision.anchor.words !== words) continue;
    last.delete(decision.by);
    last.set(decision.by, decision);
  }
  // A last word that was settled has no earlier one in its place.
  return [...last.values()].filter(({ id }) => !settled.has(id));
}

/** The rule as it goes into the rulebook; stale and lost ones do not, until somebody has looked at them again. */
function ruleOf(one: Decided, reading: Reading, fourEyes: boolean): Rule | undefined {
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
    review: { status: statusOf(one), by: namesOf(one, fourEyes), at: verdict.at },
  };
}

function statusOf(one: Decided): "accepted" | "edited" | "added" {
  const actions = one.positions.map((position) => position.action);
  if (one.placed.candidate === undefined || actions.includes("add")) return "added";
  return actions.includes("edit") ? "edited" : "accepted";
}

/** Who decided it; by four eyes all who hold to it, whoever settled for what they had said. */
const namesOf = ({ positions, supporters }: Decided, fourEyes: boolean): string =>
  [...new Set([...positions.map(({ by }) => by), ...(fourEyes ? supporters : [])])].sort().join(", ");

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
