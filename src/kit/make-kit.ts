import type { BookAtWork } from "../audit/plan/book.ts";
import type { Day } from "../calendar/day.ts";
import { isoOf, dayAt } from "../calendar/day.ts";
import type { Timetable } from "../calendar/timetable.ts";
import type { ZoneTable } from "../calendar/zone-table.ts";
import type { Plan } from "../compile/plan.ts";
import { startingOf } from "../compile/starting.ts";
import { groupedBy } from "../model/grouped-by.ts";
import type { Kit, KitCase, KitRequest, KitUntested } from "../model/kit.ts";
import { CHANNELS, type Channel, type Rule } from "../model/rule.ts";
import type { Verdict } from "../model/verdict.ts";
import { conditionCases, isCondition } from "./condition-cases.ts";
import { kitDays, ordinaryDay } from "./days.ts";
import type { Draft } from "./drafts.ts";
import { verdictCase } from "./drafts.ts";
import { eventDueCases, requestDueCases } from "./due-cases.ts";
import { inOrder } from "./in-order.ts";
import { paperCases } from "./paper-cases.ts";
import { Asked, type Told } from "./told.ts";

/** What a kit is made with: the version that judges, and who asks it. */
export interface KitOf {
  readonly book: BookAtWork;
  /** The plan that judges on a day, and the table of a channel's requests. */
  readonly at: (day: Day) => {
    readonly plan: Plan;
    readonly table: (channel: Channel) => Timetable | undefined;
  };
  readonly judge: (request: KitRequest) => Verdict;
  readonly zone: ZoneTable;
  readonly from?: Day | undefined;
}

/** Boundary cases of a service; undefined where no day is known on which its version is in force and counted. */
export function makeKit(of: KitOf): Pick<Kit, "days" | "rules" | "untested" | "cases"> | undefined {
  const { book, judge, zone } = of;
  const table = book.timetable(undefined);
  const days = kitDays(of.book.book.inForce as never, table.calendar, of.from);
  if (days === undefined) return undefined;
  const isWorking = (day: Day): boolean =>
    table.calendar === undefined || table.working[day - table.first] === 1;
  const day = ordinaryDay(days, isWorking);
  const at = of.at(days.first);
  const asked = new Asked(book.book.id, judge, day, zone);
  const drafts = [
    ...verdictCases(at.plan, asked),
    ...CHANNELS.flatMap((channel) => {
      const base = at.plan.channels[channel].offered ? inOrder(at.plan, channel, asked) : undefined;
      if (base === undefined) return [];
      return requestDueCases(base, { plan: at.plan, asked, judge, table: at.table(channel), days });
    }),
    ...book.book.rules.flatMap((rule) =>
      rule.kind === "deadline" &&
      rule.judges !== false &&
      rule.ofLaw === undefined &&
      rule.when === undefined &&
      startingOf(rule, at.plan) === "other"
        ? eventDueCases(rule, book, days)
        : [],
    ),
  ];
  const cases = numbered(drafts);
  return {
    days: { first: isoOf(days.first), last: isoOf(dayAt(days.end - 1)) },
    ...tested(at.plan.book.rules, cases),
    cases,
  };
}

/** Requests through every channel: all in order, and every rule just met and just not. */
function verdictCases(plan: Plan, asked: Asked): Draft[] {
  const { rules } = plan.book;
  const whole = new Set<string>();
  const first = CHANNELS.flatMap((channel) =>
    plan.channels[channel].offered ? (inOrder(plan, channel, asked) ?? []) : [],
  );
  const offered = first.flatMap((base) => {
    const ofRules = rules.flatMap((rule) => {
      const made = ruleCases(rule, base, plan, asked, !whole.has(rule.id));
      if (made.length > 0) whole.add(rule.id);
      return made;
    });
    const [channel, ...same] = rules.filter(
      (rule) => rule.kind === "channel" && rule.channel === base.channel,
    );
    const also = same.map(({ id }) => id);
    return [
      ...(channel === undefined ? [] : [verdictCase("all-in-order", channel, base, asked, also)]),
      ...ofRules,
    ];
  });
  return [...offered, ...notOffered(first[0], plan, asked)];
}

function ruleCases(rule: Rule, base: Told, plan: Plan, asked: Asked, whole: boolean): Draft[] {
  if (rule.kind === "document") return paperCases(rule, base, plan, asked, whole);
  return isCondition(rule) ? conditionCases(rule, base, plan, asked, whole) : [];
}

/** The same request through a channel in which the service is not offered. */
function notOffered(base: Told | undefined, plan: Plan, asked: Asked): Draft[] {
  const rule = plan.book.rules.find(({ kind }) => kind === "channel");
  if (base === undefined || rule === undefined) return [];
  return CHANNELS.filter((channel) => !plan.channels[channel].offered).map((channel) =>
    verdictCase("channel-not-offered", rule, { ...base, channel }, asked),
  );
}

/** Cases with their numbers, each question once: what is asked for the sake of several rules tests all of them. */
function numbered(drafts: readonly Draft[]): KitCase[] {
  const alike = groupedBy(drafts, ({ asks, rule, request, begins }) =>
    JSON.stringify([asks, asks === "due" ? rule : "", request, begins]),
  );
  return [...alike.values()].flatMap(([first, ...others], index) => {
    if (first === undefined) return [];
    const tested = [first, ...others].flatMap(({ rule, also = [] }) => [rule, ...also]);
    const also = [...new Set(tested)].filter((rule) => rule !== first.rule);
    const number = String(index + 1).padStart(4, "0");
    return [{ case: number, ...first, ...(also.length === 0 ? {} : { also }) }];
  });
}

/** How many cases each rule has; of a rule without one, why. */
function tested(rules: readonly Rule[], cases: readonly KitCase[]): Pick<Kit, "rules" | "untested"> {
  const counts = new Map<string, number>();
  for (const { rule, also = [] } of cases)
    for (const id of [rule, ...also]) counts.set(id, (counts.get(id) ?? 0) + 1);
  const has = rules.filter(({ id }) => counts.has(id));
  return {
    rules: has.map(({ id, cite }) => ({ rule: id, cite, cases: counts.get(id) ?? 0 })),
    untested: rules
      .filter(({ id }) => !counts.has(id))
      .map((rule) => ({ rule: rule.id, cite: rule.cite, why: whyUntested(rule) })),
  };
}

const TIMES: ReadonlySet<string> = new Set(["deadline", "cutoff", "rollover"]);

function whyUntested(rule: Rule): KitUntested {
  if (rule.judges === false) return "another-rule-judges";
  if (rule.kind === "deadline" && rule.when !== undefined) return "never-alone";
  if (TIMES.has(rule.kind)) return "no-time-can-be-told";
  return rule.kind === "document" || isCondition(rule) ? "never-alone" : "says-nothing-of-requests-or-terms";
}
