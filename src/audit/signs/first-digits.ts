import { sql } from "../../engine/sql.ts";
import type { SignGroup } from "../../model/signs.ts";
import { SECOND_MS } from "../../model/time-units.ts";
import { chiSquareAtLeast } from "../../chance/chance.ts";
import {
  byGroup,
  GROUPED,
  lookOf,
  WHOSE,
  type Look,
  type Seen,
  type SignLooker,
  type Whose,
} from "./look.ts";

/** Fewer lengths of time tell nothing of their first digits. */
const LEAST_LENGTHS = 500;
/** Lengths have to reach over three orders of magnitude, the outermost hundredths left out. */
const SPAN = 1000;
/** Mean deviation up to which digits are told to be as Benford's law has them (Nigrini 2012: nonconformity from 0.015). */
const LIKE = 0.015;
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const BENFORD = DIGITS.map((digit) => Math.log10(1 + 1 / digit));

interface Row extends Whose {
  readonly lengths: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly digits: readonly (number | bigint)[];
}

/** First digits of how long terms took, in seconds. */
const ROWS = sql`
  select ${WHOSE}, count(*) as lengths, quantile_cont(seconds, 0.01) as low, quantile_cont(seconds, 0.99) as high,
    [count(case when digit = 1 then 1 end), count(case when digit = 2 then 1 end), count(case when digit = 3 then 1 end), count(case when digit = 4 then 1 end), count(case when digit = 5 then 1 end),
      count(case when digit = 6 then 1 end), count(case when digit = 7 then 1 end), count(case when digit = 8 then 1 end), count(case when digit = 9 then 1 end)] as digits
  from (
    select provider, actor, seconds, cast(left(cast(seconds as varchar), 1) as integer) as digit
    from (select distinct provider, actor, row_no, (done_at - start_at) // ${SECOND_MS} as seconds from sign_term) t where seconds > 0
  ) t ${GROUPED}
`;

/** Lengths of time whose first digits are not spread as those of others: numbers that people think up are not. */
export const firstDigits: SignLooker = {
  name: "first-digits",
  look: async ({ database }) => lookAt(byGroup(await database.rows<Row>(ROWS))),
};

function lookAt(rows: readonly { group: SignGroup; row: Row }[]): Look {
  const whole = rows.find(({ group }) => group.of === "log")?.row;
  const told = rows.flatMap(({ group, row }): (Seen | Look["notLooked"][number])[] => {
    if (whole === undefined || group.of === "log" || row.lengths === 0) return [];
    if (row.lengths < LEAST_LENGTHS) return ["too-few"];
    if (!(row.low !== null && row.high !== null && row.high >= Math.max(1, row.low) * SPAN))
      return ["narrow-span"];
    const own = row.digits.map(Number);
    const others = whole.digits.map((count, index) => Number(count) - (own[index] ?? 0));
    // The law fits these lengths where it fits those of others.
    if (sumOf(others) < LEAST_LENGTHS || deviation(others) > LIKE) return ["others-unlike"];
    return [seenOf(group, own)];
  });
  return lookOf(told);
}

function seenOf(group: SignGroup, own: readonly number[]): Seen {
  const all = sumOf(own);
  const squares = own.reduce((sum, count, index) => {
    const expected = all * (BENFORD[index] ?? 0);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const chance = deviation(own) <= LIKE ? 1 : chiSquareAtLeast(squares, DIGITS.length - 1);
  // What would have to stand under another digit; by chance alone about this much does.
  const displaced = own.reduce(
    (sum, count, index) => sum + Math.max(0, count - all * (BENFORD[index] ?? 0)),
    0,
  );
  const usual = BENFORD.reduce(
    (sum, share) => sum + Math.sqrt((all * share * (1 - share)) / (2 * Math.PI)),
    0,
  );
  return {
    ...group,
    entries: all,
    seen: Math.round(displaced),
    expected: usual,
    against: "benford",
    chance,
    rows: [],
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** The mean of how far the share of each digit is from that of the law. */
function deviation(counts: readonly number[]): number {
  const all = Math.max(1, sumOf(counts));
  return (
    counts.reduce((sum, count, index) => sum + Math.abs(count / all - (BENFORD[index] ?? 0)), 0) /
    DIGITS.length
  );
}
