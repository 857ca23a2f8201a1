import type { Step } from "../../engine/table.ts";
import { DAY, NEVER, OPEN_BUCKET, floorDiv } from "./sql.ts";
import { holdingSteps } from "./suspension-steps.ts";
import type { TermClass } from "./terms.ts";

/** What a term is counted by; the columns of `term` under an alias. */
const COUNTED = (alias: string): string =>
  ["class", "tt", "zone", "amount", "counts_start", "moves_last", "moves_start", "at_closing", "back"]
    .map((column) => `${alias}.${column}`)
    .join(", ");

const SPAN =
  "p.case_no, p.occurrence, p.channel_tie, p.n_susp, p.s_lo, p.s_hi, p.s_row, p.d_lo, p.d_hi, p.d_row, p.odd";
const TERM = `t.term_no, t.rule_no, t.untold, t.unknown_is, t.usual_term, ${COUNTED("t")}`;
const OF_SPAN =
  "from span p\njoin term t on t.book_no = p.book_no and t.pair_no = p.pair_no and t.channel_no = p.channel_no";

/** Spans of which one due time tells all: one start, known hours, nothing suspended. */
const PLAIN = `select ${SPAN}, ${TERM}, case when t.class <> 'untold' then p.s_lo end as s\n${OF_SPAN}\nwhere t.variant = 0 and p.is_hard = 0 and t.usual_term is null`;

const hardPart = (where: string): string =>
  `select ${SPAN}, ${TERM}\n${OF_SPAN}\nwhere t.variant = 0 and ${where} and (p.odd is null or p.odd <> 'no-start' or t.has_no_start = 1)`;

/** All others, numbered; one without a start is told only where everybody has to have one. */
const HARD = `
select row_number() over (order by case_no, occurrence, term_no) as hard_no, p.*
from (
${hardPart("p.is_hard = 1")}
union all
${hardPart("p.is_hard = 0 and t.usual_term is not null")}
) p`.trim();

/**
 * Every start that a hard term can have had: the one (0), with usual hours where none are known (1), at the other end
 * of its doubt (2), and with the other reading of a tie of suspension and resumption (3).
 */
function moments(doubt: boolean): string {
  const told = "h.odd is null and h.class <> 'untold'";
  const moment = (counted: string, v: number, reading: number, start: string): string =>
    `select h.hard_no, h.case_no, h.n_susp, ${COUNTED(counted)}, ${v} as v, ${reading} as reading, ${start} as s\nfrom hard h`;
  return [
    `${moment("h", 0, 0, "h.s_lo")}\nwhere ${told}`,
    `${moment("u", 1, 0, "h.s_hi")}\njoin term u on u.term_no = h.usual_term\nwhere ${told}`,
    ...(doubt ? [`${moment("h", 2, 0, "h.s_hi")}\nwhere ${told} and h.s_hi <> h.s_lo`] : []),
    `${moment("h", 3, 1, "h.s_lo")}\nwhere ${told} and h.n_susp > 1 and h.case_no in (select case_no from suspension where reading = 1)`,
  ].join("\nunion all\n");
}

/** Where each term begins: at its start, or where a rollover or cutoff moves it. `rows` have the start `s`. */
const starts = (rows: string): string =>
  `
select m.*,
  case when m.moves_start = 0 then m.s
    when d.accepts = 1 and m.s < d.open_at then d.open_at
    when d.accepts = 1 and m.s < d.stop_at then m.s
    when d.accepts is not null then d.next_open_at end as begins,
  case when m.moves_start = 0 then z.day
    when d.accepts = 1 and m.s < d.stop_at then z.day
    when d.accepts is not null then d.next_open_day end as begins_day
from ${rows} m
left join zone_day z on z.zone = m.zone and z.utc_day = ${floorDiv("m.s", DAY)} and z.from_at <= m.s and m.s < z.until_at
left join tt_day d on d.tt = m.tt and d.day = z.day`.trim();

