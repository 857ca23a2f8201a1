import { joined, sql, word, type Sql } from "../../engine/sql.ts";
import type { ColumnName } from "./columns.ts";
import { EITHER } from "./last-hour.ts";
import { floorDiv, OPEN_BUCKET } from "./measures.ts";
import { as, of, tableStep, viewStep, type Reads, type Step } from "./step.ts";
import type { TermClass } from "./term-rows.ts";
import { dayOf, ZONE_DAY } from "./zone-days.ts";

/** What a term is counted by. */
export const COUNTED = [
  "class",
  "timetable_no",
  "zone_no",
  "amount",
  "counts_start",
  "moves_last",
  "moves_start",
  "put_off_no",
  "at_closing",
  "less_days",
  "counts_back",
] as const;

/** Which classes of terms there are: what only others need is left out of the questions. */
export type Has = (cls: TermClass) => boolean;

/** Lines of SQL, those that the terms at hand have no use for left out. */
const lines = (...pieces: readonly (Sql | false)[]): Sql =>
  joined(
    pieces.filter((piece) => piece !== false),
    sql`\n`,
  );

/** Where each term begins: at the start that it is `counted_from`, or where a rollover or cutoff moves that. */
export function begun(name: string, rows: Step): Step {
  return viewStep(name, {
    says: "Where each term begins: at its start, or where a rollover or cutoff moves that.",
    reads: {
      [rows.name]: rows.gives,
      zone_day: ZONE_DAY,
      timetable_day: [
        "timetable_no",
        "day",
        "takes_requests",
        "opens_at",
        "stops_at",
        "next_open_at",
        "next_open_day",
      ],
      put_off_day: ["put_off_no", "day", "put_off", "put_off_else"],
    },
    gives: [
      ...of("s", ...rows.gives),
      as(
        "begins_at",
        sql`
          case when s.moves_start = 0 or s.is_registered = 1 then s.counted_from
            when s.moves_start = 1 and d.takes_requests = 1 and s.counted_from < d.opens_at then d.opens_at
            when ${IS_TAKEN} then s.counted_from
            when d.takes_requests is not null then d.next_open_at end
        `,
      ),
      as(
        "begins_day",
        sql`
          case when s.moves_start = 0 or s.is_registered = 1 or ${IS_TAKEN} then z.day
            when d.takes_requests is not null then d.next_open_day end
        `,
      ),
    ],
    from: sql`
      from ${word(rows.name)} s
      left join ${dayOf("z", sql`s.zone_no`, sql`s.counted_from`)}
      left join timetable_day d on d.timetable_no = s.timetable_no and d.day = z.day
      left join put_off_day l on l.put_off_no = s.put_off_no and l.day = z.day
    `,
  });
}

/** What puts an event off: by the law on that day, by its other reading (4), or by a regulation that speaks of days off (3). */
const PUT_OFF = sql`case s.moves_start when 1 then 2 when 3 then 1 when 4 then l.put_off_else else l.put_off end`;
/**
 * Whether an event counts as of when it comes: nothing is put off on its day; or it is a working day, and before closing and
 * the cutoff where the evening is put off. 5 stands for an event that came after hours that nobody knows.
 */
const IS_TAKEN = sql`(${PUT_OFF} = 0 or (d.takes_requests = 1 and (coalesce(${PUT_OFF}, 0) < 2 or (s.moves_start <> 5 and s.counted_from < d.stops_at))))`;

/**
 * Where each term begins as its class measures it (instants, open time, working days or days), and how long it is so.
 * `kept`: as a table, which several steps read.
 */
export function measured(name: string, rows: Step, has: Has, kept: boolean): Step {
  const reads: Reads = {
    [rows.name]: rows.gives,
    timetable_day: [
      "timetable_no",
      "day",
      ...(has("work") ? (["working_upto", "is_working"] as const) : []),
      ...(has("month") ? (["day_of_month", "month_no"] as const) : []),
    ],
    ...(has("open")
      ? { timetable_stretch: ["timetable_no", "day", "from_at", "until_at", "is_open", "open_before"] }
      : {}),
    ...(has("month") ? { calendar_month: ["month_no", "first_day", "day_count"] } : {}),
  };
  return (kept ? tableStep : viewStep)(name, {
    says: "Where each term begins as its class measures it, and how long it is so.",
    reads,
    gives: [
      ...of("g", ...rows.gives),
      as("after_day", sql`g.begins_day - g.counts_start`),
      as("base", baseOf(has)),
      as("term_length", lengthOf(has)),
    ],
    from: lines(
      sql`from ${word(rows.name)} g`,
      sql`left join timetable_day b on b.timetable_no = g.timetable_no and b.day = g.begins_day`,
      has("open") &&
        sql`left join timetable_stretch o on o.timetable_no = g.timetable_no and o.day = case when g.class = 'open' then g.begins_day end and o.from_at <= g.begins_at and g.begins_at < o.until_at`,
      has("month") &&
        sql`left join calendar_month m on m.month_no = case when g.class = 'month' then b.month_no + case when g.counts_back = 1 then -g.amount else g.amount end end`,
    ),
  });
}

