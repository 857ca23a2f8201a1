import { sizeForNone, sizeForShare } from "../../chance/sample-size.ts";
import { list, sql, value, type Sql } from "../../engine/sql.ts";
import { HARMLESS, OUTCOMES, type AuditOutcome } from "../../model/audit.ts";
import { roundOf } from "../../model/round.ts";
import type { DrawnCase, DrawnSample } from "../../model/drawn-sample.ts";
import { WORST, type SampleOrder, type StrataBy } from "../../model/sample.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { monthTable } from "../tell/report-groups.ts";
import { allot } from "./allot.ts";

/** What a sample of a size that is often asked for tells. */
const NEEDED = [
  { confidence: 0.9, within: 0.1 },
  { confidence: 0.95, within: 0.05 },
  { confidence: 0.99, within: 0.01 },
];

const WORSE = sql`max(case when f.outcome in (${list([...HARMLESS].map(value))}) then 0 when f.outcome = 'cannot-be-told' then 1 else 2 end)`;

/** Each case of which something was judged, with its stratum and its place in the draw: by a hash of seed and case. */
const cases = (by: StrataBy, seed: string): Sql => sql`
  select case_id, provider, outcomes,
    ${by === "outcome" ? sql`case worst when 2 then 'breached' when 1 then 'untold' else 'kept' end` : by === "provider" ? sql`coalesce(provider, '')` : sql`coalesce(month, '')`} as stratum,
    md5(concat(${value(seed)}, chr(10), case_id)) as place
  from (
    select f.case_id, min(f.provider) as provider, ${WORSE} as worst, list_sort(list(distinct f.outcome)) as outcomes,
      ${by === "month" ? sql`min(m.month)` : sql`null`} as month
    from finding f ${by === "month" ? sql`asof left join report_month m on m.book_no = f.book_no and m.from_at <= f.start_at` : sql``}
    group by f.case_id
  ) c
`;

interface CaseRow {
  readonly case_id: string;
  readonly provider: string | null;
  readonly outcomes: readonly AuditOutcome[];
  readonly stratum: string;
}

/**
 * Draws cases for checking by hand, of each stratum in proportion. The same seed draws the same cases of the same log, on
 * any machine and in whatever order its rows stand; a case keeps its place in the draw when others are added.
 */
export async function drawSample(audit: JudgedLog, { size, seed, by }: SampleOrder): Promise<DrawnSample> {
  const { database } = audit;
  if (by === "month") await monthTable(audit);
  await database.make({ name: "sample_case", sql: cases(by, seed) });
  const counted = await database.rows<{ stratum: string; n: number }>(
    sql`select stratum, count(*) as n from sample_case group by stratum`,
  );
  const strata = counted.map(({ stratum, n }) => ({ stratum, cases: n })).sort(inOrder(by));
  const all = strata.reduce((sum, one) => sum + one.cases, 0);
  const wanted = typeof size === "number" ? size : sizeForShare(all, size.confidence, size.within);
  const sizes = allot(
    strata.map((one) => one.cases),
    wanted,
  );
  const drawn: DrawnCase[] = [];
  for (const [index, { stratum }] of strata.entries()) {
    const rows = await database.rows<CaseRow>(
      sql`select case_id, provider, outcomes, stratum from sample_case where stratum = ${value(stratum)} order by place, case_id limit ${sizes[index] ?? 0}`,
    );
    drawn.push(...rows.map(drawnCase));
  }
  return {
    seed,
    by,
    cases: all,
    strata: strata.map((one, index) => ({ ...one, drawn: sizes[index] ?? 0 })),
    drawn,
    needed: NEEDED.map(({ confidence, within }) => ({
      confidence,
      within,
      estimate: sizeForShare(all, confidence, within),
      noneSeen: sizeForNone(all, confidence, within),
    })),
  };
}

function drawnCase({ case_id, provider, outcomes, stratum }: CaseRow): DrawnCase {
  const of = roundOf(case_id);
  return {
    case: of.case,
    ...(of.round === 1 ? {} : { round: of.round }),
    stratum,
    provider,
    outcomes: OUTCOMES.filter((outcome) => outcomes.includes(outcome)),
  };
}

const RANK = new Map<string, number>(WORST.map((worst, index) => [worst, index]));

const inOrder =
  (by: StrataBy) =>
  (a: { readonly stratum: string }, b: { readonly stratum: string }): number =>
    by === "outcome"
      ? (RANK.get(a.stratum) ?? 0) - (RANK.get(b.stratum) ?? 0)
      : a.stratum < b.stratum
        ? -1
        : 1;
