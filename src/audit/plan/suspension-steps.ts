import { numbers, sql, word, type Sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import { DATE_DOUBT, NEVER } from "./measures.ts";
import { as, of, tableStep, type Step } from "./step.ts";
import { worldSteps } from "./suspension-worlds.ts";

/** Why the suspensions of a case have a further reading: two of them tie, times can mean two instants, or are dates. */
export const READING_OF = { tie: 1, twoInstants: 2, date: 3 } as const;

/**
 * Suspensions as stretches apart from one another, in each way in which their times let them be read. Where they leave a
 * doubt, they are read so that as few events as can be do nothing, suspended while suspended or resumed while running.
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
  ...(doubt ? worldSteps() : []),
  placedStep(doubt),
  PAUSE,
  readingStep(doubt),
  SUSPENSION,
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

/** Cases in which a suspension and a resumption stand at one instant. */
const TIED = sql`
  select a.case_no
  from suspension_event a
  join suspension_event b on b.case_no = a.case_no and b.earliest_at = a.earliest_at and a.is_end = 0 and b.is_end = 1
  where a.latest_at = a.earliest_at and b.latest_at = b.earliest_at
`;
const DOUBTFUL = sql`select d.case_no from suspension_event d group by d.case_no having max(d.latest_at - d.earliest_at) > 0`;

/** Events whose times are known, in their order; once more with the resumption first where it ties. */
const AS_TOLD = sql`
  select s.case_no, 0 as try_no, 0 as ends_first, s.is_end, s.row_no, s.earliest_at as place_at from suspension_event s
  union all
  select s.case_no, 1 as try_no, 1 as ends_first, s.is_end, s.row_no, s.earliest_at as place_at from suspension_event s
  where s.case_no in (${TIED})
`;

/**
 * Events in doubt in every way: those that meet no other as early and as late as lengthens and as shortens the suspensions,
 * the others at every instant that matters. Where these are too many the case stood still all the while, or never.
 */
const IN_DOUBT = sql`
  select s.case_no, w.way_no * 4 + m.is_short * 2 + m.ends_first as try_no, m.ends_first, s.is_end, s.row_no,
    coalesce(p.place_at,
      case when m.is_short <> s.is_end then s.latest_at - case when s.latest_at - s.earliest_at > ${DATE_DOUBT} and s.is_end = 0 then 1 else 0 end
        else s.earliest_at + case when s.latest_at - s.earliest_at > ${DATE_DOUBT} and s.is_end = 1 then 1 else 0 end end) as place_at
  from suspension_event s
  join (
    select d.case_no, coalesce(p.way_no, 0) as way_no, case when p.case_no is null then 0 else 1 end as floats
    from (${DOUBTFUL}) d
    left join (select p.case_no, p.way_no from placed_floating p group by p.case_no, p.way_no) p on p.case_no = d.case_no
    where p.case_no is not null or d.case_no not in (select f.case_no from floating_suspension f)
  ) w on w.case_no = s.case_no
  cross join (
    select 0 as is_short, 0 as ends_first union all select 1, 0 union all select 0, 1 union all select 1, 1
  ) m
  left join placed_floating p on p.case_no = s.case_no and p.way_no = w.way_no and p.row_no = s.row_no
  where m.ends_first = 0 or w.floats = 1 or s.case_no in (${TIED})
  union all
  select s.case_no, s.is_end as try_no, 0 as ends_first, s.is_end, s.row_no, s.earliest_at as place_at
  from suspension_event s
  where s.case_no in (select f.case_no from floating_suspension f) and s.case_no not in (select p.case_no from placed_floating p)
`;

const placedStep = (doubt: boolean): Step =>
  tableStep("placed_suspension", {
    says: "The suspensions and resumptions of each case at the instants of each way in which they are tried.",
    reads: {
      suspension_event: ["case_no", "earliest_at", "latest_at", "row_no", "is_end"],
      ...(doubt
        ? {
            floating_suspension: ["case_no"] as const,
            placed_floating: ["case_no", "way_no", "row_no", "place_at"] as const,
          }
        : {}),
    },
    gives: of("s", "case_no", "try_no", "ends_first", "is_end", "row_no", "place_at"),
    from: sql`
      from (
        select t.* from (
          ${AS_TOLD}
        ) t${doubt ? sql`\nwhere t.case_no not in (${DOUBTFUL})\nunion all\n${IN_DOUBT}` : sql``}
      ) s
    `,
  });

const IN_TURN = sql`partition by case_no, try_no order by place_at, case when ends_first = is_end then 0 else 1 end, row_no`;

/** From each suspension to the resumption that is next; what is over at once is none. */
const PAUSE = tableStep("pause", {
  says: "What each event of a way comes to: a suspension lasts until the next resumption, and what finds nothing to change is idle.",
  reads: { placed_suspension: ["case_no", "try_no", "ends_first", "is_end", "row_no", "place_at"] },
  gives: [
    ...of("p", "case_no", "try_no", "is_end", "is_idle"),
    as("from_at", sql`p.place_at`),
    ...of("p", "until_at"),
  ],
  from: sql`
    from (
      select case_no, try_no, is_end, place_at,
        case when lag(is_end) over (${IN_TURN}) = is_end or (is_end = 1 and lag(is_end) over (${IN_TURN}) is null) then 1 else 0 end as is_idle,
        coalesce(min(case when is_end = 1 then place_at end) over (${IN_TURN} rows between current row and unbounded following), ${NEVER}) as until_at
      from placed_suspension
    ) p
  `,
});

/** Of a case in doubt the reading in which it stands still the longest is what is told. */
const readingStep = (doubt: boolean): Step =>
  tableStep("suspension_reading", {
    says: "The ways that are readings of a case's suspensions: of times in doubt those in which the fewest events are idle.",
    reads: {
      pause: ["case_no", "try_no", "is_end", "is_idle", "from_at", "until_at"],
      ...(doubt
        ? {
            suspension_event: ["case_no", "earliest_at", "latest_at"] as const,
            floating_suspension: ["case_no"] as const,
            placed_floating: ["case_no"] as const,
          }
        : {}),
    },
    gives: [
      ...of("t", "case_no", "try_no", "reading"),
      as(
        "reading_of",
        sql`case when t.reading = 0 then 0 when t.doubt_ms = 0 then ${READING_OF.tie} when t.doubt_ms > ${DATE_DOUBT} then ${READING_OF.date} else ${READING_OF.twoInstants} end`,
      ),
    ],
    from: sql`
      from (
        select r.case_no, r.try_no, r.doubt_ms,
          cast(row_number() over (partition by r.case_no order by case when r.doubt_ms > 0 then -r.stood_still end, r.try_no) - 1 as bigint) as reading
        from (
          select p.*, ${doubt ? sql`coalesce(d.doubt_ms, 0)` : sql`0`} as doubt_ms, min(p.idle_count) over (partition by p.case_no) as fewest
          from (
            select case_no, try_no, sum(is_idle) as idle_count, cast(sum(case when is_end = 0 and is_idle = 0 then until_at - from_at else 0 end) as bigint) as stood_still
            from pause group by case_no, try_no
          ) p${doubt ? sql`\n${OF_DOUBT}` : sql``}
        ) r
        where r.doubt_ms = 0 or r.idle_count = r.fewest${doubt ? sql` or (${UNCOUNTED})` : sql``}
      ) t
    `,
  });

const OF_DOUBT = sql`
  left join (
    select s.case_no, max(s.latest_at - s.earliest_at) as doubt_ms from suspension_event s group by s.case_no
  ) d on d.case_no = p.case_no`;
const UNCOUNTED = sql`r.case_no in (select f.case_no from floating_suspension f) and r.case_no not in (select w.case_no from placed_floating w)`;

/** Stretches, of which each begins an island of its own (1) or goes on in the one before it (0). */
const islands = (): Sql => {
  const before = sql`partition by case_no, reading order by from_at, until_at`;
  return sql`
    select case_no, reading, from_at, until_at,
      sum(begins_island) over (${before} rows between unbounded preceding and current row) as island
    from (
      select case_no, reading, from_at, until_at,
        case when from_at < max(until_at) over (${before} rows between unbounded preceding and 1 preceding) then 0 else 1 end as begins_island
      from (
        select p.case_no, r.reading, p.from_at, p.until_at
        from pause p
        join suspension_reading r on r.case_no = p.case_no and r.try_no = p.try_no
        where p.is_end = 0 and p.until_at > p.from_at
      ) stretches
    ) marked
  `;
};

const SUSPENSION = tableStep("suspension", {
  says: "The stretches in which each case is suspended, apart from one another, in each reading of a tie or of times in doubt.",
  reads: {
    pause: ["case_no", "try_no", "is_end", "from_at", "until_at"],
    suspension_reading: ["case_no", "try_no", "reading"],
  },
  gives: [
    ...of("n", "case_no", "reading"),
    as("from_at", sql`min(from_at)`),
    as("until_at", sql`max(until_at)`),
    as("place", sql`row_number() over (partition by case_no, reading order by min(from_at))`),
  ],
  from: sql`
    from (
      ${islands()}
    ) n
    group by n.case_no, n.reading, n.island
  `,
});
