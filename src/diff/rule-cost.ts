import { impossible } from "../model/impossible.ts";
import type { Rule } from "../model/rule.ts";
import { channelsOf } from "./compare-channels.ts";
import { distance } from "./place.ts";
import { likeness, type Profile } from "./words.ts";

/** A rule made ready for matching. */
export interface Prepared {
  readonly rule: Rule;
  readonly place: string | undefined;
  readonly profile: Profile | undefined;
  /** Where it comes in the order of its kind, from 0 to 1. */
  readonly rank: number;
  /** Where it comes among those of its kind in its provision, and how many these are. */
  readonly among: { readonly at: number; readonly count: number };
}

/** What it costs to leave a rule single: two rules that are further apart than twice this are not the same rule. */
export const SINGLE = 0.35;

/** Words that nobody wrote down (rulebooks written by hand) tell neither way. */
const UNKNOWN_WORDS = 0.25;

/** A term that is counted back from an event is hardly one that was counted from it. */
const OTHER_WAY = 0.5;

/** Of the service and of waiting there is one term, and what is handed out is valid for one time; steps have many terms. */
export const isOneOfMany = (rule: Rule): boolean =>
  rule.kind === "deadline" && !["service", "waiting", "validity"].includes(rule.subject);

/**
 * How unlikely it is that two rules of one kind are the same rule. The same both ways round. The last part only breaks
 * ties, in favour of keeping the order.
 */
export function ruleCost(one: Prepared, other: Prepared): number {
  const words =
    one.profile === undefined || other.profile === undefined
      ? UNKNOWN_WORDS
      : 1 - likeness(one.profile, other.profile);
  const place = distance(one.place, other.place);
  return ofKind(one.rule, other.rule, words, place) + 1e-4 * (one.rank - other.rank) ** 2;
}

function ofKind(one: Rule, other: Rule, words: number, place: number): number {
  switch (one.kind) {
    case "deadline":
      return other.kind === "deadline"
        ? unless(one.subject === other.subject, 0.4) +
            unless(one.amount === other.amount && one.unit === other.unit, 0.08) +
            unless(sameChannels(one, other), 0.1) +
            unless((one.direction ?? "after") === (other.direction ?? "after"), OTHER_WAY) +
            0.15 * place +
            (one.subject === "service" || one.subject === "waiting" ? 0.4 : 0.8) * words
        : Infinity;
    case "hours":
      return other.kind === "hours"
        ? unless(one.who === other.who, 0.6) + 0.3 * apart(one.days, other.days) + 0.2 * words + 0.1 * place
        : Infinity;
    case "cutoff":
      return other.kind === "cutoff"
        ? 0.3 * apart(one.days, other.days) +
            unless(sameChannels(one, other), 0.1) +
            0.2 * words +
            0.1 * place
        : Infinity;
    case "document":
      return other.kind === "document"
        ? documents(one, other) + wordKind(one, other, words, place)
        : Infinity;
    case "refusal":
      return other.kind === "refusal"
        ? unless(one.stage === other.stage, 0.08) + wordKind(one, other, words, place)
        : Infinity;
    case "eligibility":
      return other.kind === "eligibility" ? wordKind(one, other, words, place) : Infinity;
    case "channel":
      return other.kind === "channel" && one.channel === other.channel ? 0.3 * words + 0.2 * place : Infinity;
    case "rollover":
      return other.kind === "rollover"
        ? unless(sameChannels(one, other), 0.1) + 0.3 * words + 0.2 * place
        : Infinity;
    case "fee":
    case "form":
      return other.kind === one.kind ? 0.3 * words + 0.2 * place : Infinity;
    default:
      return impossible(one);
  }
}

const unless = (same: boolean, cost: number): number => (same ? 0 : cost);

const sameChannels = (one: Rule, other: Rule): boolean =>
  JSON.stringify(channelsOf(one)) === JSON.stringify(channelsOf(other));

const wordKind = (one: Rule, other: Rule, words: number, place: number): number =>
  1.1 * words + 0.12 * place + unless(sameChannels(one, other), 0.08);

function documents(one: { readonly document?: string }, other: { readonly document?: string }): number {
  if (one.document === undefined || other.document === undefined) return 0;
  return one.document === other.document ? -0.4 : 0.4;
}

/** 0: the same days, 1: none in common; no days said means all. */
function apart(one: readonly number[] | undefined, other: readonly number[] | undefined): number {
  const all = [1, 2, 3, 4, 5, 6, 7];
  const [ours, theirs] = [new Set(one ?? all), new Set(other ?? all)];
  const both = [...ours].filter((day) => theirs.has(day)).length;
  const any = new Set([...ours, ...theirs]).size;
  return any === 0 ? 0 : 1 - both / any;
}
