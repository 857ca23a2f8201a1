import { instantOf } from "../../calendar/zone-table.ts";
import type { AuditOutcome } from "../../model/audit.ts";
import type { GroupCase, OutcomeGroup } from "../../model/audit-report.ts";
import { roundOf } from "../../model/round.ts";
import { monthsOf } from "../plan/months.ts";
import { placeIn } from "./finding.ts";
import { list, sql, value, type Sql } from "../../engine/sql.ts";
import type { JudgedLog } from "../run/judge-log.ts";

/** Cases told behind each number of a report, worst first; all of them are in findings.csv. */
const FIRST = 10;

/** Outcomes of deadlines. */
const ON_DEADLINES: readonly AuditOutcome[] = ["met", "late", "running", "overdue", "cannot-be-told"];

/** By what deadlines are grouped, as columns of `finding` and `report_month`. */
const KEYS = {
  service: sql`cast(f.service_no as varchar)`,
  provider: sql`coalesce(f.held_by, f.provider, '')`,
  month: sql`case when f.start_at is not null then m.month end`,
  rule: sql`cast(f.rule_no as varchar)`,
} as const;

interface Row {
  readonly key: string | null;
  readonly outcome: AuditOutcome;
  readonly n: number;
  readonly first: readonly {
    readonly case_id: string;
    readonly rule_no: number | bigint;
    readonly start_row: number | bigint | null;
    readonly done_row: number | bigint | null;
  }[];
}

/** The month on the provider's clock in which what finding `f` is of began; where `monthTable` is there. */
export const JOIN_MONTH = sql`asof left join report_month m on m.book_no = f.book_no and m.from_at <= f.start_at`;

/** Deadlines by a key and their outcome, with the first cases of each. */
const grouped = (key: Sql, joins: Sql): Sql => sql`
  select ${key} as key, f.outcome, count(*) as n,
    min_by({'case_id': f.case_id, 'rule_no': f.rule_no, 'start_row': f.start_row, 'done_row': f.done_row},
      {'late': -coalesce(f.late_wall, 0), 'case_id': f.case_id, 'rule_no': f.rule_no, 'start_row': coalesce(f.start_row, 0)}, ${FIRST}) as first
  from finding f ${joins}
  where f.outcome in (${list(ON_DEADLINES.map(value))}) and f.rule_no is not null
  group by all order by key nulls last, f.outcome
`;

function named(key: string): Pick<GroupCase, "case" | "round"> {
  const { case: number, round } = roundOf(key);
  return round === 1 ? { case: number } : { case: number, round };
}

/** Deadlines grouped by a key, with the first cases of each outcome. */
export async function groupsBy(
  { database, log }: JudgedLog,
  key: keyof typeof KEYS,
): Promise<OutcomeGroup[]> {
  const rows = await database.rows<Row>(grouped(KEYS[key], key === "month" ? JOIN_MONTH : sql``));
  const place = placeIn(log);
  const groups = new Map<string, { counts: Record<string, number>; first: Record<string, GroupCase[]> }>();
  for (const { key: name, outcome, n, first } of rows) {
    const group = groups.get(name ?? "") ?? { counts: {}, first: {} };
    groups.set(name ?? "", group);
    group.counts[outcome] = n;
    group.first[outcome] = first.map(({ case_id, rule_no, start_row, done_row }) => ({
      ...named(case_id),
      rule: Number(rule_no),
      rows: [start_row, done_row].flatMap((row) => (row === null ? [] : [place(Number(row))])),
    }));
  }
  return [...groups].map(([name, { counts, first }]) => ({ key: name, counts, first }));
}

/** `report_month`: when each month begins on the clock of each book's provider. */
export async function monthTable({ database, plan, range }: JudgedLog): Promise<void> {
  const months = monthsOf(range);
  // A sample and a report both ask for it.
  await database.drop([{ name: "report_month" }]);
  await database.fill({
    name: "report_month",
    columns: [
      ["book_no", "bigint"],
      ["from_at", "bigint"],
      ["month", "text"],
    ],
    rows: plan.books.flatMap(({ zone }, number) =>
      months.map(({ day, name }) => [number, instantOf(zone, day, 0), name]),
    ),
  });
}