const baseOf = (has: Has): Sql =>
  lines(
    sql`case g.class`,
    sql`  when 'wall' then g.begins_at`,
    has("open") && sql`  when 'open' then o.open_before + o.is_open * (g.begins_at - o.from_at)`,
    has("work") &&
      sql`  when 'work' then b.working_upto - case when g.counts_back = 1 then (1 - g.counts_start) * b.is_working - 1 else g.counts_start * b.is_working end`,
    sql`  when 'same-day' then g.begins_at`,
    sql`  else g.begins_day - case when g.counts_back = 1 then -g.counts_start else g.counts_start end * case when g.amount = 0 then 0 else 1 end end`,
  );

const lengthOf = (has: Has): Sql =>
  lines(
    sql`case g.class`,
    has("month") &&
      sql`  when 'month' then case when g.counts_back = 1 then -1 else 1 end * (m.first_day + case when b.day_of_month < m.day_count then b.day_of_month else m.day_count end - 1 - g.begins_day)`,
    sql`  when 'same-day' then 0`,
    sql`  else g.amount end`,
  );

/** How a term's end is reached: straight on, or with suspensions taken out. */
export interface Way {
  readonly target: Sql;
  /** The day on which a term of the same day ends, and the instant from which it runs. */
  readonly sameDay: Sql;
  readonly base: Sql;
  /** The last day where it moves to a working day: the last branches of a `case`. */
  readonly moved: Sql;
  /** What `moved` needs beside the terms and their days. */
  readonly joins: Sql;
  readonly reads: Reads;
}

/** Where each term ends, as its class measures it. */
export const targets = (name: string, rows: Step, { target }: Way): Step =>
  viewStep(name, {
    says: "Where each term ends, as its class measures it.",
    reads: { [rows.name]: rows.gives },
    gives: [...of("g", ...rows.gives), as("target", target)],
    from: sql`from ${word(rows.name)} g`,
  });

/** The last day of terms that end with a day. */
export function lastDays(name: string, rows: Step, { sameDay, moved, joins, reads }: Way): Step {
  return viewStep(name, {
    says: "The last day of each term that ends with a day.",
    reads: {
      [rows.name]: rows.gives,
      working_day: ["timetable_no", "working_upto", "day"],
      timetable_day: ["timetable_no", "day", "next_working_day", "last_working_day"],
      ...reads,
    },
    gives: [
      ...of("t", ...rows.gives),
      as(
        "last_day",
        sql`
          case when t.class in ('wall', 'open') then null
            when t.class = 'work' then r.day
            when t.class = 'same-day' then ${sameDay}
            when t.moves_last = 0 then t.target
            ${moved} end - t.less_days
        `,
      ),
    ],
    from: sql`
      from ${word(rows.name)} t
      left join working_day r on r.timetable_no = t.timetable_no and r.working_upto = case when t.class = 'work' then t.target end
      left join timetable_day c on c.timetable_no = t.timetable_no and c.day = case when t.class in ('day', 'month') then t.target end${joins}
    `,
  });
}

/** The end of each term: the instant at which it is used up, or closing time or the end of its last day. */
export function ends(name: string, rows: Step, { base }: Way, has: Has): Step {
  const open: readonly ColumnName[] = ["timetable_no", "open_bucket", "from_at", "open_before", "open_after"];
  return viewStep(name, {
    says: "The end of each term: the instant at which it is used up, or closing time or 24:00 of its last day.",
    reads: {
      [rows.name]: rows.gives,
      timetable_day: ["timetable_no", "day", "closes_at", "ends_at"],
      ...(has("open") ? { open_stretch: open } : {}),
    },
    gives: [
      ...of("x", ...rows.gives),
      as(
        "due_at",
        lines(
          sql`case x.class`,
          sql`  when 'wall' then x.target`,
          has("open") &&
            sql`  when 'open' then case when x.term_length = 0 then x.begins_at else o.from_at + x.target - o.open_before end`,
          sql`  else case when x.at_closing > 0 and x.is_sent = 0 and (x.class <> 'same-day' or e.closes_at >= ${base}) then e.closes_at else e.ends_at end end`,
        ),
      ),
      as("midnight_at", sql`case when x.at_closing = ${EITHER} then e.ends_at end`),
    ],
    from: lines(
      sql`from ${word(rows.name)} x`,
      sql`left join timetable_day e on e.timetable_no = x.timetable_no and e.day = x.last_day`,
      has("open") &&
        sql`left join open_stretch o on o.timetable_no = x.timetable_no and o.open_bucket = case when x.class = 'open' then ${floorDiv(sql`x.target - 1`, OPEN_BUCKET)} end and o.open_before < x.target and x.target <= o.open_after`,
    ),
  });
}
