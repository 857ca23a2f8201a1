import { sql } from "../../engine/sql.ts";
import { MINUTE_MS } from "../../model/time-units.ts";
import { binomialAtLeast, fisherAtLeast } from "../../chance/chance.ts";
import { COARSE } from "./entries.ts";
import {
  byGroup,
  GROUPED,
  listed,
  lookOf,
  SAMPLES,
  WHOSE,
  type Look,
  type Seen,
  type SignLooker,
  type Whose,
} from "./look.ts";

/** Fewer entries tell nothing of how they are spread over the hour. */
const LEAST_SPREAD = 50;
/** From this share of entries with seconds on, a whole minute is round; else a full or half hour is. */
const HAS_SECONDS = 0.5;
const HALF_HOUR = 30;
const SECONDS_OF_A_MINUTE = 60;

interface Row extends Whose {
  readonly entries: number;
  readonly round: number;
  readonly sample: readonly (number | bigint)[] | null;
}

/** Times at full and half hours, or at whole minutes where the log's clock has seconds. */
export const roundTimes: SignLooker = {
  name: "round-times",
  look: async (audit, { coarse, withSeconds }) => {
    if (coarse >= COARSE) return { seen: [], notLooked: ["coarse-times"] };
    const hasSeconds = withSeconds >= HAS_SECONDS;
    const isRound = hasSeconds
      ? sql`done_at % ${MINUTE_MS} = 0`
      : sql`done_at // ${MINUTE_MS} % ${HALF_HOUR} = 0`;
    const rows = await audit.database.rows<Row>(sql`
      select ${WHOSE}, count(*) as entries, count(case when ${isRound} then 1 end) as round,
        min(case when ${isRound} then row_no end, ${SAMPLES}) as sample
      from sign_entry ${GROUPED}
    `);
    return lookAt(rows, hasSeconds ? 1 / SECONDS_OF_A_MINUTE : 1 / HALF_HOUR);
  },
};

/** `even`: the share that evenly spread times would give. */
function lookAt(rows: readonly Row[], even: number): Look {
  const groups = byGroup(rows);
  const whole = groups.find(({ group }) => group.of === "log")?.row;
  const told = groups.map(({ group, row }): Seen | "too-few" => {
    if (row.entries < LEAST_SPREAD) return "too-few";
    const others = { all: (whole?.entries ?? 0) - row.entries, seen: (whole?.round ?? 0) - row.round };
    // Held against others where there are enough: an office is not told of a habit that all have.
    const hasOthers = group.of !== "log" && others.all >= LEAST_SPREAD;
    return {
      ...group,
      entries: row.entries,
      seen: row.round,
      expected: row.entries * (hasOthers ? Math.max(even, others.seen / others.all) : even),
      against: hasOthers ? "others" : "even-spread",
      chance: Math.max(
        binomialAtLeast(row.round, row.entries, even),
        hasOthers ? fisherAtLeast({ seen: row.round, all: row.entries }, others) : 0,
      ),
      rows: listed(row.sample),
    };
  });
  return lookOf(told);
}
