import { sql, type Sql } from "../../engine/sql.ts";
import { DAY, floorDiv, NEVER } from "./measures.ts";
import { as, of, tableStep } from "./step.ts";
import { dayOf, ZONE_DAY } from "./zone-days.ts";

/** The days on which each suspension begins and ends, by every clock. */
const WITH_DAYS = sql`
  select i.*, f.zone_no, f.day as from_day, n.day as until_day
  from suspension i
  join zone_day f on f.utc_day = ${floorDiv(sql`i.from_at`, DAY)} and f.from_at <= i.from_at and i.from_at < f.until_at
  left join ${dayOf("n", sql`f.zone_no`, sql`i.until_at`)}
`;

function chained(): Sql {
  const soFar = sql`partition by case_no, reading, zone_no order by place rows between unbounded preceding and`;
  return sql`
    select b.*, sum(begins_chain) over (${soFar} current row) as chain
    from (
      select a.*, case when from_day <= max(until_day) over (${soFar} 1 preceding) then 0 else 1 end as begins_chain
      from (
        ${WITH_DAYS}
      ) a
    ) b
  `;
}

const OF_CHAIN = sql`over (partition by case_no, reading, zone_no, chain)`;

/** Which suspensions run on from one another: what holds up a term of the same day. */
export const SUSPENSION_CHAIN = tableStep("suspension_chain", {
  says: "Suspensions of which each begins on the day on which the one before it ended, with the end of the last of them.",
  reads: {
    suspension: ["case_no", "reading", "from_at", "until_at", "place"],
    zone_day: ZONE_DAY,
  },
  gives: [
    ...of("c", "case_no", "reading", "zone_no", "until_at", "from_day"),
    as("chain_until", sql`max(until_at) ${OF_CHAIN}`),
    as("chain_day", sql`case when max(until_at) ${OF_CHAIN} < ${NEVER} then max(until_day) ${OF_CHAIN} end`),
  ],
  from: sql`
    from (
      ${chained()}
    ) c
  `,
});
