import { sql, type Sql } from "../../engine/sql.ts";
import type { AuditOutcome, AuditSummary } from "../../model/audit.ts";
import { roundOf } from "../../model/round.ts";
import { SECOND_MS } from "../../model/time-units.ts";
import { NEVER } from "../plan/measures.ts";
import type { JudgedLog } from "../run/judge-log.ts";

/** Missed terms that are told with who held them how long. */
const TOLD = 300;

interface Row {
  readonly case_id: string;
  readonly rule_no: number;
  readonly outcome: AuditOutcome;
  readonly held_by: string | null;
  readonly start_at: number;
  readonly occurrence: number;
  readonly holder: string;
  readonly held_ms: number;
}

/** Cases that several providers held, and how long each held those whose terms were missed. */
export async function handovers(audit: JudgedLog): Promise<AuditSummary["handovers"]> {
  const { database, plan } = audit;
  const [counted] = await database.rows<{ n: number }>(sql`select count(distinct case_id) as n from holding`);
  if (counted === undefined || counted.n === 0) return { cases: 0, missed: [] };
  const rows = await database.rows<Row>(heldTimes(audit.order.now));
  const missed = new Map<string, AuditSummary["handovers"]["missed"][number]>();
  for (const row of rows) {
    const key = `${row.case_id} ${row.rule_no} ${row.occurrence} ${row.start_at}`;
    const { case: number, round } = roundOf(row.case_id);
    const there = missed.get(key);
    if (there === undefined && missed.size === TOLD) break;
    const held = { provider: row.holder, seconds: row.held_ms / SECOND_MS };
    missed.set(key, {
      case: number,
      ...(round === 1 ? {} : { round }),
      rule: plan.terms.rules[row.rule_no]?.rule.id ?? "",
      outcome: row.outcome,
      heldBy: row.held_by || null,
      held: [...(there?.held ?? []), held],
    });
  }
  return { cases: counted.n, missed: [...missed.values()] };
}

/**
 * How long each provider held a case while a missed term of it ran: until it was done, or until now. Before a row names one,
 * the first holds it.
 */
const heldTimes = (now: number | undefined): Sql => sql`
  select f.case_id, f.rule_no, f.outcome, f.occurrence, f.start_at, f.held_by, h.provider as holder,
    cast(sum(least(h.until_at, f.end_at) - greatest(h.from_at, f.start_at)) as bigint) as held_ms
  from (
    select case_id, rule_no, outcome, occurrence, start_at, held_by, coalesce(done_at, ${now ?? sql`due_at`}) as end_at
    from finding where is_term = 1 and outcome in ('late', 'overdue') and held_by is not null
  ) f
  join (
    select case_id, provider, until_at,
      case when row_number() over (partition by case_id order by from_at, row_no) = 1 then ${-NEVER} else from_at end as from_at
    from holding
  ) h on h.case_id = f.case_id and h.from_at < f.end_at and h.until_at > f.start_at
  group by all
  order by f.case_id, f.rule_no, f.occurrence, f.start_at, min(h.from_at)
`;
