import { DEVIATIONS_OF_95 as Z } from "../../chance/compared-share.ts";
import { sql } from "../../engine/sql.ts";
import type { TermDurations } from "../../model/case-group.ts";
import type { JudgedLog } from "../run/judge-log.ts";

interface Row {
  readonly rule_no: number;
  readonly seconds: number;
  readonly n: number;
}

/** How long the ended terms of each rule took: the median, and between which it surely lies as chance goes. */
export async function durations({ database, plan }: JudgedLog): Promise<TermDurations[]> {
  const rows = await database.rows<Row>(
    sql`select rule_no, seconds, cast(sum(findings) as bigint) as n from duration_total group by all order by rule_no, seconds`,
  );
  const byRule = new Map<string, { readonly of: Pick<TermDurations, "rule" | "version">; rows: Row[] }>();
  for (const row of rows) {
    const entry = plan.terms.rules[row.rule_no];
    if (entry === undefined) continue;
    const of = { rule: entry.rule.id, version: plan.books[entry.book]?.book.version ?? null };
    const key = `${of.rule}@${of.version ?? ""}`;
    const there = byRule.get(key);
    // A log of a million rows has a hundred thousand durations: a list is added to, not copied.
    if (there === undefined) byRule.set(key, { of, rows: [row] });
    else there.rows.push(row);
  }
  return [...byRule.values()].map(({ of, rows: all }) => ({ ...of, ...medianOf(all) }));
}

/** By ranks: the interval of order statistics that the binomial distribution gives, which supposes nothing of the durations. */
function medianOf(rows: readonly Row[]): Omit<TermDurations, "rule" | "version"> {
  const sorted = rows.toSorted((a, b) => a.seconds - b.seconds);
  const ended = sorted.reduce((sum, { n }) => sum + n, 0);
  const atRank = (rank: number): number => {
    let seen = 0;
    for (const { seconds, n } of sorted) {
      seen += n;
      if (seen >= rank) return seconds;
    }
    return sorted.at(-1)?.seconds ?? 0;
  };
  const low = Math.floor((ended - Z * Math.sqrt(ended)) / 2);
  const high = Math.ceil(1 + (ended + Z * Math.sqrt(ended)) / 2);
  const median = (atRank(Math.ceil(ended / 2)) + atRank(Math.floor(ended / 2) + 1)) / 2;
  const isTold = low >= 1 && high <= ended;
  return { ended, median, low: isTold ? atRank(low) : null, high: isTold ? atRank(high) : null };
}
