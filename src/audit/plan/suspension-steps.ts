import { numbers, sql, word, type Sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import { DATE_DOUBT, NEVER } from "./measures.ts";
import { as, of, tableStep, type Step } from "./step.ts";

/** The reading of a case's suspensions in which they are as short as their times allow: these can each mean two instants (2) … */
export const SHORTEST = 2;
/** … or are known by their dates alone (3). */
const SHORTEST_BY_DATE = 3;

/**
 * Suspensions as stretches apart from one another, as long as their times allow; a tie of suspension and resumption gives
 * a second reading, and times in doubt (`doubt`) one in which they are as short as can be.
 */
export const suspensionSteps = (
  suspended: number,
  resumed: number,
  { doubt, outliers }: Pick<LogShape, "doubt" | "outliers">,
): Step[] => [
  ...(outliers ? [oddPauseStep([suspended, resumed])] : []),
  tableStep("suspension_event", {
    says: "The events that suspend a case or resume it.",
    reads: {
      kept_event: ["case_id", "event_no", "earliest_at", "latest_at", "row_no"],
      judged_case: ["case_no", "case_id"],
      ...(outliers ? { odd_pause: ["case_no"] as const } : {}),
    },
    gives: [
      ...of("c", "case_no"),
      ...of("e", "earliest_at", "latest_at", "row_no"),
      as("is_end", sql`case when e.event_no = ${resumed} then 1 else 0 end`),
    ],
    from: sql`
      from kept_event e
      join judged_case c on c.case_id = e.case_id
      where e.event_no in (${suspended}, ${resumed})${outliers ? sql` and not exists (select 1 from odd_pause q where q.case_no = c.case_no)` : sql``}
    `,
  }),
  suspensionStep(doubt),
];

/** What was answered runs no more: a suspension after it, `i`, puts nothing off. */
export const stopsBeforeDone = (term: string): Sql =>
  sql`(${word(term)}.done_latest is null or i.from_at < ${word(term)}.done_latest)`;

/** Of these cases nobody knows how long they stood still: their terms are counted without suspensions, which only lengthen them. */
const oddPauseStep = (pausing: readonly number[]): Step =>
  tableStep("odd_pause", {
    says: "Cases that are suspended or resumed at a time that can hardly be meant.",
    reads: {
      kept_event: ["case_id", "event_no", "row_no"],
      outlier_row: ["row_no"],
      judged_case: ["case_no", "case_id"],
    },
    gives: of("c", "case_no"),
    from: sql`
      from kept_event e
      join outlier_row o on o.row_no = e.row_no
      join judged_case c on c.case_id = e.case_id
      where e.event_no in (${numbers(pausing)})
      group by c.case_no
    `,
  });

/** Cases whose suspensions can be shorter than they are told, each with the reading in which they are. */
export const CASES_IN_DOUBT = sql`
  select s.case_no, case when max(s.latest_at - s.earliest_at) > ${DATE_DOUBT} then ${SHORTEST_BY_DATE} else ${SHORTEST} end as reading
  from suspension_event s
  group by s.case_no
  having max(s.latest_at - s.earliest_at) > 0
`;

const IN_DOUBT = sql`
  union all
  select s.*, d.reading
  from suspension_event s
  join (
    ${CASES_IN_DOUBT}
  ) d on d.case_no = s.case_no
`;

/** Each event in the one reading, in the other where one of the case ties, and in the shortest where one is in doubt. */
const readings = (doubt: boolean): Sql => sql`
  select s.*, 0 as reading from suspension_event s
  union all
  select s.*, 1 as reading from suspension_event s
  where s.case_no in (
    select a.case_no
    from suspension_event a
    join suspension_event b on b.case_no = a.case_no and b.earliest_at = a.earliest_at and a.is_end = 0 and b.is_end = 1
  )${doubt ? IN_DOUBT : sql``}
`;

/**
 * Each event at its place: the only resumption of a case, known by its date alone, ends its only suspension also where that
 * began on that day.
 */
const placed = (doubt: boolean): Sql =>
  doubt
    ? sql`
      select r.*, case when is_end = 1 and latest_at - earliest_at > ${DATE_DOUBT} and count(*) over (partition by case_no, reading) = 2 and sum(is_end) over (partition by case_no, reading) = 1
        then latest_at else earliest_at end as place_at
      from (
        ${readings(true)}
      ) r
    `
    : readings(false);
const RANK = sql`case when reading = is_end then 0 else 1 end`;

/** From each suspension to the resumption that is next, at the earliest or at the latest. */
function pauses(doubt: boolean): Sql {
  const next = sql`over (partition by case_no, reading order by ${doubt ? sql`place_at` : sql`earliest_at`}, ${RANK}, row_no rows between current row and unbounded following)`;
  const until = (at: Sql): Sql => sql`coalesce(min(case when is_end = 1 then ${at} end) ${next}, ${NEVER})`;
  const shortest = sql`case when reading >= ${SHORTEST} then`;
  return sql`
    select case_no, reading, is_end, ${doubt ? sql`${shortest} latest_at else earliest_at end` : sql`earliest_at`} as from_at,
      ${doubt ? sql`${shortest} ${until(sql`earliest_at`)} else ${until(sql`latest_at`)} end` : until(sql`latest_at`)} as until_at
    from (
      ${placed(doubt)}
    ) readings
  `;
}

/** What is over at once is no suspension; but a date on which one was, or ended, holds some of it. */
function stretches(doubt: boolean): Sql {
  if (!doubt)
    return sql`select case_no, reading, from_at, until_at from (\n${pauses(false)}\n) pauses where is_end = 0 and until_at > from_at`;
  return sql`
    select case_no, reading, from_at, until_at
    from (
      select case_no, reading, from_at,
        case when reading < ${SHORTEST_BY_DATE} then until_at when until_at > from_at then until_at + case when until_at < ${NEVER} then 1 else 0 end else from_at + 1 end as until_at
      from (
        ${pauses(true)}
      ) pauses
      where is_end = 0
    ) pauses
    where until_at > from_at
  `;
}

/** Stretches, of which each begins an island of its own (1) or goes on in the one before it (0). */
function islands(rows: Sql): Sql {
  const before = sql`partition by case_no, reading order by from_at, until_at`;
  return sql`
    select case_no, reading, from_at, until_at,
      sum(begins_island) over (${before} rows between unbounded preceding and current row) as island
    from (
      select case_no, reading, from_at, until_at,
        case when from_at <= max(until_at) over (${before} rows between unbounded preceding and 1 preceding) then 0 else 1 end as begins_island
      from (
        ${rows}
      ) stretches
    ) marked
  `;
}

const suspensionStep = (doubt: boolean): Step =>
  tableStep("suspension", {
    says: "The stretches in which each case is suspended, apart from one another, in each reading of a tie or of times in doubt.",
    reads: { suspension_event: ["case_no", "earliest_at", "latest_at", "row_no", "is_end"] },
    gives: [
      ...of("n", "case_no", "reading"),
      as("from_at", sql`min(from_at)`),
      as("until_at", sql`max(until_at)`),
      as("place", sql`row_number() over (partition by case_no, reading order by min(from_at))`),
    ],
    from: sql`
    from (
      ${islands(stretches(doubt))}
    ) n
    group by n.case_no, n.reading, n.island
  `,
  });
