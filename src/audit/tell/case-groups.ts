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
  const of = (dimension: keyof CaseGroups): CaseGroup[] =>
    grouped(
      rows.filter((row) => row.dimension === dimension),
      terms.filter((row) => row.dimension === dimension),
    );
  const named = (groups: readonly CaseGroup[], name: (key: number) => string | undefined): CaseGroup[] =>
    groups.map((group) => ({
      ...group,
      key: group.key === null ? null : (name(Number(group.key)) ?? null),
    }));
  return {
    provider: of("provider"),
    month: of("month"),
    channel: named(of("channel"), (number) => CHANNELS[number - 1]),
    rule: byId(named(of("rule"), (number) => plan.terms.rules[number]?.rule.id)),
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

/** Rules that are the same by their id, in whichever zone they were judged, are one. */
function byId(groups: readonly CaseGroup[]): CaseGroup[] {
  const sums = new Map<string | null, CaseGroup>();
  for (const group of groups) {
    const there = sums.get(group.key);
    sums.set(
      group.key,
      there === undefined
        ? group
        : {
            key: group.key,
            breached: there.breached + group.breached,
            untold: there.untold + group.untold,
            kept: there.kept + group.kept,
            open: there.open + group.open,
          },
    );
  }
  return [...sums.values()];
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
