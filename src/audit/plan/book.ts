import { binds, CHANNELS, REQUEST, type Channel, type DeadlineRule, type Rule } from "../../model/rule.ts";
import type { Provision } from "../../model/law.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { UnreadShare } from "../../model/unread-share.ts";
import type { Timetable } from "../../calendar/timetable.ts";
import type { ZoneTable } from "../../calendar/zone-table.ts";
import type { Term } from "../../calendar/term.ts";

/** What an audit needs of a rulebook; every rulebook has it. */
export interface AuditBook {
  readonly id: string;
  readonly version?: string;
  readonly service?: { readonly id?: string; readonly name: Readonly<Record<string, string>> };
  readonly inForce?: { readonly from: unknown; readonly until: unknown; readonly adopted?: string };
  readonly notHeld?: readonly { readonly kinds: readonly string[] }[];
  readonly unread?: UnreadShare;
  /** Clauses of the regulation, or of a law, by which its terms may stand still. */
  readonly suspends?: readonly { readonly cite: string }[];
  readonly rules: readonly Rule[];
}

/** A rulebook with the timetables of its channels, counted by whoever calls the audit. */
export interface BookAtWork {
  readonly book: AuditBook;
  readonly zone: ZoneTable;
  /** The rulebook names a zone; without one, times without a zone stay in doubt beside times that have one. */
  readonly zoneKnown: boolean;
  /**
   * Timetable of a channel; without a channel, of a request whose channel is not known. Of requests, or of another event
   * that a rollover or cutoff speaks of.
   */
  readonly timetable: (channel: Channel | undefined, event?: string) => Timetable;
  /** The same with usual office hours in place of hours that are not known: how late a term can end at most. */
  readonly usual: (channel: Channel | undefined) => Timetable;
  /** The facts that its conditions look at; absent: they are known by their comparisons alone. */
  readonly vocabulary?: Vocabulary | undefined;
  /** The general law beneath the book, whatever the day (`law/provision-days.ts` says what holds when); absent: left out, or none. */
  readonly law?: readonly Provision[] | undefined;
  /** Not by its own clock but by that of a zone that the mapping names (its number), for a book of the order; absent: itself. */
  readonly inZone?: { readonly zone: number; readonly book: number };
}

/** Number of the zone that a book is at work in; 0: its own. */
export const zoneNumber = ({ inZone }: BookAtWork): number => inZone?.zone ?? 0;

/** Number of the book as it was ordered, whatever zone it is at work in: rules are told and counted by it. */
export const orderedBook = (books: readonly BookAtWork[], number: number): number =>
  books[number]?.inZone?.book ?? number;

/** Subjects that bind no one in a case (DESIGN.md, section 3). */
const NOT_AUDITED = new Set(["validity", "entry-into-force", "administration"]);

const EVENTS_OF: Readonly<Record<string, { from: string; to: string }>> = {
  service: { from: "submitted", to: "result-issued" },
  waiting: { from: "arrived", to: "submitted" },
  complaint: { from: "complaint-filed", to: "complaint-answered" },
};

/** A result is handed to the post. */
export const SENT = "sent";

/** What else ends a term beside the event that its rule names: a refusal is an answer, and a result of a service. */
const ALSO_ENDS: Readonly<Record<string, readonly string[]>> = {
  // A result is in time with the day of its dispatch (Civil Code, art. 176(2)); a decision to extend ends the term, and its
  // own begins (Administrative Code, art. 76(3)); what is returned has to be asked for anew (art. 64(8)).
  "result-issued": ["refused", SENT, "extended", "returned"],
  "step:answered": ["refused"],
  "complaint-answered": ["complaint-satisfied", "complaint-extended"],
  // Not owed where the complaint is met in full within the term (Administrative Code, art. 91(4)).
  "complaint-forwarded": ["complaint-satisfied"],
};
/** Decisions to extend: they end a term where something allows them. */
export const EXTENSIONS: readonly string[] = ["extended", "complaint-extended"];
/** What leaves it open whether a term is owed any more: an answer can have met the complaint in full, or not. */
const MAYBE_ENDS: Readonly<Record<string, { readonly event: string; readonly unless: string }>> = {
  "complaint-forwarded": { event: "complaint-answered", unless: "complaint-satisfied" },
};

/** What registers an event that comes in. */
const REGISTERS: Readonly<Record<string, string>> = {
  submitted: "registered",
  "complaint-filed": "complaint-registered",
};
/** What starts the term of a service afresh: it runs at the competent body (Administrative Code, art. 76(2)). */
const FORWARDED = "forwarded";

