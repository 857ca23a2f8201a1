import { sql, word, type Sql } from "../../engine/sql.ts";
import { heldDayStep } from "./held-day.ts";
import { DAY, floorDiv, NEVER } from "./measures.ts";
import { as, of, tableStep, type Step } from "./step.ts";
import { stopsBeforeDone } from "./suspension-steps.ts";
import { dayOf, dayUntil, ZONE_DAY } from "./zone-days.ts";

/** What suspensions do to terms that were measured; `held` is the step that gives the terms again. */
export function holdingSteps(measured: Step): { readonly steps: readonly Step[]; readonly held: Step } {
  const held = heldStep(measured);
  return {
    steps: [shiftStep(measured), heldDayStep(measured), held, movedDayStep(held)],
    held,
  };
}

/** The stretch of a timetable in which an instant of an open term lies, under an alias. */
const stretchOf = (alias: string, day: Sql, at: Sql): Sql => {
  const o = word(alias);
  return sql`timetable_stretch ${o} on ${o}.timetable_no = g.timetable_no and ${o}.day = case when g.class = 'open' then ${day} end and ${o}.from_at <= ${at} and ${at} < ${o}.until_at`;
};

/** A pause that begins on a day after the closing at which a term in days ends there: it leaves what ends on that day alone. */
const afterClosing = (at: Sql, day: string): Sql => sql`g.at_closing > 0 and ${at} >= ${word(day)}.closes_at`;

/**
 * The suspended time of each term, as its class measures it: from where it stops the term to where that may run again,
 * and up to where the term can have ended before it (`ends_upto`).
 */
const suspended = (measured: Step): Sql => sql`
  select g.hard_no, g.assumption, i.place, g.base + g.term_length as target,
    case when i.until_at = ${NEVER} then 1 else 0 end as is_endless,
    case g.class
      when 'wall' then case when i.from_at > g.begins_at then i.from_at else g.begins_at end
      when 'open' then case when i.from_at > g.begins_at then so.open_before + so.is_open * (i.from_at - so.from_at) else g.base end
      when 'work' then case when s.day > g.begins_day then sd.working_upto - sd.is_working else g.base end
      else case when s.day - 1 > g.base then s.day - 1 else g.base end end as runs_to,
    case when g.class not in ('wall', 'open') and ${afterClosing(sql`i.from_at`, "sd")} then case g.class when 'work' then sd.working_upto else s.day end end as ends_upto,
    case g.class
      when 'wall' then i.until_at
      when 'open' then ro.open_before + ro.is_open * (i.until_at - ro.from_at)
      when 'work' then ed.working_upto
      else e.day end as runs_from
  from ${word(measured.name)} g
  join suspension i on i.case_no = g.case_no and i.reading = g.reading
  left join ${dayOf("s", sql`g.zone_no`, sql`i.from_at`)}
  left join ${dayUntil("e", sql`g.zone_no`, sql`i.until_at`)}
  left join ${dayOf("r", sql`g.zone_no`, sql`i.until_at`)}
  left join timetable_day sd on sd.timetable_no = g.timetable_no and sd.day = s.day
  left join timetable_day ed on ed.timetable_no = g.timetable_no and ed.day = e.day
  left join ${stretchOf("so", sql`s.day`, sql`i.from_at`)}
  left join ${stretchOf("ro", sql`r.day`, sql`i.until_at`)}
  where g.suspension_count > 0 and g.counts_back = 0 and g.class <> 'same-day' and ${stopsBeforeDone("g")}
    and case when g.class in ('wall', 'open') then i.until_at > g.begins_at when i.until_at = ${NEVER} then 1 = 1 else e.day > g.after_day end
`;

/** Two suspensions that share a day take it out once; what the term has run before each is what the ones before it took. */
function shiftStep(measured: Step): Step {
  const before = sql`over (partition by hard_no, assumption order by place rows between unbounded preceding and 1 preceding)`;
  const endsBefore = sql`min(case when target + taken_out <= runs_to or target + taken_out <= ends_upto then taken_out end)`;
  return tableStep("term_shift", {
    says: "By how much suspensions put off the end of each hard term, and whether they do so for good.",
    reads: {
      [measured.name]: [
        "hard_no",
        "assumption",
        "case_no",
        "reading",
        "suspension_count",
        "done_latest",
        "class",
        "timetable_no",
        "zone_no",
        "counts_back",
        "at_closing",
        "begins_at",
        "begins_day",
        "after_day",
        "base",
        "term_length",
      ],
      suspension: ["case_no", "reading", "from_at", "until_at", "place"],
      zone_day: ZONE_DAY,
      timetable_day: ["timetable_no", "day", "working_upto", "is_working", "closes_at"],
      timetable_stretch: ["timetable_no", "day", "from_at", "until_at", "is_open", "open_before"],
    },
    gives: [
      ...of("s", "hard_no", "assumption"),
      as(
        "shift",
        sql`coalesce(${endsBefore}, case when max(is_endless) = 0 then max(taken_out + runs_from - runs_to) end)`,
      ),
      as("never_ends", sql`case when ${endsBefore} is null then max(is_endless) else 0 end`),
    ],
    from: sql`
      from (
        select x.*, coalesce(sum(runs_from - runs_to) ${before}, 0) as taken_out
        from (
          select hard_no, assumption, place, target, is_endless, runs_from, ends_upto,
            case when runs_to < max(runs_from) ${before} then max(runs_from) ${before} else runs_to end as runs_to
          from (
            ${suspended(measured)}
          ) w
        ) x
      ) s
      group by s.hard_no, s.assumption
    `,
  });
}

