import type { Language } from "../model/language.ts";
import { termOf } from "../audit/plan/book.ts";
import { literal } from "../engine/database.ts";
import { findingWriter, lineSql, type FindingRow } from "../audit/tell/finding.ts";
import type { Audit } from "../audit/run/run-audit.ts";
import { explain } from "../calendar/explain.ts";
import { isoInstant } from "../calendar/iso-instant.ts";
import type { Suspension } from "../calendar/suspension.ts";
import { CHANNELS } from "../model/rule.ts";
import type { AuditFinding } from "../model/audit.ts";
import type { DueExplanation } from "../model/due-explanation.ts";
import { lateText, lengthText, timeText } from "../report/audit/findings-html.ts";
import { AuditWords } from "../report/audit/words.ts";
import { explanationText } from "../report/due/explanation.ts";
import { Trouble } from "../model/trouble.ts";

const NEVER = 8e15;

/** What was found in one case, and how each of its due times was reached. */
export interface ExplainedCase {
  readonly case: string;
  readonly events: readonly { readonly row: number; readonly activity: string; readonly at: string }[];
  readonly findings: readonly {
    readonly finding: AuditFinding;
    readonly counted: DueExplanation | null;
    /** From start to done, in seconds: the provider's time, and what stood still for the applicant. */
    readonly time: { readonly provider: number; readonly suspended: number } | null;
  }[];
}

/** Looks one case up in an audit. Throws `Trouble` where the log has no such case. */
export async function explainCase(audit: Audit, id: string): Promise<ExplainedCase> {
  const { database, plan, log } = audit;
  const where = `case_id = ${literal(id)}`;
  const events = await database.rows<{ row: number; activity: string; t: number }>(
    `select ${lineSql(log.files, "e.row_no")} as row, r.activity, e.t from event e join raw r on r.row_no = e.row_no where e.${where} order by e.t, e.row_no`,
  );
  if (events.length === 0)
    throw new Trouble(`the log has no case ${JSON.stringify(id)}`, {
      place: "--explain",
      wayOut: "Name a case as the log's case column has it.",
    });
  const suspensions = await database.rows<{ from_at: number; until_at: number }>(
    `select from_at, until_at from case_suspension where ${where}`,
  );
  const stopped = suspensions.map(({ from_at, until_at }): Suspension => ({
    from: from_at,
    until: until_at,
  }));
  const rows = await database.rows<FindingRow>(
    `select * from finding where ${where} order by start_at, rule_no, occurrence`,
  );
  const write = findingWriter(audit);
  const [first] = rows;
  const zone = plan.books[first?.book_no ?? 0]?.zone;
  return {
    case: id,
    events: events.map(({ row, activity, t }) => ({
      row,
      activity,
      at: zone === undefined ? "" : isoInstant(zone, t),
    })),
    findings: await Promise.all(
      rows.map(async (row) => ({
        finding: write(row),
        counted: await counted(audit, row, stopped),
        time:
          row.taken_ms === null || row.done_at === null
            ? null
            : { provider: (row.taken_ms - row.suspended_ms) / 1000, suspended: row.suspended_ms / 1000 },
      })),
    ),
  };
}

async function counted(
  audit: Audit,
  row: FindingRow,
  suspensions: readonly Suspension[],
): Promise<DueExplanation | null> {
  const rule = row.rule_no === null ? undefined : audit.plan.terms.rules[row.rule_no]?.rule;
  const atWork = row.book_no === null ? undefined : audit.plan.books[row.book_no];
  if (rule?.kind !== "deadline" || atWork === undefined || row.s_row === null) return null;
  const [start] = await audit.database.rows<{ t: number }>(`select t from event where row_no = ${row.s_row}`);
  const channel = CHANNELS[row.channel_no - 1];
  if (start === undefined) return null;
  // What was never resumed has no end to count over: told is what came before it.
  const ended = suspensions.filter(({ until }) => until < NEVER);
  const told = explain(start.t, termOf(rule, channel), atWork.timetable(channel), ended);
  if ("is" in told) return null;
  // A count that does not lead to the finding's due time explains something else.
  return row.due_at === null
    ? ended.length === suspensions.length
      ? told
      : null
    : Date.parse(told.due) === row.due_at
      ? told
      : null;
}

/** An explained case as a person reads it. */
export function explainedText({ case: id, events, findings }: ExplainedCase, language: Language): string {
  const words = new AuditWords(language);
  const lines = events.map(
    ({ row, activity, at }) => `  ${at}  ${activity}  (${words.label("line")} ${row})`,
  );
  const parts = findings.map(({ finding, counted: told, time }) => {
    const why = finding.reason === null ? "" : `: ${words.reason(finding.reason)}`;
    const head = `${words.outcome(finding.outcome)}${why}${finding.cite === null ? "" : ` — ${finding.cite}`}`;
    const length = (seconds: number): string => lengthText(seconds, words);
    const ends = [
      ...(finding.done === null ? [] : [`${words.label("done")}: ${timeText(finding.done)}`]),
      ...(finding.late === null ? [] : [`${words.label("lateBy")}: ${lateText({ finding }, words)}`]),
      ...(time === null
        ? []
        : [
            `${words.label("providerTime")}: ${length(time.provider)}; ${words.label("suspendedTime")}: ${length(time.suspended)}`,
          ]),
    ];
    return [
      head,
      ...(told === null ? [] : [indented(explanationText(told, language))]),
      ...ends.map((line) => `  ${line}`),
    ].join("\n");
  });
  const [first] = findings.flatMap(({ finding }) => (finding.service === null ? [] : [finding]));
  const about = [
    ...(first?.service == null
      ? []
      : [`${first.service}${first.version === null ? "" : ` (${first.version})`}`]),
    ...(first?.provider == null ? [] : [first.provider]),
    ...(first?.channel == null ? [] : [words.channel(first.channel)]),
  ].join(", ");
  return `${id}${about === "" ? "" : ` — ${about}`}\n${lines.join("\n")}\n\n${parts.join("\n\n")}\n`;
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