/** Between which events a deadline runs. */
export interface BetweenEvents {
  readonly from: string;
  readonly to: readonly string[];
  /** An event after which it may not be owed any more, unless the log tells another one apart from it. */
  readonly maybe?: { readonly event: string; readonly unless: string };
  /** The event that registers the first, where the term runs from registration. */
  readonly registered?: string;
  /** The event by which the term starts afresh. */
  readonly restarts?: string;
}

/**
 * From which event to which others a deadline runs; undefined where the rule names none and its subject has none. `putOffBy`:
 * the events by which it is put off with a basis; absent: whatever usually does so.
 */
export function eventsOf(rule: DeadlineRule, putOffBy?: readonly string[]): BetweenEvents | undefined {
  const usual = EVENTS_OF[rule.subject];
  const from = rule.fromEvent ?? usual?.from;
  const to = rule.toEvent ?? usual?.to;
  if (from === undefined || to === undefined) return undefined;
  const maybe = MAYBE_ENDS[to];
  const registered = rule.fromRegistration === true ? REGISTERS[from] : undefined;
  return {
    from,
    to: endsOf(to, putOffBy).filter((event) => !isNoEndOf(rule, event)),
    ...(maybe === undefined ? {} : { maybe }),
    ...(registered === undefined ? {} : { registered }),
    ...(rule.subject === "service" && from === REQUEST ? { restarts: FORWARDED } : {}),
  };
}

const endsOf = (to: string, putOffBy: readonly string[] | undefined): readonly string[] => {
  const usual = [to, ...(ALSO_ENDS[to] ?? [])];
  if (putOffBy === undefined) return usual;
  const lawful = usual.filter(
    (event) => event === to || !EXTENSIONS.includes(event) || putOffBy.includes(event),
  );
  return [...new Set([...lawful, ...putOffBy.filter((event) => !EXTENSIONS.includes(event))])];
};

/**
 * Who gives a service is not among those who can extend a complaint's term (Law on public services, art. 25(4)); a deadline
 * that the log itself carries is put off there by another.
 */
const isNoEndOf = ({ addressee, ofLog }: DeadlineRule, event: string): boolean =>
  (event === "complaint-extended" && addressee === "provider") ||
  (ofLog !== undefined && event === "extended");

/** The deadlines of a book that judge cases. */
export const deadlinesOf = (book: AuditBook): DeadlineRule[] =>
  book.rules.filter(
    (rule): rule is DeadlineRule =>
      rule.kind === "deadline" && rule.judges !== false && !NOT_AUDITED.has(rule.subject),
  );

/** Channels that a rule is for; undefined: every channel. */
export function channelsOf(rule: {
  channel?: Channel;
  channels?: readonly Channel[];
}): readonly Channel[] | undefined {
  return rule.channels ?? (rule.channel === undefined ? undefined : [rule.channel]);
}

/** Channels that a service is offered in; where a book does not say so, all. */
export function offeredChannels(rules: readonly Rule[]): readonly Channel[] {
  const offered = rules.flatMap((rule) => (rule.kind === "channel" ? [rule.channel] : []));
  return offered.length === 0 ? CHANNELS : CHANNELS.filter((channel) => offered.includes(channel));
}

/** A deadline as the calendar counts it in a channel. */
export const termOf = (rule: DeadlineRule, channel: Channel | undefined): Term => ({
  amount: rule.amount,
  unit: rule.unit,
  channel,
  countsStartDay: rule.countsStartDay,
  movesToWorkingDay: rule.movesToWorkingDay,
  clock: rule.clock,
  lastHour: rule.lastHour,
  direction: rule.direction,
});

/** A deadline as it is counted in a channel, and by which timetable: rollovers and cutoffs move what they speak of alone. */
export function countedTerm(
  { book, timetable, law = [] }: BookAtWork,
  rule: DeadlineRule,
  channel: Channel | undefined,
): { readonly term: Term; readonly table: Timetable } {
  const from = eventsOf(rule)?.from ?? REQUEST;
  const moving = book.rules
    .filter((each) => each.kind === "cutoff" || each.kind === "rollover")
    .filter((each) => each.judges !== false && (each.channel ?? channel) === channel);
  const moves = moving.some((each) => binds(each, from));
  const byLaw = !moves && law.some((each) => each.kind === "rollover" && each.events.includes(from));
  const alike = moving.every((each) => binds(each, from) === binds(each, REQUEST));
  const ofRequests = timetable(channel);
  return {
    term: { ...termOf(rule, channel), startMoves: moves || byLaw },
    // Days and hours are the same whatever moves: a table of its own is made only where it has to be.
    table: (moves && !alike) || (byLaw && ofRequests.moves) ? timetable(channel, from) : ofRequests,
  };
}
