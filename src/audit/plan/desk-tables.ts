import {
  binds,
  CHANNELS,
  REQUEST,
  type Channel,
  type CutoffRule,
  type RolloverRule,
  type Rule,
  type Weekday,
} from "../../model/rule.ts";
import type { BookAtWork } from "./book.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { channelNumber } from "./term-rows.ts";
import type { Terms } from "./terms.ts";

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** Later than every time of day: a cutoff that names none gives way to one that does. */
const NO_TIME = "99:99";

/** For each book and channel its timetable, and the rules that hours, cutoff and rollover rest on, day by day of the week. */
export function deskTables(books: readonly BookAtWork[], terms: Terms): readonly [PlanTable, PlanTable] {
  const desks = books.flatMap((atWork, number) =>
    [undefined, ...CHANNELS].map((channel) => ({ atWork, number, channel })),
  );
  return [
    planTable(
      "desk",
      "For each book and channel its timetable, and the rule that its rollover rests on.",
      [
        "book_no",
        "channel_no",
        "timetable_no",
        "zone_no",
        "rollover_rule_no",
        "has_hours",
        "moves_start",
        "at_a_desk",
      ],
      desks.map(({ atWork, number, channel }) => deskRow(atWork, number, channel, terms)),
    ),
    planTable(
      "desk_rule",
      "For each book and channel, by the day of the week whose hours a day has, the rules of its hours and its cutoff.",
      ["book_no", "channel_no", "hours_weekday", "hours_rule_no", "cutoff_rule_no"],
      desks.flatMap(({ atWork, number, channel }) => {
        const numberOf = numbering(atWork, number, terms);
        return WEEKDAYS.map((weekday) => [
          number,
          channelNumber(channel),
          weekday,
          numberOf(hoursRuleOn(atWork.book.rules, channel, weekday)),
          numberOf(cutoffOn(atWork.book.rules, channel, weekday)),
        ]);
      }),
    ),
  ];
}

function deskRow(
  atWork: BookAtWork,
  number: number,
  channel: Channel | undefined,
  terms: Terms,
): readonly (number | null)[] {
  const table = atWork.timetable(channel);
  const counted = atWork.zoneKnown && table.calendar !== undefined;
  const rollover = atWork.book.rules.find(
    (rule) => rule.judges !== false && rule.kind === "rollover" && covers(rule, channel),
  );
  return [
    number,
    channelNumber(channel),
    terms.timetableOf(number, channel),
    terms.zoneOf(number),
    numbering(atWork, number, terms)(rollover),
    counted && table.hours !== undefined ? 1 : 0,
    counted && table.moves ? 1 : 0,
    channel === "provider" || channel === "phone" || channel === "corporation" ? 1 : 0,
  ];
}

/** Numbers of a book's rules, null for none. */
const numbering =
  ({ book }: BookAtWork, number: number, terms: Terms) =>
  (rule: Rule | undefined): number | null =>
    rule === undefined ? null : terms.firstRuleOf(number) + book.rules.indexOf(rule);

/** Whether a cutoff or rollover speaks of requests through a channel. */
const covers = (rule: CutoffRule | RolloverRule, channel: Channel | undefined): boolean =>
  (rule.channel === undefined || rule.channel === channel) && binds(rule, REQUEST);

const isOn = ({ days }: { readonly days?: readonly Weekday[] }, weekday: Weekday): boolean =>
  days === undefined || days.includes(weekday);

/** The rule whose words set the hours of a day of the week; on a day that none opens, the first of them. */
function hoursRuleOn(
  rules: readonly Rule[],
  channel: Channel | undefined,
  weekday: Weekday,
): Rule | undefined {
  const who = channel === "corporation" ? "corporation" : "provider";
  const hours = rules
    .filter((rule) => rule.kind === "hours")
    .filter((rule) => rule.judges !== false && rule.who === who);
  return hours.find((rule) => isOn(rule, weekday)) ?? hours[0];
}

/** The rule that ends the taking of requests on a day of the week, the earliest of several. */
function cutoffOn(rules: readonly Rule[], channel: Channel | undefined, weekday: Weekday): Rule | undefined {
  const cutoffs = rules
    .filter((rule): rule is CutoffRule => rule.kind === "cutoff")
    .filter((rule) => rule.judges !== false && covers(rule, channel));
  const time = (rule: CutoffRule): string => rule.time ?? NO_TIME;
  const [earliest] = cutoffs
    .filter((rule) => isOn(rule, weekday))
    .sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
  return earliest;
}