/** Lines of SQL, those that the terms at hand have no use for left out. */
const lines = (...of: readonly (string | false)[]): string => of.filter((line) => line !== false).join("\n");

type Has = (cls: TermClass) => boolean;

/** Where each term begins as its class measures it (instants, open time, working days or days), and how long it is so. */
const measured = (rows: string, has: Has): string =>
  lines(
    "select g.*, g.begins_day - g.counts_start as after_day,",
    "  case g.class",
    "    when 'wall' then g.begins",
    has("open") && "    when 'open' then o.open_before + o.is_open * (g.begins - o.from_at)",
    "    when 'work' then b.work_upto - case when g.back = 1 then (1 - g.counts_start) * b.working - 1 else g.counts_start * b.working end",
    "    when 'same-day' then g.begins",
    "    else g.begins_day - case when g.back = 1 then -g.counts_start else g.counts_start end * case when g.amount = 0 then 0 else 1 end end as base,",
    "  case g.class",
    has("month") &&
      "    when 'month' then case when g.back = 1 then -1 else 1 end * (m.first_day + case when b.day_of_month < m.length then b.day_of_month else m.length end - 1 - g.begins_day)",
    "    when 'same-day' then 0",
    "    else g.amount end as length",
    `from ${rows} g`,
    "left join tt_day b on b.tt = g.tt and b.day = g.begins_day",
    has("open") &&
      "left join tt_slot o on o.tt = g.tt and o.day = case when g.class = 'open' then g.begins_day end and o.from_at <= g.begins and g.begins < o.until_at",
    has("month") &&
      "left join calendar_month m on m.month_no = case when g.class = 'month' then b.month_no + case when g.back = 1 then -g.amount else g.amount end end",
  );

/** How a term's end is reached: straight on, or with suspensions taken out (`held`). */
interface Way {
  readonly target: string;
  /** The day on which a term of the same day ends, and the instant from which it runs. */
  readonly sameDay: string;
  readonly base: string;
  /** The last day where it moves to a working day. */
  readonly moved: string;
  readonly joins: string;
}

const STRAIGHT: Way = {
  target: "g.base + case when g.back = 1 then -g.length else g.length end",
  sameDay: "t.begins_day",
  base: "x.base",
  moved: "when t.back = 1 then c.last_work_day else c.next_work_day",
  joins: "",
};
const HELD_UP: Way = {
  target: "g.base + case when g.back = 1 then -g.length else g.length + g.shift end",
  sameDay: "t.held_day",
  base: "x.held_base",
  moved:
    "when t.n_susp > 0 and t.back = 0 then coalesce(k.day, case when t.stopped = 0 and t.target is not null then c.next_work_day end) when t.back = 1 then c.last_work_day else c.next_work_day",
  joins: "\nleft join moved_day k on k.hard_no = t.hard_no and k.v = t.v",
};

const targets = (rows: string, { target }: Way): string => `select g.*, ${target} as target from ${rows} g`;

/** The last day of terms that end with a day. */
const lastDays = (rows: string, { sameDay, moved, joins }: Way): string =>
  `
select t.*,
  case when t.class in ('wall', 'open') then null
    when t.class = 'work' then r.day
    when t.class = 'same-day' then ${sameDay}
    when t.moves_last = 0 then t.target
    ${moved} end as last_day
from ${rows} t
left join tt_rank r on r.tt = t.tt and r.work_rank = case when t.class = 'work' then t.target end
left join tt_day c on c.tt = t.tt and c.day = case when t.class in ('day', 'month') then t.target end${joins}`.trim();

