import { numbers, sql } from "../../engine/sql.ts";
import type { AuditSummary } from "../../model/audit.ts";
import type { JudgedLog } from "../run/judge-log.ts";

/** What of the general law lay beneath the rulebooks of an audit, and how many of its terms had no registration. */
export async function lawOf({ database, plan, order }: JudgedLog): Promise<AuditSummary["law"]> {
  const provisions = plan.books.flatMap(({ law = [] }) => law);
  const acts = [...new Set(provisions.map(({ id }) => id.slice(0, id.lastIndexOf("/"))))].sort();
  const fromRegistration = plan.terms.rules.flatMap(({ rule }, number) =>
    rule.kind === "deadline" && rule.fromRegistration === true ? [number] : [],
  );
  const [counted] = await database.rows<{ n: number }>(
    sql`select count(*) as n from finding where is_term = 1 and start_row is not null and is_registered = 0 and rule_no in (${numbers([-1, ...fromRegistration])})`,
  );
  return {
    is: provisions.length > 0 ? "beneath" : order.withoutLaw === true ? "left-out" : "none",
    acts,
    startedBySubmission: counted?.n ?? 0,
  };
}
