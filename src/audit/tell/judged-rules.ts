import type { Database } from "../../engine/database.ts";
import { sql } from "../../engine/sql.ts";
import type { JudgedRule, NoCaseBecause } from "../../model/audit.ts";
import type { DutyRule, RowDuty } from "../../model/law.ts";
import { CHANNELS, type Channel, type DeadlineRule, type Rule } from "../../model/rule.ts";
import { channelsOf, deadlinesOf, eventsOf, orderedBook } from "../plan/book.ts";
import type { Plan } from "../plan/plan.ts";
import { citedOf } from "./cited.ts";
import type { JudgedLog } from "../run/judge-log.ts";

/** Channels at which people of a provider, or of the corporation, serve. */
const DESKS: Readonly<Record<string, readonly Channel[]>> = {
  provider: ["provider", "phone"],
  corporation: ["corporation"],
};

/** What the log holds for the rules to be held against. */
interface Looked {
  /** Events of the log, by their names. */
  readonly events: ReadonlySet<string>;
  /** Cases of a book in some channels; without a list in all. */
  readonly cases: (book: number, channels: readonly Channel[] | undefined) => number;
  readonly submitted: (book: number, channels: readonly Channel[] | undefined) => number;
  readonly with: (book: number, event: string) => number;
  /** Cases that a deadline has told something of. */
  readonly decided: ReadonlyMap<number, number>;
  /** Rules with a finding of whatever kind. */
  readonly told: ReadonlySet<number>;
  /** The log keeps reasons of refusals; the mapping names papers that systems give. */
  readonly reasons: boolean;
  readonly papers: boolean;
}

/**
 * Of every rule how many cases it judged, and why none where it is none. Of books that judged no case only where no book
 * did: a log is about few of the services that there are rules for.
 */
export async function judgedRules(audit: JudgedLog): Promise<JudgedRule[]> {
  const { plan } = audit;
  const looked = await lookedAt(audit);
  const atWork = plan.books.map((_, book) => looked.cases(book, undefined) > 0);
  return plan.terms.rules.flatMap(({ book, rule }, number): JudgedRule[] => {
    if (atWork[book] !== true && atWork.includes(true)) return [];
    const of = plan.books[book]?.book;
    const cases = casesOf(rule, number, book, looked);
    return [
      {
        rule: rule.id,
        ...citedOf(rule),
        kind: rule.kind,
        service: of?.id ?? "",
        version: of?.version ?? null,
        cases,
        because: cases > 0 ? null : because(rule, number, book, looked, audit),
        ...lackingFor(rule, plan),
      },
    ];
  });
}

function casesOf(rule: Rule | DutyRule, number: number, book: number, looked: Looked): number {
  switch (rule.kind) {
    case "deadline":
      return looked.decided.get(number) ?? 0;
    case "hours":
      return [...looked.events].some(isWork) ? looked.cases(book, DESKS[rule.who] ?? []) : 0;
    case "cutoff":
    case "rollover":
      return looked.submitted(book, channelsOf(rule));
    case "refusal":
      return looked.with(book, "refused");
    case "document":
      return looked.with(book, "documents-requested");
    case "duty":
      return missingFor(rule, looked) === undefined ? looked.with(book, EVENT_OF[rule.duty]) : 0;
    default:
      return 0;
  }
}

/** Whether somebody of the provider acts in an event. */
const isWork = (event: string): boolean =>
  ["registered", "result-issued", "refused", "documents-requested", "complaint-answered"].includes(event) ||
  event.startsWith("step:");

function because(
  rule: Rule | DutyRule,
  number: number,
  book: number,
  looked: Looked,
  { plan }: JudgedLog,
): NoCaseBecause {
  const needed = eventsNeeded(rule);
  if (needed === undefined) return "not-in-logs";
  const notAudited = plan.terms.notAudited.find((each) => each.rule === rule);
  if (notAudited !== undefined) return notAudited.because;
  const of = plan.books[book]?.book;
  const isOfLog = rule.ofLog !== undefined;
  if (rule.kind === "deadline" && !isOfLog && of !== undefined && !deadlinesOf(of).includes(rule))
    return "binds-no-case";
  if (looked.told.has(number)) return "cannot-be-told";
  if (looked.cases(book, undefined) === 0) return "no-cases";
  if (needed.length > 0 && !needed.some((event) => looked.events.has(event))) return "events-not-in-log";
  return (rule.kind === "duty" ? missingFor(rule, looked) : undefined) ?? "no-such-case";
}

