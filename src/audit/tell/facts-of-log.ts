import { sql, word } from "../../engine/sql.ts";
import type { AuditSummary, FactOfLog } from "../../model/audit.ts";
import type { JudgingFact } from "../plan/judging-facts.ts";
import type { JudgedLog } from "../run/judge-log.ts";

/** Words that are told of a fact: a list to be read. */
const MOST_UNREAD = 20;

/** What the log tells of the facts by which terms are told apart: by which columns, of how many rows, and what cannot be read. */
export async function factsOfLog(
  audit: JudgedLog,
): Promise<Pick<AuditSummary, "facts" | "factsLacking" | "factsUnused">> {
  const { plan, order } = audit;
  const { facts } = plan.terms.conditions;
  const unused = order.factsUnused ?? [];
  const lacking = plan.terms.conditions.notMapped;
  return {
    ...(facts.length === 0
      ? {}
      : { facts: await Promise.all(facts.map((fact, number) => toldOf(fact, number, audit))) }),
    ...(lacking.length === 0 ? {} : { factsLacking: lacking }),
    ...(unused.length === 0 ? {} : { factsUnused: unused }),
  };
}

async function toldOf(
  { fact, entry, column }: JudgingFact,
  number: number,
  { database, plan }: JudgedLog,
): Promise<FactOfLog> {
  const words = sql`raw r join fact_word w on w.fact_no = ${number} and w.written = r.${word(`fact_${column}`)}`;
  const [told] = await database.rows<{ n: number }>(
    sql`select count(*) as n from ${words} where w.place > 0`,
  );
  const unread = await database.rows<FactOfLog["unread"][number]>(
    sql`select w.written, count(*) as rows from ${words} where w.place = 0 group by w.written order by rows desc, w.written limit ${MOST_UNREAD}`,
  );
  const named = plan.mapping.facts?.[fact.id];
  return {
    fact: fact.id,
    ...(entry === undefined ? {} : { labels: entry.labels }),
    column: (typeof named === "string" ? named : named?.column) ?? "",
    rows: told?.n ?? 0,
    unread,
  };
}
