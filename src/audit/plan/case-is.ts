import { list, sql, value, type Sql } from "../../engine/sql.ts";
import { HARMLESS, NO_BREACH } from "../../model/audit-outcome.ts";

/** The worst that was found of a case: nothing, or only what runs still; kept; something cannot be told; a breach. */
export const CASE_IS = { open: 0, kept: 1, untold: 2, breached: 3 } as const;

const UNHARMED = list([...HARMLESS, ...NO_BREACH].map(value));

/** The worst of the findings `f` of a group. */
export const WORST: Sql = sql`max(case when f.outcome = 'met' then ${CASE_IS.kept} when f.outcome in (${UNHARMED}) then ${CASE_IS.open}
  when f.outcome = 'cannot-be-told' then ${CASE_IS.untold} else ${CASE_IS.breached} end)`;
