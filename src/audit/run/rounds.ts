import { joined, numbers, sql, value, type Sql } from "../../engine/sql.ts";
import { ROUND_MARK } from "../../model/round.ts";
import type { ReadFile } from "../../model/read-file.ts";
import { DATE_DOUBT } from "../plan/measures.ts";
import type { RoundsOrder } from "../plan/rounds-order.ts";
import { open, type Cut } from "./parts.ts";

/** What the rounds of a log are told by. */
export interface RoundsIn {
  readonly order: RoundsOrder;
  readonly files: readonly ReadFile[];
  /** The log keeps cases apart itself that have one name: traces. */
  readonly traces: boolean;
}

/** Whether a case of `part_event` may have several rounds, as a condition on its group: it begins once more after it has ended. */
export function mayHaveRounds({ order }: RoundsIn): Sql {
  const named = sql`contains(case_id, ${value(ROUND_MARK)})`;
  if (order.opens === "never" || order.starts.length === 0) return named;
  const starts = sql`case when event_no in (${numbers(order.starts)}) then earliest_at end`;
  const ends = sql`case when event_no in (${numbers(order.ends)}) then earliest_at end`;
  const again =
    order.opens === "always"
      ? sql`max(${starts}) > min(${starts})`
      : sql`(max(${starts}) > min(${starts}) and max(${starts}) >= min(${ends}))`;
  return sql`(${named} or ${again})`;
}

/** Cases that several traces, or several files that are kept apart, have the name of. */
function keptApart({ order, files, traces }: RoundsIn): Sql {
  const several = [
    ...(traces ? [sql`min(trace_no) <> max(trace_no)`] : []),
    ...(order.filesApart && files.length > 1
      ? [sql`${fileOf(files, sql`min(row_no)`)} <> ${fileOf(files, sql`max(row_no)`)}`]
      : []),
  ];
  return sql`select case_id from raw where case_id is not null group by case_id having ${joined([sql`1 = 0`, ...several], sql` or `)}`;
}

/** Number of the file that a row stands in. */
const fileOf = (files: readonly ReadFile[], row: Sql): Sql =>
  sql`case ${joined(
    files.slice(1).map(({ before }, index) => sql`when ${row} <= ${before} then ${index}`),
    sql` `,
  )} else ${files.length - 1} end`;

/** What keeps the rows of one name apart, as a number that grows through the log. */
function apart({ order, files, traces }: RoundsIn): Sql {
  if (traces) return sql`coalesce(r.trace_no, 0)`;
  return order.filesApart && files.length > 1 ? fileOf(files, sql`r.row_no`) : sql`0`;
}

const SUSPECT_EVENTS = sql`
  select case_id, row_no, event_no, earliest_at, latest_at from part_event
  where case_id in (select case_id from round_suspect union all select case_id from kept_apart)
`;

/** The order of a case's events, each in its place. */
const IN_ORDER = sql`partition by case_id, apart order by place_at, rank, row_no`;
const BEFORE = sql`over (${IN_ORDER} rows between unbounded preceding and 1 preceding)`;
const UP_TO_HERE = sql`over (${IN_ORDER} rows between unbounded preceding and current row)`;
const ONWARDS = sql`over (${IN_ORDER} rows between current row and unbounded following)`;

/**
 * The events of suspect cases, each at its place: a date stands for the end of its day, so that what was done on the day of
 * a request belongs to that; but a request and what comes before one for its beginning, and an answer too where by dates
 * alone another request follows it. At one instant a request comes before all else and its answer last; but where one still
 * waits and another answer is what follows, that answer is its own and comes first. Where none follows it may be the same
 * request, asked for twice, and nobody is accused.
 */
