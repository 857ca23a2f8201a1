import type { ReadRule } from "../extract/extract.ts";
import type { Risk, UnreadReason } from "../model/ledger.ts";
import { mergeSpans, type Span } from "../model/span.ts";
import { riskiest, type Signal } from "./signals.ts";

/** Words of a sentence that gave rules, which none of them accounts for; times of day, which are one schedule, together. */
export interface LeftOver {
  readonly at: readonly Span[];
  readonly reason: UnreadReason;
  readonly risk: Risk;
}

/**
 * What the rules of a sentence leave over: a signal that no rule of a fitting kind covers, with the words around it up to
 * those of the rules. `whole` widens words to where they can be cut.
 */
export function leftOver(
  sentence: Span,
  rules: readonly ReadRule[],
  signals: readonly Signal[],
  whole: (at: Span) => Span,
): readonly LeftOver[] {
  const gaps = without(
    sentence,
    rules.map(({ words }) => words),
  );
  const open = signals
    .filter(({ at, fits }) => !rules.some(({ kind, words }) => fits.has(kind) && holds(words, at)))
    .map((signal) => ({ signal, at: whole(gaps.find((gap) => holds(gap, signal.at)) ?? signal.at) }));
  const left = mergeSpans(open.map((one) => one.at)).flatMap((at): LeftOver[] => {
    const first = riskiest(open.filter((one) => holds(at, one.at)).map(({ signal }) => signal));
    return first === undefined ? [] : [{ at: [at], reason: first.reason, risk: atMost(first) }];
  });
  const times = left.filter(({ reason }) => reason === "clock");
  const [schedule] = times;
  if (schedule === undefined) return left;
  const together = { ...schedule, at: times.flatMap(({ at }) => at) };
  return [...left.filter(({ reason }) => reason !== "clock"), together];
}

/** A way or a person that a rule's sentence names is most often only mentioned in it. */
const atMost = ({ reason, risk }: Signal): Risk => (MENTIONED.has(reason) ? "low" : risk);
const MENTIONED: ReadonlySet<UnreadReason> = new Set(["way", "holder", "form"]);

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** A stretch without those, in order. */
export function without(whole: Span, taken: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let at = whole.start;
  for (const { start, end } of mergeSpans(taken)) {
    if (Math.min(start, whole.end) > at) left.push({ start: at, end: Math.min(start, whole.end) });
    at = Math.max(at, end);
  }
  if (at < whole.end) left.push({ start: at, end: whole.end });
  return left;
}
