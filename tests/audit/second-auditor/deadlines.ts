import type { AuditFinding } from "../../../src/model/audit.ts";
import { type Channel, CHANNELS, type DeadlineRule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { dayAt, type Instant } from "./clock.ts";
import {
  answeredBy,
  holdsAt,
  isOfAddressee,
  longest,
  type JudgedTerm,
  registrationOf,
  underLaw,
} from "./law-terms.ts";
import type { LoggedEvent } from "./log.ts";
import { answersTo, beginningsOf, type Done, firstOf, isOnce, outOfOrder, unopened } from "./pairing.ts";
import { withoutBasis } from "./suspensions.ts";
import { type Due, lateBy, type Pause } from "./terms.ts";
import { isTheirs } from "./whose.ts";
import { wayOf } from "./ways.ts";
import { outcomeIn, pauseWorlds, type World, worldsOf } from "./worlds.ts";

type Late = NonNullable<AuditFinding["late"]>;

/** What the second auditor tells: enough to be held against a finding of the program. */
export interface Told {
  readonly case: string;
  readonly rule: string | null;
  readonly outcome: AuditFinding["outcome"];
  /** When it was due, at the earliest and at the latest; undefined where nothing is due, or nobody can tell. */
  readonly due: readonly [Instant, Instant] | undefined;
  /** By how much it is late, at least and at most. */
  readonly late: readonly [Late, Late] | undefined;
  /** Line of the event that it is about: of a term, the one it begins with, or the one that ends what never began. */
  readonly line: number;
  /** Nobody can tell whether there is anything to tell. */
  readonly perhaps?: true;
}

/** The book that judges, where the calendars are, and until when is looked. */
export interface Bench {
  readonly book: Rulebook;
  readonly calendars: string;
  readonly now: Instant;
  /** Whether the log would say so where a complaint was satisfied. */
  readonly showsSatisfaction: boolean;
  /** Whether the general law lies beneath the book. */
  readonly law: boolean;
}

const NOT_AUDITED: ReadonlySet<string> = new Set(["validity", "entry-into-force", "administration"]);

/** Terms that a log can show and by which somebody is judged. */
export const judgingDeadlines = (book: Rulebook): readonly DeadlineRule[] =>
  book.rules.filter(
    (rule): rule is DeadlineRule =>
      rule.kind === "deadline" &&
      rule.judges !== false &&
      !NOT_AUDITED.has(rule.subject) &&
      rule.fromEvent !== undefined &&
      rule.toEvent !== undefined,
  );

/** Ways in which the service is given, as far as the book lists any. */
export function channelsOf(book: Rulebook): readonly Channel[] {
  const listed = new Set(book.rules.flatMap((rule) => (rule.kind === "channel" ? [rule.channel] : [])));
  return listed.size === 0 ? CHANNELS : CHANNELS.filter((channel) => listed.has(channel));
}

const boundChannels = (rule: DeadlineRule): readonly Channel[] =>
  rule.channels ?? (rule.channel === undefined ? CHANNELS : [rule.channel]);

/** The outcome that all worlds agree on; nobody can tell where they do not. */
function agreed(worlds: readonly World[], rule: DeadlineRule, done: Done | undefined, now: Instant) {
  const outcomes = new Set(worlds.flatMap((world) => outcomeIn(world, rule, done, now)));
  const [only] = outcomes;
  return outcomes.size === 1 && only !== undefined ? only : "cannot-be-told";
}

/** Due times by the book's own hours, the earliest and the latest; none where one of them never comes. */
function dueTimes(worlds: readonly World[]): readonly [Counted, Counted] | undefined {
  const counted = worlds.filter(({ usual }) => !usual).sort((one, other) => at(one) - at(other));
  const [first, last] = [counted[0], counted.at(-1)];
  return first !== undefined && last !== undefined && isCounted(first) && isCounted(last)
    ? [first, last]
    : undefined;
}

type Counted = World & { readonly due: Due };
const isCounted = (world: World): world is Counted => world.due !== undefined;
const at = ({ due }: World): Instant => due?.at ?? Infinity;

const binds = (rule: DeadlineRule, channel: Channel | undefined): boolean =>
  channel === undefined || boundChannels(rule).includes(channel);

/** Forwarding is not owed where the complaint may have been satisfied within its term (code of procedures, art. 91(4)). */
function mayBeSatisfied(
  bench: Bench,
  rule: DeadlineRule,
  began: LoggedEvent,
  events: readonly LoggedEvent[],
  worlds: readonly World[],
): boolean {
  // What stands still for good is not owed yet, whatever was answered.
  const isOwed = worlds.some(({ due }) => due !== undefined);
  if (rule.toEvent !== "complaint-forwarded" || bench.showsSatisfaction || !isOwed) return false;
  const answer = firstOf(
    events.filter(({ activity, latest }) => activity === "complaint-answered" && latest >= began.earliest),
  );
  return (
    answer !== undefined &&
    (answer.outlier || worlds.some((world) => outcomeIn(world, rule, answer, bench.now).includes("met")))
  );
}

/** Every way in which a term may have run that an event began, and was ended by what was done. */
function worldsOfTerm(
  bench: Bench,
  rule: JudgedTerm,
  began: LoggedEvent,
  done: Done | undefined,
  { events, channel, pauses }: Course,
): readonly World[] {
  const registered = bench.law ? registrationOf(rule, began, events, done) : undefined;
  const started = registered ?? firstOf(isOnce(rule) ? startsOf(bench, rule, events) : [began]) ?? began;
  const start = {
    earliest: (registered ?? began).earliest,
    latest: Math.min(started.latest, done?.latest ?? Infinity),
    registered: registered !== undefined,
  };
  const stood = pauses.map((each) => each.filter(({ from }) => from < (done?.latest ?? Infinity)));
  // A complaint may come in any way; a request comes in one of those in which the service is given.
  const possible = rule.subject === "complaint" ? CHANNELS : channelsOf(bench.book);
  const channels = channel === undefined ? possible : [channel];
  const endsAtMidnight = rule.wholeDay === true || done?.activity === "sent";
  return worldsOf(bench, rule, start, channels, stood, endsAtMidnight);
}

/** What a term of a round runs in: its events, its channel, and the times in which the clock may have stood still. */
interface Course {
  readonly events: readonly LoggedEvent[];
  readonly channel: Channel | undefined;
  readonly pauses: readonly (readonly Pause[])[];
}

/** One term that an event of a case began. */
function judge(
  bench: Bench,
  rule: JudgedTerm,
  began: LoggedEvent,
  events: readonly LoggedEvent[],
  named: Channel | undefined,
): readonly Omit<Told, "case">[] {
  const answers = answersTo(rule, began, events);
  const crossed = outOfOrder(rule, began, events);
  const channel = wayOf(rule, began, crossed === undefined ? answers : [crossed], named);
  const holds = holdsAt(rule.held, dayAt(bench.book.zone ?? "UTC", began.earliest));
  const ways =
    bench.law && isOfAddressee(rule) ? answeredBy(termsOf(bench), began, bench.book.zone ?? "UTC") : [rule];
  if (!binds(rule, channel) || holds === "no" || ways[0] !== rule) return [];
  const done = firstOf(answers);
  if (rule.whereDone === true && done === undefined && crossed === undefined) return [];
  const unknown = unknownOf(rule, began.line);
  const noChannel = channel === undefined && boundChannels(rule).length < CHANNELS.length;
  // The clock was put back: on the wall it was done before it began, and whether it really was nobody can tell.
  const reversed = done !== undefined && done.date === undefined && done.earliest < began.earliest;
  if (noChannel || reversed || began.outlier || done?.outlier === true || crossed !== undefined)
    return [unknown];
  const run = (pauses: Course["pauses"]): readonly World[] =>
    ways.flatMap((way) => worldsOfTerm(bench, way, began, done, { events, channel, pauses }));
  const pauses = pauseWorlds(events);
  const worlds = run(pauses);
  const stood = bench.law
    ? withoutBasis(
        unknown,
        pauses.map((each) => run([each])),
        run([[]]),
      )
    : [];
  const outcome = agreed(worlds, rule, done, bench.now);
  const isLate = outcome === "late" || outcome === "overdue";
  const isUnsure =
    (isLate && holds === "perhaps") ||
    (outcome !== "met" && mayBeSatisfied(bench, rule, began, events, worlds));
  if (outcome === "cannot-be-told" || isUnsure) return [unknown, ...stood];
  const due = dueTimes(worlds);
  if (due === undefined) return [{ ...unknown, outcome }, ...stood];
  const [first, last] = due;
  const least = lateBy(last.due, done?.earliest ?? bench.now, last.office);
  const most = lateBy(first.due, done?.latest ?? bench.now, first.office);
  const told = { ...unknown, outcome, due: [first.due.at, last.due.at] as const };
  return [{ ...told, late: isLate ? [least, most] : undefined }, ...stood];
}

/** What the service's term begins with: what it was forwarded by, if it was (Code, art. 76(2)), or else the request. */
function startsOf(
  { law }: Bench,
  rule: DeadlineRule,
  events: readonly LoggedEvent[],
): readonly LoggedEvent[] {
  const restarts = law && rule.subject === "service" && rule.fromEvent === "submitted";
  const forwarded = events.filter(({ activity }) => restarts && activity === "forwarded");
  return forwarded.length > 0 ? forwarded : beginningsOf(rule, events);
}

const TERMS = {
  own: new WeakMap<Rulebook, readonly JudgedTerm[]>(),
  law: new WeakMap<Rulebook, readonly JudgedTerm[]>(),
};

/** All terms by which somebody is judged: the book's, and with the law beneath also the law's. */
function termsOf({ book, law }: Bench): readonly JudgedTerm[] {
  const terms = law ? TERMS.law : TERMS.own;
  const own = judgingDeadlines(book);
  const found = terms.get(book) ?? (law ? underLaw(own) : own);
  terms.set(book, found);
  return found;
}

/** Nobody stands in a queue to a portal, or on the telephone. */
const STANDS_IN_A_QUEUE: ReadonlySet<Channel | undefined> = new Set(["provider", "corporation"]);

/** All that deadlines say of one round: those of the book and, with the law beneath, the law's. */
export function judgeDeadlines(
  bench: Bench,
  events: readonly LoggedEvent[],
  channel: Channel | undefined,
): readonly Omit<Told, "case">[] {
  return termsOf(bench).flatMap((rule) => {
    const theirs = rule.when === undefined || isTheirs(rule.when, events);
    if (theirs === false) return [];
    const alone = unopened(rule, events).filter((end) => binds(rule, wayOf(rule, undefined, [end], channel)));
    // Of the law's terms nobody is told that they began nowhere; of a complaint that one of two answers, by the longer.
    const isSilent =
      (rule.subject === "waiting" && !STANDS_IN_A_QUEUE.has(channel)) ||
      rule.held !== undefined ||
      (bench.law && isOfAddressee(rule) && longest(termsOf(bench)) !== rule);
    return [
      ...startsOf(bench, rule, events)
        .slice(0, isOnce(rule) ? 1 : Infinity)
        .flatMap((began) => judge(bench, rule, began, events, channel))
        .flatMap((told) =>
          theirs === true ? told : told.rule === rule.id ? unknownOf(rule, told.line) : [],
        ),
      ...(isSilent ? [] : alone).map(({ line }) => unknownOf(rule, line)),
    ];
  });
}

/** Of a rule, that nobody can tell. */
const unknownOf = (rule: DeadlineRule, line: number): Omit<Told, "case"> => ({
  rule: rule.id,
  outcome: "cannot-be-told",
  due: undefined,
  late: undefined,
  line,
});
