import { sql, word, type Sql } from "../../engine/sql.ts";
import { NO_NUMBER } from "./found.ts";
import { NEVER } from "./measures.ts";
import { as, of, tableStep, type Step } from "./step.ts";
import { stopsBeforeDone } from "./suspension-steps.ts";
import { dayOf, ZONE_DAY } from "./zone-days.ts";

/** A term of the same day, and after it the suspensions that may hold it up, each with its days and the closing of the first. */
const sameDay = (measured: Step): Sql => sql`
  select g.hard_no, g.assumption, 0 as place, g.begins_at as from_at, g.begins_at as until_at, g.begins_day as from_day, g.begins_day as until_day, ${NO_NUMBER} as closes_at
  from ${word(measured.name)} g
  where g.class = 'same-day' and g.suspension_count > 0
  union all
  select g.hard_no, g.assumption, i.place, i.from_at, i.until_at, f.day, n.day, case when g.at_closing > 0 then d.closes_at end
  from ${word(measured.name)} g
  join suspension i on i.case_no = g.case_no and i.reading = g.reading and i.until_at > g.begins_at and ${stopsBeforeDone("g")}
  join ${dayOf("f", sql`g.zone_no`, sql`i.from_at`)}
  left join ${dayOf("n", sql`g.zone_no`, sql`i.until_at`)}
  left join timetable_day d on d.timetable_no = g.timetable_no and d.day = f.day
  where g.class = 'same-day' and g.suspension_count > 0
`;

/** Each of them with where the chain breaks: on a later day than the one before ended on, or after the closing due by then. */
function chainOf(measured: Step): Sql {
  const inOrder = sql`(partition by hard_no, assumption order by place)`;
  const isDueBefore = sql`from_at >= closes_at and lag(until_at) over ${inOrder} <= closes_at`;
  return sql`
    select c.*, sum(breaks) over (partition by hard_no, assumption order by place rows between unbounded preceding and current row) as broken
    from (
      select t.*, case when place > 0 and (from_day > lag(until_day) over ${inOrder} or (${isDueBefore})) then 1 else 0 end as breaks
      from (
        ${sameDay(measured)}
      ) t
    ) c
  `;
}

/** What suspensions do to terms of the same day. */
export const heldDayStep = (measured: Step): Step =>
  tableStep("held_day", {
    says: "Until when a term of the same day is held up: to the end of the suspensions that run on from its day.",
    reads: {
      [measured.name]: [
        "hard_no",
        "assumption",
        "case_no",
        "reading",
        "timetable_no",
        "zone_no",
        "suspension_count",
        "done_latest",
        "class",
        "at_closing",
        "begins_at",
        "begins_day",
      ],
      suspension: ["case_no", "reading", "from_at", "until_at", "place"],
      zone_day: ZONE_DAY,
      timetable_day: ["timetable_no", "day", "closes_at"],
    },
    gives: [
      ...of("h", "hard_no", "assumption"),
      as("resumed_at", sql`max(h.until_at)`),
      as("resumed_day", sql`case when max(h.until_at) < ${NEVER} then max(h.until_day) end`),
    ],
    from: sql`
      from (
        ${chainOf(measured)}
      ) h
      where h.place > 0 and h.broken = 0
      group by h.hard_no, h.assumption
    `,
  });
