import { addMonths, dayOf, isoOf } from "../../calendar/day.ts";
import { instantOf } from "../../calendar/zone-table.ts";
import type { AuditOutcome } from "../../model/audit.ts";
import type { GroupCase, OutcomeGroup } from "../../model/audit-report.ts";
import { placeIn } from "./finding.ts";
import type { Audit } from "../run/run-audit.ts";

/** Cases told behind each number of a report, worst first; all of them are in findings.csv. */
const FIRST = 10;

/** By what deadlines are grouped, as columns of `finding` and `report_month`. */
const KEYS = {
  service: "cast(f.service_no as varchar)",
  provider: "coalesce(f.provider, '')",
  month: "case when f.start_at is not null then m.month end",
  rule: "cast(f.rule_no as varchar)",
} as const;

interface Row {
  readonly key: string | null;
  readonly outcome: AuditOutcome;
  readonly n: number;
  readonly first: readonly {
    readonly case_id: string;
    readonly rule_no: number | bigint;
    readonly s_row: number | bigint | null;
    readonly d_row: number | bigint | null;
  }[];
}

/** Deadlines by a key and their outcome, with the first cases of each. */
export async function groupsBy({ database, log }: Audit, key: keyof typeof KEYS): Promise<OutcomeGroup[]> {
  const months =
    key === "month"
      ? "asof left join report_month m on m.book_no = f.book_no and m.from_at <= f.start_at"
      : "";
  const rows = await database.rows<Row>(`
select ${KEYS[key]} as key, f.outcome, count(*) as n,
  min_by({'case_id': f.case_id, 'rule_no': f.rule_no, 's_row': f.s_row, 'd_row': f.d_row},
    {'late': -coalesce(f.late_wall, 0), 'case_id': f.case_id, 'rule_no': f.rule_no, 's_row': coalesce(f.s_row, 0)}, ${FIRST}) as first
from finding f ${months}
where f.outcome in ('met', 'late', 'running', 'overdue', 'cannot-be-told') and f.rule_no is not null
group by all order by key nulls last, f.outcome`);
  const place = placeIn(log);
  const groups = new Map<string, { counts: Record<string, number>; first: Record<string, GroupCase[]> }>();
  for (const { key: name, outcome, n, first } of rows) {
    const group = groups.get(name ?? "") ?? { counts: {}, first: {} };
    groups.set(name ?? "", group);
    group.counts[outcome] = n;
    group.first[outcome] = first.map(({ case_id, rule_no, s_row, d_row }) => ({
      case: case_id,
      rule: Number(rule_no),
      rows: [s_row, d_row].flatMap((row) => (row === null ? [] : [place(Number(row))])),
    }));
  }
  return [...groups].map(([name, { counts, first }]) => ({ key: name, counts, first }));
}

/** `report_month`: when each month begins on the clock of each book's provider. */
export async function monthTable({ database, plan, range }: Audit): Promise<void> {
  const [year, month] = isoOf(range.first).split("-").map(Number);
  const months: { day: ReturnType<typeof dayOf>; name: string }[] = [];
  for (let day = dayOf(year ?? 1970, month ?? 1, 1); day <= range.last; day = addMonths(day, 1))
    months.push({ day, name: isoOf(day).slice(0, 7) });
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