function placed(rounds: RoundsIn): Sql {
  const { starts, ends, early, complaints } = rounds.order;
  const isIn = (events: readonly number[]): Sql =>
    sql`coalesce(e.event_no in (${numbers([-1, ...events])}), false)`;
  const earlierDays = sql`over (partition by e.case_id, ${apart(rounds)} order by e.earliest_at range between unbounded preceding and 1 preceding)`;
  const waited = sql`max(case when ${isIn(starts)} then e.earliest_at end) ${earlierDays} > coalesce(max(case when ${isIn(ends)} then e.earliest_at end) ${earlierDays}, -1e18)`;
  const dated = sql`max(case when ${isIn(starts)} and e.latest_at - e.earliest_at > ${DATE_DOUBT} then 1 end) over (partition by e.case_id, ${apart(rounds)}, e.earliest_at) = 1`;
  // By dates alone, closed and opened again on one day: a tie like that of two instants.
  const isFollowed = sql`coalesce(${isIn(ends)} and ${waited} and ${dated}, false)`;
  const earlier = sql`over (partition by case_id, apart order by place_at range between unbounded preceding and 1 preceding)`;
  const later = sql`over (partition by case_id, apart order by place_at range between 1 following and unbounded following)`;
  const first = (is: Sql): Sql => sql`coalesce(min(case when ${is} then place_at end) ${later}, 1e18)`;
  const last = (is: Sql): Sql => sql`coalesce(max(case when ${is} then place_at end) ${earlier}, -1e18)`;
  return sql`
    select *, case when is_early then 0 when is_start then case when waits then 2 else 1 end
      when is_end then case when waits then 1 else 3 end else case when waits then 3 else 2 end end as rank
    from (
      select *, ${last(sql`is_start`)} > ${last(sql`is_end`)} and ${first(sql`is_end`)} < ${first(sql`is_start`)} as waits
      from (
        select e.case_id, e.row_no, case when ${isIn([...starts, ...early])} or ${isFollowed} then e.earliest_at else e.latest_at end as place_at,
          ${apart(rounds)} as apart, ${isIn(starts)} as is_start, ${isIn(ends)} as is_end, ${isIn(early)} as is_early,
          ${isIn(complaints.filed)} as is_filed, ${isIn(complaints.answers)} as is_answer, ${isIn(complaints.all)} as is_complaint
        from (
          ${SUSPECT_EVENTS}
        ) e
        join raw r on r.row_no = e.row_no
      ) e
    ) e
  `;
}

/**
 * The events of suspect cases with the rounds they are of. A start opens a round where the one before it has ended (or
 * `always`), and an end before the first start has ended none. What comes early, like the arrival in a queue, belongs to the
 * round that it comes before.
 */
function numbered(rounds: RoundsIn): Sql {
  const { opens } = rounds.order;
  const again = opens === "always" ? sql`has_started` : sql`has_ended`;
  const startOrEnd = sql`case when is_start then 's' when is_end and has_started then 'e' end ignore nulls`;
  return sql`
    select * exclude (round), round + case when is_early and has_ended and opens_next then 1 else 0 end as own_round
    from (
      select *, sum(case when opens then 1 else 0 end) ${UP_TO_HERE} as round,
        coalesce(max(case when opens then 1 end) ${ONWARDS}, 0) = 1 as opens_next
      from (
        select *, is_start and ${opens === "never" ? sql`false` : again} as opens
        from (
          select *,
            coalesce(last_value(${startOrEnd}) ${BEFORE}, 's') = 'e' as has_ended
          from (
            select *, coalesce(max(case when is_start then 1 end) ${BEFORE}, 0) = 1 as has_started
            from (
              ${placed(rounds)}
            ) e
          ) e
        ) e
      ) e
    ) e
  `;
}

/**
 * A complaint is a procedure of its own. What answers it belongs to the round in which it was filed, whatever is asked for
 * meanwhile, and so does another that is filed while it is open: the next answer is that of both. What was answered before
 * the first was filed belongs to that: nobody can tell whether it was.
 */
const withComplaints = (rounds: RoundsIn): Sql => sql`
  select case_id, apart, row_no, round, case when round <> own_round then 1 else 0 end as has_moved
  from (
    select *,
      case when is_complaint
        then coalesce(last_value(case when begins then own_round end ignore nulls) ${UP_TO_HERE}, first_value(case when begins then own_round end ignore nulls) ${ONWARDS}, own_round)
        else own_round end as round
    from (
      select *, is_filed and coalesce(last_value(case when is_filed then 'f' when is_answer then 'a' end ignore nulls) ${BEFORE}, 'a') = 'a' as begins
      from (
        ${numbered(rounds)}
      ) e
    ) e
  ) e
`;

/** Makes `round_row`: the rows of rounds that their case's number does not name by itself, with the number of the round. */
export async function findRounds(cut: Cut, rounds: RoundsIn): Promise<void> {
  const { database, parts } = cut;
  const suspects = await database.count("round_suspect");
  await database.make({ name: "kept_apart", sql: keptApart(rounds) });
  await database.run(
    sql`create table round_row (row_no bigint, case_id varchar, round_no bigint, has_moved integer)`,
  );
  if (suspects === 0 && (await database.count("kept_apart")) === 0) return;
  for (let part = 0; part < parts.count; part += 1) {
    await open(cut, part);
    await database.run(sql`
      insert into round_row
      select row_no, case_id, round_no, has_moved
      from (
        select row_no, case_id, has_moved, dense_rank() over (partition by case_id order by apart, round) as round_no
        from (
          ${withComplaints(rounds)}
        ) n
      ) n
      where round_no > 1 or has_moved = 1 or contains(case_id, ${value(ROUND_MARK)})
    `);
  }
}
