import { joined, numbers, sql, value, type Sql } from "../../engine/sql.ts";
import { ROUND_MARK } from "../../model/round.ts";
import type { ReadFile } from "../../model/read-file.ts";
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

/**
 * The events of suspect cases with the rounds they are of. A start opens a round where the one before it has ended (or
 * `always`); at the very instant of that end only where another end follows. What comes early, like the arrival in a
 * queue, belongs to the round that it comes before.
 */
function numbered(rounds: RoundsIn): Sql {
  const { starts, ends, early, opens } = rounds.order;
  const isIn = (events: readonly number[]): Sql =>
    sql`coalesce(event_no in (${numbers([-1, ...events])}), false)`;
  const inOrder = sql`partition by case_id, apart order by earliest_at, row_no`;
  const before = sql`over (${inOrder} rows between unbounded preceding and 1 preceding)`;
  const onwards = sql`over (${inOrder} rows between current row and unbounded following)`;
  const again =
    opens === "always"
      ? sql`has_started`
      : sql`has_started and ended_at is not null and (earliest_at > ended_at or last_end > earliest_at)`;
  return sql`
    select case_id, apart, row_no, round + case when ${isIn(early)} and ended_at is not null and opens_next then 1 else 0 end as round
    from (
      select *, sum(case when opens then 1 else 0 end) over (${inOrder} rows between unbounded preceding and current row) as round,
        coalesce(max(case when opens then 1 end) ${onwards}, 0) = 1 as opens_next
      from (
        select *, is_start and ${opens === "never" ? sql`false` : again} as opens
        from (
          select *, coalesce(max(case when is_start then 1 end) ${before}, 0) = 1 as has_started,
            case when coalesce(last_value(case when is_start then 's' when is_end then 'e' end ignore nulls) ${before}, 's') = 'e'
              then max(case when is_end then earliest_at end) ${before} end as ended_at,
            max(case when is_end then earliest_at end) ${onwards} as last_end
          from (
            select e.case_id, e.row_no, e.event_no, e.earliest_at, ${apart(rounds)} as apart, ${isIn(starts)} as is_start, ${isIn(ends)} as is_end
            from part_event e
            join raw r on r.row_no = e.row_no
            where e.case_id in (select case_id from round_suspect union all select case_id from kept_apart)
          ) e
        ) e
      ) e
    ) e
  `;
}

/** Makes `round_row`: the rows of rounds that their case's number does not name by itself, with the number of the round. */
export async function findRounds(cut: Cut, rounds: RoundsIn): Promise<void> {
  const { database, parts } = cut;
  const suspects = await database.count("round_suspect");
  await database.make({ name: "kept_apart", sql: keptApart(rounds) });
  await database.run(sql`create table round_row (row_no bigint, case_id varchar, round_no bigint)`);
  if (suspects === 0 && (await database.count("kept_apart")) === 0) return;
  for (let part = 0; part < parts.count; part += 1) {
    await open(cut, part);
    await database.run(sql`
      insert into round_row
      select row_no, case_id, round_no
      from (
        select row_no, case_id, dense_rank() over (partition by case_id order by apart, round) as round_no
        from (
          ${numbered(rounds)}
        ) n
      ) n
      where round_no > 1 or contains(case_id, ${value(ROUND_MARK)})
    `);
  }
}
