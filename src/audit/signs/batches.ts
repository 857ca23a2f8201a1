import { sql, type Sql } from "../../engine/sql.ts";
import { DAY_MINUTES, MINUTE_MS } from "../../model/time-units.ts";
import { poissonAtLeast } from "../../chance/chance.ts";
import { groupedBy } from "../../model/grouped-by.ts";
import { COARSE } from "./entries.ts";
import {
  groupOf,
  LEAST,
  listed,
  SAMPLES,
  type Look,
  type Seen,
  type SignLooker,
  type Whose,
} from "./look.ts";

/** So many cases closed in one minute are a batch, where hardly any were to be expected. */
const BATCH = 5;
/** How seldom by chance, among all minutes of the group's hours of work. */
const SELDOM = 0.001;
/** Minutes of a group that are looked at one by one; the fullest first. */
const MOST_MINUTES = 20_000;

interface Minute extends Whose {
  readonly cases: number;
  readonly in_hour: number;
  readonly days: number;
  readonly minutes: number;
  readonly entries: number;
  readonly sample: readonly (number | bigint)[] | null;
}

/** Whose entries, by the columns that tell it. */
const LEVELS: readonly { readonly keys: Sql; readonly whose: Sql }[] = [
  { keys: sql`provider, cast(null as varchar)`, whose: sql`0 as is_log, 1 as is_office` },
  { keys: sql`provider, actor`, whose: sql`0 as is_log, 0 as is_office` },
];

/** Full minutes, with what is usual in that hour of the day for the same people: on days on which they enter anything then. */
const minutesOf = ({ keys, whose }: (typeof LEVELS)[number]): Sql => sql`
  with entry as (
    select provider, actor, row_no, case_id, minute, minute // 60 % 24 as hour, minute // ${DAY_MINUTES} as day
    from (select ${keys}, row_no, case_id, done_at // ${MINUTE_MS} from sign_entry) e(provider, actor, row_no, case_id, minute)
  ),
  hour as (
    select provider, actor, hour, count(*) as in_hour, count(distinct day) as days from entry group by all
  ),
  whole as (
    select provider, actor, sum(in_hour) as entries, sum(days) * 60 as minutes from hour group by all
  ),
  full_minute as (
    select provider, actor, hour, minute, count(distinct case_id) as cases, min(row_no, ${SAMPLES}) as sample
    from entry group by provider, actor, hour, minute having count(distinct case_id) >= ${BATCH}
  )
  select w.provider, w.actor, ${whose}, coalesce(m.cases, 0) as cases, coalesce(h.in_hour, 0) as in_hour, coalesce(h.days, 1) as days,
    cast(w.minutes as bigint) as minutes, cast(w.entries as bigint) as entries, m.sample
  from whole w
  left join full_minute m on m.provider is not distinct from w.provider and m.actor is not distinct from w.actor
  left join hour h on h.provider is not distinct from m.provider and h.actor is not distinct from m.actor and h.hour = m.hour
  order by m.cases desc nulls last, w.provider, w.actor, m.minute limit ${MOST_MINUTES}
`;

/** Many cases closed in one minute. */
export const batches: SignLooker = {
  name: "batches",
  look: async (audit, { coarse }) => {
    if (coarse >= COARSE) return { seen: [], notLooked: ["coarse-times"] };
    const looks: Look[] = [];
    for (const level of LEVELS) looks.push(lookAt(await audit.database.rows<Minute>(minutesOf(level))));
    return {
      seen: looks.flatMap(({ seen }) => seen),
      notLooked: looks.flatMap(({ notLooked }) => notLooked),
    };
  },
};

function lookAt(minutes: readonly Minute[]): Look {
  const groups = groupedBy(
    minutes.filter((minute) => groupOf(minute) !== undefined),
    ({ provider, actor }) => JSON.stringify([provider, actor]),
  );
  const all = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
  const [few, enough] = [all.filter(isFew), all.filter((own) => !isFew(own))];
  return { seen: enough.flatMap(seenIn), notLooked: few.map(() => "too-few" as const) };
}

const isFew = (minutes: readonly Minute[]): boolean => (minutes[0]?.entries ?? 0) < LEAST;

function seenIn(minutes: readonly Minute[]): readonly Seen[] {
  const [first] = minutes;
  const group = first && groupOf(first);
  if (group === undefined) return [];
  const told = minutes.flatMap((minute) => {
    if (minute.cases < BATCH) return [];
    // The minute itself is left out of what is usual; half an entry stands for what has not been seen.
    const usual = Math.max(minute.in_hour - minute.cases, 0.5) / Math.max(1, minute.days * 60 - 1);
    const chance = Math.min(1, poissonAtLeast(minute.cases, usual) * minute.minutes);
    return chance <= SELDOM ? [{ minute, usual, chance }] : [];
  });
  return [
    {
      ...group,
      entries: first?.entries ?? 0,
      seen: told.reduce((sum, { minute }) => sum + minute.cases, 0),
      expected: told.reduce((sum, { usual }) => sum + usual, 0),
      against: "own-rate",
      chance: told.reduce((least, { chance }) => Math.min(least, chance), 1),
      most: told.reduce((most, { minute }) => Math.max(most, minute.cases), 0),
      rows: told.slice(0, SAMPLES).flatMap(({ minute }) => listed(minute.sample).slice(0, 1)),
    },
  ];
}