/** The end of each term: the instant at which it is used up, or closing time or the end of its last day. */
const ends = (rows: string, { base }: Way, has: Has): string =>
  lines(
    "select x.*,",
    "  case x.class",
    "    when 'wall' then x.target",
    has("open") &&
      "    when 'open' then case when x.length = 0 then x.begins else o.from_at + x.target - o.open_before end",
    `    else case when x.at_closing = 1 and (x.class <> 'same-day' or e.close_at >= ${base}) then e.close_at else e.day_end end end as due`,
    `from ${rows} x`,
    "left join tt_day e on e.tt = x.tt and e.day = x.last_day",
    has("open") &&
      `left join tt_open o on o.tt = x.tt and o.bucket = case when x.class = 'open' then ${floorDiv("x.target - 1", OPEN_BUCKET)} end and o.open_before < x.target and x.target <= o.open_after`,
  );

/** Stands for the end of a term that a suspension holds up for good. */
const ENDS = `case when d.stopped = 1 then ${NEVER} else d.due end`;

/** The earliest and the latest that each hard term can have been due. */
const BOUNDS = `
select d.hard_no, min(case when d.v = 0 then d.begins end) as begins, min(case when d.v = 0 then ${ENDS} end) as due_first,
  min(case when d.v = 0 then d.last_day end) as last_day, min(${ENDS}) as due_lo, max(${ENDS}) as due_hi,
  count(case when d.due is null and d.stopped = 0 then 1 end) as n_unknown,
  max(case when d.v = 1 then 1 else 0 end) as by_hours, max(case when d.v = 3 then 1 else 0 end) as by_tie
from hard_end d
group by d.hard_no`.trim();

/** The due times of hard terms, every reading of them counted. */
export function hardSteps(classes: ReadonlySet<TermClass>, doubt: boolean): Step[] {
  const has: Has = (cls) => classes.has(cls);
  return [
    { name: "hard", sql: HARD },
    { name: "hard_moment", as: "view", sql: moments(doubt) },
    { name: "hard_start", as: "view", sql: starts("hard_moment") },
    { name: "begun", sql: measured("hard_start", has) },
    ...holdingSteps,
    { name: "hard_target", as: "view", sql: targets("held", HELD_UP) },
    { name: "hard_last", as: "view", sql: lastDays("hard_target", HELD_UP) },
    { name: "hard_end", as: "view", sql: ends("hard_last", HELD_UP, has) },
    { name: "hard_due", sql: BOUNDS },
    { name: "hard_judged", as: "view", sql: HARD_DUE },
  ];
}

/** The due times of plain terms: views all, so that they are counted in one go. */
export function plainSteps(classes: ReadonlySet<TermClass>): Step[] {
  const has: Has = (cls) => classes.has(cls);
  const views = [
    ["plain", PLAIN],
    ["plain_start", starts("plain")],
    ["plain_begun", measured("plain_start", has)],
    ["plain_target", targets("plain_begun", STRAIGHT)],
    ["plain_last", lastDays("plain_target", STRAIGHT)],
    ["plain_end", ends("plain_last", STRAIGHT, has)],
    ["plain_judged", PLAIN_DUE],
  ] as const;
  return views.map(([name, sql]) => ({ name, as: "view", sql }));
}

/** What a verdict on a deadline is told by. */
const JUDGED =
  "case_no, occurrence, channel_tie, n_susp, s_lo, s_row, d_lo, d_hi, d_row, odd, rule_no, class, tt, zone, untold, unknown_is";

/** Plain deadlines with their due times. */
const PLAIN_DUE = `
select ${JUDGED}, 0 as start_doubt, begins, last_day, due as due_first, due as due_lo, due as due_hi, 0 as n_unknown, 0 as by_hours, 0 as by_tie
from plain_end`.trim();

const OF_HARD = JUDGED.replaceAll(/[a-z_]+/g, "h.$&");

/** Hard deadlines with the bounds of their due times. */
const HARD_DUE = `
select ${OF_HARD}, h.s_hi - h.s_lo as start_doubt, d.begins, d.last_day, d.due_first, d.due_lo, d.due_hi, coalesce(d.n_unknown, 0) as n_unknown,
  coalesce(d.by_hours, 0) as by_hours, coalesce(d.by_tie, 0) as by_tie
from hard h
left join hard_due d on d.hard_no = h.hard_no`.trim();
