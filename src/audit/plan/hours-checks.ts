import { sql, type Sql } from "../../engine/sql.ts";
import { found, NO_NUMBER, NO_WORD } from "./found.ts";
import { tableStep, type Step } from "./step.ts";
import { dayOf, ZONE_DAY } from "./zone-days.ts";

/** The local day at a desk in which an instant lies, and the rules that the day is under. */
export const dayAtDesk = (at: Sql): Sql => sql`
  join ${dayOf("z", sql`k.zone_no`, at)}
  join timetable_day d on d.timetable_no = k.timetable_no and d.day = z.day
  join desk_rule r on r.book_no = k.book_no and r.channel_no = k.channel_no and r.hours_weekday = d.hours_weekday
`;
/** What a rule of a desk is found by. */
export const DESK_RULE = ["book_no", "channel_no", "hours_weekday"] as const;

/**
 * Outside every open stretch that the time can lie in or at the end of. Hours are held against what is done at a desk or by
 * telephone alone, since a portal answers by itself at night. Most work is done while every desk is open, and has not
 * been kept for this.
 */
export const OUTSIDE_HOURS: Step = tableStep("outside_hours", {
  says: "Work at a desk or by telephone while nobody was there.",
  reads: {
    kept_event: ["case_id", "row_no", "earliest_at", "latest_at", "off_hours"],
    judged_case: ["case_id", "case_no", "book_no", "channel_no"],
    desk: ["book_no", "channel_no", "timetable_no", "zone_no", "has_hours", "at_a_desk"],
    desk_rule: [...DESK_RULE, "hours_rule_no"],
    zone_day: ZONE_DAY,
    timetable_day: ["timetable_no", "day", "hours_weekday"],
    timetable_stretch: ["timetable_no", "day", "is_open", "from_at", "until_at"],
  },
  gives: found({
    case_no: sql`j.case_no`,
    rule_no: sql`r.hours_rule_no`,
    outcome: sql`'outside-hours'`,
    reason: NO_WORD,
    seen_at: sql`e.earliest_at`,
    start_at: sql`e.earliest_at`,
    due_at: NO_NUMBER,
    row_no: sql`e.row_no`,
  }),
  from: sql`
    from kept_event e
    join judged_case j on j.case_id = e.case_id
    join desk k on k.book_no = j.book_no and k.channel_no = j.channel_no and k.has_hours = 1 and k.at_a_desk = 1
    ${dayAtDesk(sql`e.earliest_at`)}
    left join timetable_stretch o on o.timetable_no = k.timetable_no and o.day = z.day and o.is_open = 1 and o.from_at <= e.latest_at and e.earliest_at <= o.until_at
    where e.off_hours = 1 and o.timetable_no is null
  `,
});
