import { comparedShare } from "../../chance/compared-share.ts";
import { sql } from "../../engine/sql.ts";
import type { AuditOutcome } from "../../model/audit-outcome.ts";
import type { CaseGroup, CaseGroups } from "../../model/case-group.ts";
import { CHANNELS } from "../../model/rule.ts";
import { CASE_IS, WORST } from "../plan/case-is.ts";
import type { JudgedLog } from "../run/judge-log.ts";

interface Row {
  readonly dimension: keyof CaseGroups;
  readonly key: string | null;
  readonly worst: number;
  readonly n: number;
}

interface TermRow {
  readonly dimension: keyof CaseGroups;
  readonly key: string | null;
  readonly outcome: AuditOutcome;
  readonly n: number;
}

/** Cases by provider, month, channel, rule and official; with the terms of providers and months. */
export async function caseGroups(audit: JudgedLog): Promise<CaseGroups> {
  const { database, plan } = audit;
  const rows = await database.rows<Row>(
    sql`select dimension, key, worst, cast(sum(case_count) as bigint) as n from cases_total group by all order by dimension, key nulls last, worst`,
  );
  const terms = await database.rows<TermRow>(
    sql`select dimension, key, outcome, cast(sum(findings) as bigint) as n from terms_total group by all order by dimension, key nulls last, outcome`,
  );
  const rowsOf = (dimension: keyof CaseGroups): Row[] => rows.filter((row) => row.dimension === dimension);
  const of = (dimension: keyof CaseGroups): CaseGroup[] =>
    grouped(
      rowsOf(dimension),
      terms.filter((row) => row.dimension === dimension),
    );
  const ruleOf = ({ key, ...row }: Row): Row => ({
    ...row,
    key: key === null ? null : (plan.terms.rules[Number(key)]?.rule.id ?? null),
  });
  return {
    provider: of("provider"),
    month: of("month"),
    channel: of("channel").map(({ key, ...group }) => ({ key: CHANNELS[Number(key) - 1] ?? null, ...group })),
    // Rules that are the same by their id, in whichever zone they were judged, are one.
    rule: grouped(rowsOf("rule").map(ruleOf), []),
    official: plan.mapping.columns.actor === undefined ? null : grouped(await officials(audit), []),
  };
}

function grouped(rows: readonly Row[], terms: readonly TermRow[]): CaseGroup[] {
  const groups = new Map<string | null, Record<keyof typeof CASE_IS, number>>();
  for (const { key: told, worst, n } of rows) {
    const key = told === "" ? null : told;
    const group = groups.get(key) ?? { breached: 0, untold: 0, kept: 0, open: 0 };
    groups.set(key, group);
    for (const is of Object.keys(CASE_IS) as (keyof typeof CASE_IS)[])
      if (CASE_IS[is] === worst) group[is] += n;
  }
  const counts = new Map<string | null, Partial<Record<AuditOutcome, number>>>();
  for (const { key: told, outcome, n } of terms) {
    const key = told === "" ? null : told;
    const count = counts.get(key) ?? {};
    counts.set(key, count);
    count[outcome] = (count[outcome] ?? 0) + n;
  }
  return [...groups].map(([key, group]) => {
    const ofKey = counts.get(key);
    return { key, ...group, ...(ofKey === undefined ? {} : { terms: ofKey, share: comparedShare(ofKey) }) };
  });
}

/** By who did the row that ended a term, or that began it where nothing has; of other findings, their row. */
function officials({ database }: JudgedLog): Promise<Row[]> {
  return database.rows<Row>(sql`
    select 'official' as dimension, actor as key, worst, count(*) as n
    from (
      select r.actor, f.case_id, ${WORST} as worst
      from finding f
      left join raw r on r.row_no = coalesce(f.done_row, f.start_row)
      group by r.actor, f.case_id
    ) o
    group by all order by key nulls last, worst
  `);
}
