import type { Condition } from "../../../src/model/condition.ts";
import {
  type Channel,
  CHANNELS,
  type DocumentRule,
  type RefusalRule,
  type Rule,
} from "../../../src/model/rule.ts";
import { dayAt } from "./clock.ts";
import { type Held, LAW_GROUNDS } from "./general-law.ts";
import { holdsAt } from "./law-terms.ts";
import { type Bench, channelsOf, type Told } from "./deadlines.ts";
import type { LoggedEvent } from "./log.ts";

/** A finding of how a case was handled, beside its deadlines. */
export type Conduct = Omit<Told, "case">;

export const conduct = (rule: string | null, outcome: Told["outcome"], { line }: LoggedEvent): Conduct => ({
  rule,
  outcome,
  due: undefined,
  late: undefined,
  line,
});

/** True or false where all say so; undefined where they differ or nobody knows. */
function unanimous(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const [only] = answers;
  return new Set(answers).size === 1 ? only : undefined;
}

function allOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

const not = (answer: boolean | undefined): boolean | undefined =>
  answer === undefined ? undefined : !answer;

/** What a condition comes to where nothing is known but the channel. */
function holds(condition: Condition | undefined, channel: Channel): boolean | undefined {
  if (condition === undefined) return true;
  if ("all" in condition) return allOf(condition.all.map((part) => holds(part, channel)));
  if ("any" in condition) return not(allOf(condition.any.map((part) => not(holds(part, channel)))));
  if ("not" in condition) return not(holds(condition.not, channel));
  if (condition.fact !== "channel") return undefined;
  const listed = [condition.value].flat().includes(channel);
  return condition.operator === "in" || condition.operator === "equal" ? listed : !listed;
}

/** Whether a rule speaks of a channel, by its field or by its condition. */
function speaksOf(rule: RefusalRule | DocumentRule, channel: Channel): boolean {
  const several = rule.kind === "document" ? rule.channels : undefined;
  const named = several ?? (rule.channel === undefined ? CHANNELS : [rule.channel]);
  return named.includes(channel) && holds(rule.when, channel) !== false;
}

const rulesOf = <K extends Rule["kind"]>(bench: Bench, kind: K) =>
  bench.book.rules.filter((rule): rule is Extract<Rule, { kind: K }> => rule.kind === kind);

/** Whether the regulation leaves something to acts that are not at hand. */
const leaves = (bench: Bench, kind: string): boolean =>
  (bench.book.notHeld ?? []).some(({ kinds }) => kinds.includes(kind));

/** Whether one of a group is there, or none is required: in every way in which its conditions may come out. */
function isThere(group: readonly DocumentRule[], given: ReadonlySet<string>, channel: Channel) {
  let ways: readonly (readonly DocumentRule[])[] = [[]];
  for (const paper of group) {
    const required = holds(paper.when, channel);
    ways = ways.flatMap((way) =>
      required === true ? [[...way, paper]] : required === false ? [way] : [way, [...way, paper]],
    );
  }
  return unanimous(
    ways.map(
      (way) => way.length === 0 || way.some(({ document }) => document !== undefined && given.has(document)),
    ),
  );
}

/** Whether all that is required was there; of a channel for which nothing is listed, nothing is known. */
function allWasThere(bench: Bench, given: ReadonlySet<string>, channel: Channel): boolean | undefined {
  const papers = rulesOf(bench, "document").filter(
    (rule) => rule.judges !== false && speaksOf(rule, channel),
  );
  if (papers.length === 0) return false;
  const groups = new Map<string, DocumentRule[]>();
  for (const paper of papers) {
    const key = paper.alternativeGroup ?? `alone ${paper.document ?? paper.id}`;
    groups.set(key, [...(groups.get(key) ?? []), paper]);
  }
  return allOf([...groups.values()].map((group) => isThere(group, given, channel)));
}

