import { numbers, sql, type Sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import { rowOf } from "./packing.ts";
import { isBefore, packedEvent, sideColumns, sideOf, type KeptSide } from "./sides.ts";
import { as, of, select, union, viewStep, type Given, type Step } from "./step.ts";
import type { Pair } from "./terms.ts";

/** What a span takes from its case. */
const OF_CASE = ["case_no", "book_no", "channel_no", "channel_tie", "suspension_count"] as const;
/** What a span is, beside its case. */
const OF_SPAN = [
  "pair_no",
  "occurrence",
  "start_earliest",
  "start_latest",
  "start_row",
  "done_earliest",
  "done_latest",
  "done_row",
  "disorder",
] as const;
type OfSpan = Readonly<Record<(typeof OF_SPAN)[number], Sql>>;

/**
 * For each pair of events of a case that a deadline can run between: start, end, and why they cannot be held against each
 * other where they cannot. Hard are those that more than one due time has to be counted for, or none.
 */
export function spanStep(pairs: readonly Pair[], sides: readonly KeptSide[], log: LogShape): Step {
  const parts = pairs.flatMap((pair, number) => {
    const once = onceSpan(pair, number, log);
    if (pair.every) return [once, everySpan(pair, number, log)];
    return pair.back ? [once] : [once, lateSpan(pair, number, log)];
  });
  const looksAtEvents = pairs.some(({ every, back }) => every || !back);
  const isHard = sql`case when p.suspension_count > 0 or p.disorder is not null or p.start_latest <> p.start_earliest then 1 else 0 end`;
  return viewStep("span", {
    says: "For each pair of events of a case that a deadline runs between: its start and its end, and whether one due time tells all of it.",
    reads: {
      judged_case: [
        ...OF_CASE,
        ...(looksAtEvents ? (["case_id"] as const) : []),
        ...(pairs.length === 0 ? (["first_at"] as const) : []),
        ...sides.flatMap((kept) => sideColumns(kept, log)),
      ],
      ...(looksAtEvents
        ? { unclear_event: ["case_id", "event_no", "earliest_at", "latest_at", "row_no"] }
        : {}),
    },
    gives: [...of("p", ...OF_CASE, ...OF_SPAN), as("is_hard", isHard)],
    from: sql`
      from (
        ${parts.length === 0 ? noSpan() : union(parts)}
      ) p
    `,
  });
}

/**
 * Whether a pair's events have to be looked at one by one: the end comes before the start, or one of them comes twice
 * and every start begins a term.
 */
export function isOutOfOrder(alias: string, { from, to, every, back }: Pair, log: LogShape): Sql {
  if (back) return sql`1 = 0`;
  const isEarly = isBefore(alias, to, [from], log, !every);
  if (!every) return isEarly;
  const [start, done] = [sideOf(alias, [from], log), sideOf(alias, to, log)];
  if (to.includes(from)) return start.isThere;
  return sql`(${start.isRepeated} or ${done.isRepeated} or ${isEarly})`;
}

const spanOf = (span: OfSpan): Given[] => OF_SPAN.map((column) => as(column, span[column]));

/** No deadline has events that the log knows: nothing is to be held against anything. */
const noSpan = (): Sql =>
  select(
    [
      ...of("j", ...OF_CASE),
      ...spanOf({
        pair_no: sql`0`,
        occurrence: sql`0`,
        start_earliest: sql`j.first_at`,
        start_latest: sql`j.first_at`,
        start_row: sql`j.case_no`,
        done_earliest: sql`j.first_at`,
        done_latest: sql`j.first_at`,
        done_row: sql`j.case_no`,
        disorder: sql`'no-start'`,
      }),
    ],
    sql`
      from judged_case j
      where 1 = 0
    `,
  );

/** Cases in which each of the two comes once at most, or in which only the first of each counts. */
function onceSpan(pair: Pair, number: number, log: LogShape): Sql {
  const [start, done] = [sideOf("j", [pair.from], log), sideOf("j", pair.to, log)];
  return select(
    [
      ...of("j", ...OF_CASE),
      ...spanOf({
        pair_no: sql`${number}`,
        occurrence: pair.every ? sql`case when ${start.isThere} then 1 else 0 end` : sql`1`,
        start_earliest: start.earliest,
        start_latest: start.latest,
        start_row: start.row,
        done_earliest: done.earliest,
        done_latest: done.latest,
        done_row: done.row,
        disorder: sql`case when ${start.isThere} then null else 'no-start' end`,
      }),
    ],
    sql`
      from judged_case j
      where j.book_no is not null and (${start.isThere} or ${done.isThere}) and not coalesce(${isOutOfOrder("j", pair, log)}, 1 = 0)
    `,
  );
}

/** Cases whose first end comes before their start: the next end counts; without one, their order cannot be right. */
function lateSpan(pair: Pair, number: number, log: LogShape): Sql {
  const [start, done] = [sideOf("j", [pair.from], log), sideOf("j", pair.to, log)];
  const early = isOutOfOrder("j", pair, log);
  return select(
    [
      ...of("j", ...OF_CASE),
      ...spanOf({
        pair_no: sql`${number}`,
        occurrence: sql`1`,
        start_earliest: start.earliest,
        start_latest: start.latest,
        start_row: start.row,
        done_earliest: sql`coalesce(l.earliest_at, ${done.earliest})`,
        done_latest: sql`coalesce(l.latest_at, ${done.latest})`,
        done_row: sql`case when l.earliest_at is null then ${done.row} else ${rowOf(sql`l.first_packed`, sql`l.earliest_at`, log.packing)} end`,
        disorder: sql`case when l.earliest_at is null then 'order' end`,
      }),
    ],
    sql`
      from judged_case j
      left join (
        select o.case_no, min(e.earliest_at) as earliest_at, min(e.latest_at) as latest_at, min(${packedEvent("e", log)}) as first_packed
        from unclear_event e
        join (
          select j.case_no, j.case_id, ${start.earliest} as started_at
          from judged_case j
          where ${early}
        ) o on o.case_id = e.case_id
        where e.event_no in (${numbers(pair.to)}) and e.latest_at >= o.started_at
        group by o.case_no
      ) l on l.case_no = j.case_no
      where j.book_no is not null and ${early}
    `,
  );
}

/**
 * Cases in which a start or an end comes again: every start begins a term, answered by the next end. An end that nothing
 * opened answers no start; but where another start then goes without an end, nobody can tell that it is not that one's,
 * recorded too early: the two are told together, and nobody is accused.
 */
function everySpan(pair: Pair, number: number, log: LogShape): Sql {
  const started = (column: Sql): Sql => sql`case when w.is_done = 0 then ${column} end`;
  return select(
    [
      ...of("j", ...OF_CASE),
      ...spanOf({
        pair_no: sql`${number}`,
        occurrence: sql`case when w.is_done = 1 then 1 - w.place else w.occurrence end`,
        start_earliest: started(sql`w.earliest_at`),
        start_latest: started(sql`w.latest_at`),
        start_row: started(sql`w.row_no`),
        done_earliest: sql`coalesce(w.done_earliest, w.stray_earliest)`,
        done_latest: sql`coalesce(w.done_latest, w.stray_latest)`,
        done_row: rowOf(
          sql`coalesce(w.done_packed, w.stray_packed)`,
          sql`coalesce(w.done_earliest, w.stray_earliest)`,
          log.packing,
        ),
        disorder: sql`case when w.is_done = 1 then 'no-start' when w.done_packed is null and w.stray_packed is not null then 'order' end`,
      }),
    ],
    sql`
      from (
        ${answeredStarts(startsAndEnds(pair, log))}
      ) w
      join judged_case j on j.case_id = w.case_id
      where j.book_no is not null and ${isOutOfOrder("j", pair, log)}
        and (w.is_done = 0 or (w.occurrence = 0 and (w.place > 1 or w.last_is_done = 1)))
    `,
  );
}

/** The starts and ends with the first end that nothing opened (a stray), where there is one before them, and what comes last. */
const answeredStarts = (rows: Sql): Sql => sql`
  select r.*,
    min(case when r.unopened > 0 then r.earliest_at end) ${UP_TO_HERE} as stray_earliest,
    min(case when r.unopened > 0 then r.latest_at end) ${UP_TO_HERE} as stray_latest,
    min(case when r.unopened > 0 then r.packed end) ${UP_TO_HERE} as stray_packed,
    max(case when r.places = r.place then r.is_done end) over (partition by r.case_id) as last_is_done
  from (
    ${rows}
  ) r
`;
const UP_TO_HERE = sql`over (partition by r.case_id order by r.place rows between unbounded preceding and current row)`;

/**
 * The starts and ends of a pair in their order: which start each is after, the end that is next, and by how many the ends
 * so far are more than the starts. An end that may be later than a start, for all that is known, comes after it.
 */
function startsAndEnds({ from, to }: Pair, log: LogShape): Sql {
  const at = log.doubt ? sql`case when is_done = 1 then latest_at else earliest_at end` : sql`earliest_at`;
  const inOrder = sql`partition by case_id order by ${at}, is_done, row_no`;
  const later = sql`over (${inOrder} rows between current row and unbounded following)`;
  const earlier = sql`over (${inOrder} rows between unbounded preceding and current row)`;
  const done = sql`case when is_done = 1 then`;
  return sql`
    select case_id, earliest_at, latest_at, row_no, packed, is_done,
      cast(sum(1 - is_done) ${earlier} as bigint) as occurrence,
      cast(sum(2 * is_done - 1) ${earlier} as bigint) as unopened,
      row_number() over (${inOrder}) as place,
      count(*) over (partition by case_id) as places,
      min(${done} earliest_at end) ${later} as done_earliest,
      min(${done} latest_at end) ${later} as done_latest,
      min(${done} packed end) ${later} as done_packed
    from (
      select e.case_id, e.earliest_at, e.latest_at, e.row_no, ${packedEvent("e", log)} as packed,
        case when e.event_no = ${from} then 0 else 1 end as is_done
      from unclear_event e
      where e.event_no in (${numbers([from, ...to])})
    ) e
  `;
}
