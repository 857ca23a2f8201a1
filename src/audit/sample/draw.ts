import { sizeForNone, sizeForShare } from "../../chance/sample-size.ts";
import { sql, value, type Sql } from "../../engine/sql.ts";
import { OUTCOMES, type AuditOutcome } from "../../model/audit.ts";
import { roundOf } from "../../model/round.ts";
import type { DrawnCase, DrawnSample } from "../../model/drawn-sample.ts";
import { WORST as WORST_FIRST, type SampleOrder, type StrataBy } from "../../model/sample.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { CASE_IS, WORST } from "../plan/case-is.ts";
import { JOIN_MONTH, monthTable } from "../tell/report-groups.ts";
import { allot } from "./allot.ts";

/** What a sample of a size that is often asked for tells. */
const NEEDED = [
  { confidence: 0.9, within: 0.1 },
  { confidence: 0.95, within: 0.05 },
  { confidence: 0.99, within: 0.01 },
];

/** By what the cases are put together, and what has to be joined for it. */
const STRATUM: Readonly<Record<StrataBy, Sql>> = {
  outcome: sql`case worst when ${CASE_IS.breached} then 'breached' when ${CASE_IS.untold} then 'untold' else 'kept' end`,
  provider: sql`coalesce(provider, '')`,
  month: sql`coalesce(month, '')`,
};

/** Each case of which something was judged, with its stratum and its place in the draw: by a hash of seed and case. */
const cases = (by: StrataBy, seed: string): Sql => sql`
  select case_id, provider, outcomes,
    ${STRATUM[by]} as stratum,
    md5(concat(${value(seed)}, chr(10), case_id)) as place
  from (
    select f.case_id, min(f.provider) as provider, ${WORST} as worst, list_sort(list(distinct f.outcome)) as outcomes,
      ${by === "month" ? sql`min(m.month)` : sql`null`} as month
    from finding f ${by === "month" ? JOIN_MONTH : sql``}
    group by f.case_id
  ) c
`;

interface CaseRow {
  readonly case_id: string;
  readonly provider: string | null;
  readonly outcomes: readonly AuditOutcome[];
  readonly stratum: string;
}

/** Of each stratum those whose places come first. */
const DRAWN = sql`
  select c.case_id, c.provider, c.outcomes, c.stratum from sample_case c
  join sample_stratum s on s.stratum = c.stratum
  qualify row_number() over (partition by c.stratum order by c.place, c.case_id) <= s.drawn
  order by s.stratum_no, c.place, c.case_id
`;

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
  await database.fill({
    name: "sample_stratum",
    columns: [
      ["stratum", "text"],
      ["stratum_no", "bigint"],
      ["drawn", "bigint"],
    ],
    rows: strata.map(({ stratum }, index) => [stratum, index, sizes[index] ?? 0]),
  });
  const drawn = await database.rows<CaseRow>(DRAWN);
  return {
    seed,
    by,
    cases: all,
    strata: strata.map((one, index) => ({ ...one, drawn: sizes[index] ?? 0 })),
    drawn: drawn.map(drawnCase),
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

const RANK = new Map<string, number>(WORST_FIRST.map((worst, index) => [worst, index]));

const inOrder =
  (by: StrataBy) =>
  (a: { readonly stratum: string }, b: { readonly stratum: string }): number =>
    by === "outcome"
      ? (RANK.get(a.stratum) ?? 0) - (RANK.get(b.stratum) ?? 0)
      : a.stratum < b.stratum
        ? -1
        : 1;
