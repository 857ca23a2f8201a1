import { explain } from "../../calendar/explain.ts";
import { isoInstant } from "../../calendar/iso-instant.ts";
import type { Suspension } from "../../calendar/suspension.ts";
import { sql, value, type Sql } from "../../engine/sql.ts";
import type { DueExplanation } from "../../model/due-explanation.ts";
import type { ExplainedCase, ExplainedFinding } from "../../model/explained-case.ts";
import type { LastHour } from "../../model/last-hour.ts";
import { ROUND_MARK } from "../../model/round.ts";
import { CHANNELS, type Channel, type DeadlineRule } from "../../model/rule.ts";
import { countedTerm, type BookAtWork } from "../plan/book.ts";
import { lastHourOf, MIDNIGHT } from "../plan/last-hour.ts";
import { NEVER } from "../plan/measures.ts";
import { judgedDeadlines } from "../plan/prolonged.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { placeOf } from "../../model/read-file.ts";
import { caseFacts } from "./case-facts.ts";
import { findingWriter, type FindingRow } from "./finding.ts";
import { SECOND_MS } from "../../model/time-units.ts";

/** Looks one case up in an audit; undefined where the log has no such case. */
export async function explainCase(audit: JudgedLog, id: string): Promise<ExplainedCase | undefined> {
  const key = value(id + ROUND_MARK);
  const isCase = sql`(case_id = ${value(id)} or (starts_with(case_id, ${key}) and regexp_full_match(substr(case_id, length(${key}) + 1), '[0-9]+')))`;
  const events = await audit.database.rows<{ row_no: number; activity: string; earliest_at: number }>(sql`
    select e.row_no, r.activity, e.earliest_at from event e join raw r on r.row_no = e.row_no
    where e.row_no in (select row_no from event where ${isCase}) order by e.earliest_at, e.row_no`);
  if (events.length === 0) return undefined;
  const rows = await audit.database.rows<FindingRow>(
    sql`select * from finding where ${isCase} order by start_at, rule_no, occurrence`,
  );
  const [first] = rows;
  const zone = audit.plan.books[first?.book_no ?? 0]?.zone;
  return {
    case: id,
    events: events.map(({ row_no, activity, earliest_at }) => ({
      row: placeOf(audit.log.files, row_no).line,
      activity,
      at: zone === undefined ? "" : isoInstant(zone, earliest_at),
    })),
    findings: await explained(audit, rows, await suspensionsWhere(audit, isCase)),
    ...(await caseFacts(
      audit,
      events.map(({ row_no }) => row_no),
      first,
    )),
  };
}

interface KeptSuspension extends Suspension {
  readonly round: string;
}

async function suspensionsWhere({ database }: JudgedLog, isCase: Sql): Promise<KeptSuspension[]> {
  const rows = await database.rows<{ case_id: string; from_at: number; until_at: number }>(
    sql`select case_id, from_at, until_at from case_suspension where ${isCase}`,
  );
  return rows.map(({ case_id, from_at, until_at }) => ({ round: case_id, from: from_at, until: until_at }));
}

function explained(
  audit: JudgedLog,
  rows: readonly FindingRow[],
  suspensions: readonly KeptSuspension[],
): Promise<ExplainedFinding[]> {
  const write = findingWriter(audit);
  return Promise.all(
    rows.map(async (row) => ({
      finding: write(row),
      counted: await counted(
        audit,
        row,
        suspensions.filter(({ round }) => round === row.case_id),
      ),
      time:
        row.taken_ms === null || row.done_at === null
          ? null
          : {
              provider: (row.taken_ms - row.suspended_ms) / SECOND_MS,
              suspended: row.suspended_ms / SECOND_MS,
            },
    })),
  );
}

async function counted(
  audit: JudgedLog,
  row: FindingRow,
  suspensions: readonly Suspension[],
): Promise<DueExplanation | null> {
  const rule = row.rule_no === null ? undefined : audit.plan.terms.rules[row.rule_no]?.rule;
  const atWork = row.book_no === null ? undefined : audit.plan.books[row.book_no];
  if (rule?.kind !== "deadline" || atWork === undefined || row.start_row === null) return null;
  const [start] = await audit.database.rows<{ earliest_at: number }>(
    sql`select earliest_at from event where row_no = ${row.start_row}`,
  );
  const channel = CHANNELS[row.channel_no - 1];
  if (start === undefined) return null;
  // What was never resumed has no end to count over: told is what came before it.
  const ended = suspensions.filter(({ until }) => until < NEVER);
  for (const own of judgedAs(rule, audit, atWork)) {
    const { term, table } = countedTerm(atWork, own, channel);
    const startMoves = row.is_registered === 1 ? false : term.startMoves;
    for (const lastHour of lastHours(audit, atWork, own, channel)) {
      const told = explain(start.earliest_at, { ...term, startMoves, lastHour }, table, ended);
      if ("is" in told) continue;
      // A count that does not lead to the finding's due time explains something else.
      const leads =
        row.due_at === null ? ended.length === suspensions.length : Date.parse(told.due) === row.due_at;
      if (leads) return told;
    }
  }
  return null;
}

/** A rule as cases are judged by it: one that prolongs terms, by each of these together with it. */
function judgedAs(rule: DeadlineRule, { plan }: JudgedLog, atWork: BookAtWork): readonly DeadlineRule[] {
  if (rule.prolongs === undefined) return [rule];
  const basis = { byMapping: plan.mapping.extensionBasis !== undefined };
  return judgedDeadlines(atWork, basis).flatMap((each) =>
    each.of === rule && "rule" in each ? [each.rule] : [],
  );
}

/** At which hours the last day of a term can end: the hour it is told with, and 24:00 for what was handed to the post. */
function lastHours(
  { order }: JudgedLog,
  { law = [] }: BookAtWork,
  rule: DeadlineRule,
  channel: Channel | undefined,
): readonly LastHour[] {
  return lastHourOf(rule, channel, law, order.lastHour) === MIDNIGHT ? ["midnight"] : ["closing", "midnight"];
}
