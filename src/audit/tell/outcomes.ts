import { sql } from "../../engine/sql.ts";
import type { AuditOutcome } from "../../model/audit.ts";
import type { JudgedLog } from "../run/judge-log.ts";

/** An outcome that a round of a case has, by a rule or by none. */
export interface CaseOutcome {
  /** Key of the round, as `roundOf` reads it. */
  readonly round: string;
  readonly rule: string | undefined;
  readonly outcome: AuditOutcome;
}

/** Which outcomes the rounds of cases have by which rules, each told once. */
export async function outcomesOf({ database, plan }: JudgedLog): Promise<CaseOutcome[]> {
  const rows = await database.rows<{ case_id: string; rule_no: number | null; outcome: AuditOutcome }>(
    sql`select distinct case_id, rule_no, outcome from finding order by all`,
  );
  return rows.map(({ case_id, rule_no, outcome }) => ({
    round: case_id,
    rule: rule_no === null ? undefined : plan.terms.rules[rule_no]?.rule.id,
    outcome,
  }));
}