const heldStep = (measured: Step): Step =>
  tableStep("hard_held", {
    says: "Hard terms without what was suspended: what is left to run, from where, and whether it ever ends.",
    reads: {
      [measured.name]: measured.gives,
      term_shift: ["hard_no", "assumption", "shift", "never_ends"],
      held_day: ["hard_no", "assumption", "resumed_at", "resumed_day"],
    },
    gives: [
      ...of("g", ...measured.gives),
      as(
        "held_base",
        sql`case when g.class = 'same-day' then coalesce(s.resumed_at, g.begins_at) else g.base end`,
      ),
      as("shift", sql`case when h.hard_no is null then 0 else h.shift end`),
      as("never_ends", sql`case when s.resumed_at = ${NEVER} then 1 else coalesce(h.never_ends, 0) end`),
      as("held_day", sql`case when s.hard_no is null then g.begins_day else s.resumed_day end`),
    ],
    from: sql`
      from ${word(measured.name)} g
      left join term_shift h on h.hard_no = g.hard_no and h.assumption = g.assumption
      left join held_day s on s.hard_no = g.hard_no and s.assumption = g.assumption
    `,
  });

/** Terms in days whose last day may have to move past suspensions, and the day on which they would end. */
const MOVES = sql`g.class in ('day', 'month') and g.moves_last = 1 and g.suspension_count > 0 and g.counts_back = 0`;
const TARGET = sql`g.base + g.term_length + g.shift`;

/** Days to which a last day can move: the next working day, or one after each of the suspensions. */
const candidates = (held: Step): Sql => sql`
  select g.hard_no, g.assumption, g.case_no, g.reading, g.zone_no, g.timetable_no, g.at_closing, g.done_latest, c.next_working_day as day
  from ${word(held.name)} g
  join timetable_day c on c.timetable_no = g.timetable_no and c.day = ${TARGET}
  where ${MOVES}
  union all
  select g.hard_no, g.assumption, g.case_no, g.reading, g.zone_no, g.timetable_no, g.at_closing, g.done_latest, c.next_working_day
  from ${word(held.name)} g
  join suspension i on i.case_no = g.case_no and i.reading = g.reading
  join ${dayUntil("u", sql`g.zone_no`, sql`i.until_at`)}
  join timetable_day c on c.timetable_no = g.timetable_no and c.day = u.day + 1
  where ${MOVES} and u.day >= ${TARGET} and ${stopsBeforeDone("g")}
`;

const movedDayStep = (held: Step): Step =>
  tableStep("moved_day", {
    says: "The last day of terms in days where that is no working day: the first that is one and is not suspended.",
    reads: {
      [held.name]: [
        "hard_no",
        "assumption",
        "case_no",
        "reading",
        "suspension_count",
        "done_latest",
        "class",
        "timetable_no",
        "zone_no",
        "moves_last",
        "at_closing",
        "counts_back",
        "base",
        "term_length",
        "shift",
      ],
      suspension: ["case_no", "reading", "from_at", "until_at"],
      zone_day: ZONE_DAY,
      timetable_day: ["timetable_no", "day", "next_working_day", "closes_at"],
    },
    gives: [...of("q", "hard_no", "assumption"), as("day", sql`min(q.day)`)],
    from: sql`
      from (
        ${candidates(held)}
      ) q
      left join timetable_day d on d.timetable_no = q.timetable_no and d.day = q.day
      where not exists (
        select 1 from suspension i
        join zone_day f on f.utc_day = ${floorDiv(sql`i.from_at`, DAY)} and f.from_at <= i.from_at and i.from_at < f.until_at
        left join ${dayUntil("u", sql`f.zone_no`, sql`i.until_at`)}
        where i.case_no = q.case_no and i.reading = q.reading and ${stopsBeforeDone("q")} and f.zone_no = q.zone_no and f.day <= q.day and (u.day is null or q.day <= u.day)
          and not (q.at_closing > 0 and f.day = q.day and i.from_at >= d.closes_at)
      )
      group by q.hard_no, q.assumption
    `,
  });
