import { sql, type Sql } from "../../engine/sql.ts";
import { NEVER } from "./measures.ts";
import { as, of, tableStep, type Step } from "./step.ts";

/** Suspensions as stretches apart from one another; a tie of suspension and resumption gives a second reading. */
export const suspensionSteps = (suspended: number, resumed: number): Step[] => [
  tableStep("suspension_event", {
    says: "The events that suspend a case or resume it.",
    reads: {
      kept_event: ["case_id", "event_no", "earliest_at", "latest_at", "row_no"],
      judged_case: ["case_no", "case_id"],
    },
    gives: [
      ...of("c", "case_no"),
      ...of("e", "earliest_at", "latest_at", "row_no"),
      as("is_end", sql`case when e.event_no = ${resumed} then 1 else 0 end`),
    ],
    from: sql`
      from kept_event e
      join judged_case c on c.case_id = e.case_id
      where e.event_no in (${suspended}, ${resumed})
    `,
  }),
  SUSPENSION,
];

/** Each event in the one reading, and in the other where one of the case ties. */
const READINGS = sql`
  select s.*, 0 as reading from suspension_event s
  union all
  select s.*, 1 as reading from suspension_event s
  where s.case_no in (
    select a.case_no
    from suspension_event a
    join suspension_event b on b.case_no = a.case_no and b.earliest_at = a.earliest_at and a.is_end = 0 and b.is_end = 1
  )
`;

/** From each suspension to the resumption that is next; what is over at once is none. */
const STRETCHES = sql`
  select case_no, reading, from_at, until_at
  from (
    select case_no, reading, is_end, earliest_at as from_at,
      coalesce(min(case when is_end = 1 then latest_at end) over (
        partition by case_no, reading order by earliest_at, case when reading = is_end then 0 else 1 end, row_no
        rows between current row and unbounded following), ${NEVER}) as until_at
    from (
      ${READINGS}
    ) readings
  ) stretches
  where is_end = 0 and until_at > from_at
`;

/** Stretches, of which each begins an island of its own (1) or goes on in the one before it (0). */
function islands(stretches: Sql): Sql {
  const before = sql`partition by case_no, reading order by from_at, until_at`;
  return sql`
    select case_no, reading, from_at, until_at,
      sum(begins_island) over (${before} rows between unbounded preceding and current row) as island
    from (
      select case_no, reading, from_at, until_at,
        case when from_at <= max(until_at) over (${before} rows between unbounded preceding and 1 preceding) then 0 else 1 end as begins_island
      from (
        ${stretches}
      ) stretches
    ) marked
  `;
}

const SUSPENSION = tableStep("suspension", {
  says: "The stretches in which each case is suspended, apart from one another, in each reading of a tie.",
  reads: { suspension_event: ["case_no", "earliest_at", "latest_at", "row_no", "is_end"] },
  gives: [
    ...of("n", "case_no", "reading"),
    as("from_at", sql`min(from_at)`),
    as("until_at", sql`max(until_at)`),
    as("place", sql`row_number() over (partition by case_no, reading order by min(from_at))`),
  ],
  from: sql`
    from (
      ${islands(STRETCHES)}
    ) n
    group by n.case_no, n.reading, n.island
  `,
});
