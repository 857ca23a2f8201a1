import type { Channel, DeadlineRule, Rule } from "../../model/rule.ts";
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
  readonly rules: readonly Rule[];
}

/** A rulebook with the timetables of its channels, counted by whoever calls the audit. */
export interface BookAtWork {
  readonly book: AuditBook;
  readonly zone: ZoneTable;
  /** The rulebook names a zone; without one, times without a zone stay in doubt beside times that have one. */
  readonly zoneKnown: boolean;
  /** Timetable of a channel; without a channel, of a request whose channel is not known. */
  readonly timetable: (channel: Channel | undefined) => Timetable;
  /** The same with usual office hours in place of hours that are not known: how late a term can end at most. */
  readonly usual: (channel: Channel | undefined) => Timetable;
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

/** From which events to which a deadline runs; undefined where the rule names none and its subject has none. */
export function eventsOf(rule: DeadlineRule): { from: string; to: readonly string[] } | undefined {
  const usual = EVENTS_OF[rule.subject];
  const from = rule.fromEvent ?? usual?.from;
  const to = rule.toEvent ?? usual?.to;
  if (from === undefined || to === undefined) return undefined;
  return { from, to: rule.subject === "service" && to === "result-issued" ? [to, "refused"] : [to] };
}

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

/** A deadline as the calendar counts it in a channel. */
export const termOf = (rule: DeadlineRule, channel: Channel | undefined): Term => ({
  amount: rule.amount,
  unit: rule.unit,
  channel,
  countsStartDay: rule.countsStartDay,
  movesToWorkingDay: rule.movesToWorkingDay,
  clock: rule.clock,
  direction: rule.direction,
});