/** Papers handed in before an event: certainly, as those that came with the request, or perhaps where times leave it open. */
function givenBefore(
  at: LoggedEvent,
  events: readonly LoggedEvent[],
  certainly: boolean,
): ReadonlySet<string> {
  const request = events.find(({ activity }) => activity === "submitted");
  // At a time that nobody can mean it was at any time.
  const event = at.outlier ? { earliest: -Infinity, latest: Infinity } : at;
  const papers = events.filter(
    ({ activity, document, earliest, latest, outlier }) =>
      activity === "documents-provided" &&
      document !== "" &&
      (certainly
        ? !outlier &&
          earliest <= event.latest &&
          (latest < event.earliest || (request !== undefined && latest <= request.earliest))
        : outlier || earliest <= event.latest),
  );
  return new Set(papers.map(({ document }) => document));
}

/** Since when the law knows a ground; undefined where it is none of the law's. */
const heldOf = (reason: string): Held | undefined => LAW_GROUNDS.find(({ id }) => id === reason)?.held;

/** A refusal: on no ground, on one that the regulation does not know, or for papers that were there. */
function ofRefusal(
  bench: Bench,
  event: LoggedEvent,
  events: readonly LoggedEvent[],
  channels: readonly Channel[],
): readonly Conduct[] {
  const day = dayAt(bench.book.zone ?? "UTC", event.earliest);
  const own = rulesOf(bench, "refusal");
  const ofLaw = bench.law ? LAW_GROUNDS.filter(({ held }) => holdsAt(held, day) !== "no") : [];
  const grounds: readonly RefusalRule[] = [...own, ...ofLaw];
  // A regulation without any ground leaves them to other acts (art. 19-1(5)): nobody can tell which they are.
  if (own.length === 0 && !leaves(bench, "refusal")) return [];
  if (event.reason === "") return [conduct(null, "cannot-be-told", event)];
  const named = grounds.find(({ id }) => id === event.reason);
  if (named === undefined)
    return [conduct(null, leaves(bench, "refusal") ? "cannot-be-told" : "unknown-ground", event)];
  const known = unanimous(channels.map((channel) => speaksOf(named, channel)));
  if (known !== true) return [conduct(null, known === false ? "unknown-ground" : "cannot-be-told", event)];
  if (holdsAt(heldOf(event.reason), day) === "perhaps") return [conduct(null, "cannot-be-told", event)];
  if (named.aboutDocuments !== "missing") return [];
  if (!events.some(({ activity, document }) => activity === "documents-provided" && document !== ""))
    return [];
  const sets = [false, true].map((certainly) => givenBefore(event, events, certainly));
  const there = unanimous(
    channels.flatMap((channel) => sets.map((given) => allWasThere(bench, given, channel))),
  );
  if (there === false) return [];
  return [conduct(named.id, there === true ? "groundless-refusal" : "cannot-be-told", event)];
}

/** A paper that was asked for, and that the regulation does not list. */
function ofDemand(bench: Bench, event: LoggedEvent, channels: readonly Channel[]): readonly Conduct[] {
  const papers = rulesOf(bench, "document");
  if (papers.length === 0 || event.document === "") return [];
  const listed = unanimous(
    channels.map((channel) =>
      papers.some((rule) => rule.document === event.document && speaksOf(rule, channel)),
    ),
  );
  if (listed === true) return [];
  const unlisted = listed === false && !leaves(bench, "document");
  return [conduct(null, unlisted ? "unlisted-document" : "cannot-be-told", event)];
}

/** What one round shows of grounds and papers. */
export function judgePapers(
  bench: Bench,
  round: readonly LoggedEvent[],
  channel: Channel | undefined,
): readonly Conduct[] {
  const channels = channel === undefined ? channelsOf(bench.book) : [channel];
  return round.flatMap((event) => {
    if (event.activity === "refused") return ofRefusal(bench, event, round, channels);
    return event.activity === "documents-requested" ? ofDemand(bench, event, channels) : [];
  });
}
