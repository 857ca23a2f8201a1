import { sql } from "../../engine/sql.ts";
import { CHANNELS } from "../../model/rule.ts";
import { DAY_MS } from "../../model/time-units.ts";
import { againstOthers, byGroup, GROUPED, SAMPLES, WHOSE, type SignLooker, type Whose } from "./look.ts";

interface Row extends Whose {
  readonly all: number;
  readonly seen: number;
  readonly sample: readonly (number | bigint)[] | null;
}

/** By the hours of the provider's own desk, in which its people work whatever way a request came. */
const DESK = CHANNELS.indexOf("provider") + 1;

const ROWS = sql`
  select ${WHOSE}, count(*) as "all", count(case when is_off = 1 then 1 end) as seen, min(case when is_off = 1 then row_no end, ${SAMPLES}) as sample
  from (
    select e.provider, e.actor, e.row_no, case when count(o.timetable_no) = 0 then 1 else 0 end as is_off
    from sign_entry e
    join desk k on k.book_no = e.book_no and k.channel_no = ${DESK} and k.has_hours = 1
    left join timetable_stretch o on o.timetable_no = k.timetable_no and o.utc_day = e.done_at // ${DAY_MS} and o.is_open = 1 and e.done_at between o.from_at and o.until_at
    group by all
  ) e ${GROUPED}
`;

/** Work outside hours and on days off, by official. */
export const offHours: SignLooker = {
  name: "off-hours",
  look: async ({ database }) => {
    const rows = byGroup(await database.rows<Row>(ROWS));
    const whole = rows.find(({ group }) => group.of === "log")?.row;
    if (whole === undefined || whole.all === 0) return { seen: [], notLooked: ["hours-unknown"] };
    const own = rows.filter(({ group }) => group.of !== "log");
    const look = againstOthers(own, whole);
    const officials = own.some(({ group }) => group.of === "official");
    return officials ? look : { ...look, notLooked: [...look.notLooked, "no-official"] };
  },
};