const lackingFor = (rule: Rule | DutyRule, { terms }: Plan): Pick<JudgedRule, "lacking"> => {
  const lacking = terms.notAudited.find((each) => each.rule === rule)?.lacking;
  return lacking === undefined ? {} : { lacking };
};

/** In which event a duty is kept or broken that single rows show. */
const EVENT_OF: Readonly<Record<RowDuty, string>> = {
  "refused-with-reason": "refused",
  "asks-not-for-what-systems-give": "documents-requested",
};

/** What the log or its mapping would have to say beside such an event; undefined where it does. */
const missingFor = ({ duty }: DutyRule, looked: Looked): NoCaseBecause | undefined => {
  if (duty === "refused-with-reason") return looked.reasons ? undefined : "reasons-not-in-log";
  return looked.papers ? undefined : "papers-not-named";
};

/** Events of which a log has to hold one for the rule to judge; undefined where no log shows what it says. */
function eventsNeeded(rule: Rule | DutyRule): readonly string[] | undefined {
  switch (rule.kind) {
    case "deadline":
      return deadlineEvents(rule);
    case "hours":
      return [];
    case "cutoff":
    case "rollover":
      return ["submitted"];
    case "refusal":
      return ["refused"];
    case "document":
      return ["documents-requested"];
    case "duty":
      return [EVENT_OF[rule.duty]];
    default:
      return undefined;
  }
}

function deadlineEvents(rule: DeadlineRule): readonly string[] {
  const events = eventsOf(rule);
  return events === undefined ? [] : [events.from, ...events.to];
}

async function lookedAt({ database, plan, shape }: JudgedLog): Promise<Looked> {
  const byChannel = await database.rows<{
    book_no: number;
    channel_no: number;
    cases: number;
    submitted: number;
  }>(sql`
    select book_no, channel_no, cast(sum(case_count) as bigint) as cases, cast(sum(submitted_count) as bigint) as submitted
    from look_total group by book_no, channel_no`);
  const byEvent = await database.rows<{ book_no: number; event_no: number; cases: number }>(sql`
    select book_no, event_no, cast(sum(case_count) as bigint) as cases from event_total group by book_no, event_no`);
  const decided = await database.rows<{ rule_no: number; cases: number }>(sql`
    select rule_no, cast(sum(case_count) as bigint) as cases from judged_total group by rule_no`);
  const told = await database.rows<{ rule_no: number }>(
    sql`select distinct rule_no from outcome_total where rule_no is not null`,
  );
  const inBook = <T extends { readonly book_no: number }>(rows: readonly T[], book: number): T[] =>
    rows.filter(({ book_no }) => orderedBook(plan.books, book_no) === book);
  const inChannels = (book: number, channels: readonly Channel[] | undefined): typeof byChannel =>
    inBook(byChannel, book).filter(({ channel_no }) => {
      const channel = CHANNELS[channel_no - 1];
      return channels === undefined || (channel !== undefined && channels.includes(channel));
    });
  const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);
  return {
    events: await eventsSeen(database, plan.mapping.events),
    cases: (book, channels) => sum(inChannels(book, channels).map(({ cases }) => cases)),
    submitted: (book, channels) => sum(inChannels(book, channels).map(({ submitted }) => submitted)),
    with: (book, event) =>
      sum(
        inBook(byEvent, book).flatMap(({ event_no, cases }) =>
          event_no === plan.events.get(event) ? [cases] : [],
        ),
      ),
    decided: new Map(decided.map(({ rule_no, cases }) => [rule_no, cases])),
    told: new Set(told.map(({ rule_no }) => rule_no)),
    reasons: shape.reasons,
    papers: (plan.mapping.fromSystems ?? []).length > 0,
  };
}

async function eventsSeen(
  database: Database,
  events: Readonly<Record<string, string>>,
): Promise<ReadonlySet<string>> {
  const seen = await database.rows<{ activity: string }>(
    sql`select t.activity from tally t join activity_event a on a.activity = t.activity where t.refused is null`,
  );
  return new Set(seen.flatMap(({ activity }) => events[activity] ?? []));
}
