import { sql } from "../../engine/sql.ts";
import type { NotLookedBecause } from "../../model/signs.ts";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "../../model/time-units.ts";
import { binomialAtLeast, fisherAtLeast } from "../../chance/chance.ts";
import {
  byGroup,
  expectedBy,
  GROUPED,
  LEAST,
  listed,
  lookOf,
  SAMPLES,
  WHOSE,
  type Look,
  type Seen,
  type SignLooker,
  type Whose,
} from "./look.ts";

/** How shortly before the due time of a term in days. */
const WINDOW = 30 * MINUTE_MS;
/** Of a term by the clock this part of it, and a minute at least. */
const PART = 10;

const margin = sql`(due_at - done_at)`;
const WITHIN = sql`((${margin} % ${DAY_MS} + ${DAY_MS}) % ${DAY_MS} < ${WINDOW})`;
const LAST_DAY = sql`(${margin} >= 0 and ${margin} < ${DAY_MS})`;

interface DayRow extends Whose {
  readonly last_day: number;
  readonly last_seen: number;
  readonly other_days: number;
  readonly other_seen: number;
  readonly sample: readonly (number | bigint)[] | null;
}

/**
 * Terms in days: ends entered in the last half hour before the term ends, held against the same half hour of the same
 * people's other days. Work that is done on the last day is no sign; that it is always done in its last minutes may be.
 */
const DAYS = sql`
  select ${WHOSE}, count(case when ${LAST_DAY} then 1 end) as last_day, count(case when ${LAST_DAY} and ${WITHIN} then 1 end) as last_seen,
    count(case when not ${LAST_DAY} then 1 end) as other_days, count(case when not ${LAST_DAY} and ${WITHIN} then 1 end) as other_seen,
    min(case when ${LAST_DAY} and ${WITHIN} then row_no end, ${SAMPLES}) as sample
  from sign_term where by_clock = 0 ${GROUPED}
`;

const WIDTH = sql`greatest((due_at - start_at) / ${PART}, ${MINUTE_MS})`;

interface ClockRow extends Whose {
  readonly terms: number;
  readonly before: number;
  readonly earlier: number;
  readonly after: number;
  readonly sample: readonly (number | bigint)[] | null;
}

/** Terms by the clock: ends in the last tenth of the term, held against the tenth before it and the first tenth after it. */
const CLOCK = sql`
  select ${WHOSE}, count(*) as terms, count(case when ${margin} >= 0 and ${margin} < ${WIDTH} then 1 end) as before,
    count(case when ${margin} >= ${WIDTH} and ${margin} < 2 * ${WIDTH} then 1 end) as earlier,
    count(case when ${margin} < 0 and ${margin} >= -${WIDTH} then 1 end) as after,
    min(case when ${margin} >= 0 and ${margin} < ${WIDTH} then row_no end, ${SAMPLES}) as sample
  from sign_term where by_clock = 1 ${GROUPED}
`;

/** Were ends as even around the due time as they are a little before and after it, a third of the three tenths would be in the last. */
const THIRD = 1 / 3;

/** Ends heaped just before the due time. */
export const beforeDue: SignLooker = {
  name: "before-due",
  look: async ({ database }) => {
    const days = inDays(await database.rows<DayRow>(DAYS));
    const clock = byTheClock(await database.rows<ClockRow>(CLOCK));
    return { seen: [...days.seen, ...clock.seen], notLooked: [...days.notLooked, ...clock.notLooked] };
  },
};

const inDays = (rows: readonly DayRow[]): Look =>
  lookOf(
    byGroup(rows).flatMap(({ group, row }): (Seen | NotLookedBecause)[] => {
      const { last_day: all, last_seen: seen } = row;
      const others = { all: row.other_days, seen: row.other_seen };
      if (all + others.all === 0) return [];
      if (all < LEAST) return ["too-few"];
      if (others.all < LEAST) return ["no-other-days"];
      return [
        {
          ...group,
          entries: all,
          seen,
          expected: expectedBy(all, others),
          against: "own-other-days",
          chance: fisherAtLeast({ seen, all }, others),
          window: WINDOW / SECOND_MS,
          rows: listed(row.sample),
        },
      ];
    }),
  );

const byTheClock = (rows: readonly ClockRow[]): Look =>
  lookOf(
    byGroup(rows).flatMap(({ group, row }): (Seen | NotLookedBecause)[] => {
      const around = row.before + row.earlier + row.after;
      if (row.terms === 0) return [];
      if (around < LEAST) return ["too-few"];
      return [
        {
          ...group,
          entries: row.terms,
          seen: row.before,
          expected: Math.max(0.5, (row.earlier + row.after) / 2),
          against: "just-around",
          chance: binomialAtLeast(row.before, around, THIRD),
          window: null,
          rows: listed(row.sample),
        },
      ];
    }),
  );
