import { sql } from "../../engine/sql.ts";
import type { NotLookedBecause } from "../../model/signs.ts";
import { HOUR_MS } from "../../model/time-units.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { againstOthers, byGroup, GROUPED, SAMPLES, WHOSE, type SignLooker, type Whose } from "./look.ts";

/** Rows before an entry whose times tell when it was entered: the one in their middle. */
const BEFORE = 11;
/** So much earlier than the rows before it an entry is dated back. */
const BACK = HOUR_MS;
/** A file in which so many rows come after the one before them stands in the order of entry … */
const RISING = 0.9;
/** … unless so many rows of cases follow one another: then it stands in the order of cases, and when rows were entered is not told. */
const BY_CASE = 0.5;

interface Row extends Whose {
  readonly all: number;
  readonly seen: number;
  readonly after_due: number;
  readonly sample: readonly (number | bigint)[] | null;
}

/** Ends that stand among rows of a later time: entered later than their date says. */
export const outOfOrder: SignLooker = {
  name: "out-of-order",
  look: async (audit) => {
    await makeOrder(audit);
    const files = await filesInOrder(audit);
    if (files.in === 0) return { seen: [], notLooked: notInOrder(files.out) };
    const rows = byGroup(await audit.database.rows<Row>(ROWS));
    const whole = rows.find(({ group }) => group.of === "log")?.row;
    const look = againstOthers(rows, whole, ({ after_due }) => ({ afterDue: after_due }));
    return { ...look, notLooked: [...look.notLooked, ...notInOrder(files.out)] };
  },
};

const NOT_IN_ORDER = "not-in-order-of-entry" satisfies NotLookedBecause;

const notInOrder = (files: number): readonly NotLookedBecause[] =>
  Array.from({ length: files }, () => NOT_IN_ORDER);

/** `sign_order`: each row with when it was entered, by the rows before it in its file. */
async function makeOrder({ database, log }: JudgedLog): Promise<void> {
  await database.fill({
    name: "sign_file",
    columns: [
      ["file_no", "bigint"],
      ["first_row", "bigint"],
    ],
    rows: log.files.map(({ before }, number) => [number, before + 1]),
  });
  await database.make({
    name: "sign_order",
    sql: sql`
      select row_no, file_no, earliest_at, lag(earliest_at) over w as before_at, lag(case_id) over w as before_case, case_id,
        lag(row_no) over (partition by case_id order by row_no) as before_of_case,
        median(earliest_at) over (partition by file_no order by row_no rows between ${BEFORE} preceding and 1 preceding) as entered_at
      from (
        select e.row_no, e.case_id, e.earliest_at, f.file_no from all_event e
        asof join sign_file f on f.first_row <= e.row_no
        where e.earliest_at = e.latest_at
      ) e
      window w as (partition by file_no order by row_no)
    `,
  });
  await database.make({
    name: "sign_file_order",
    sql: sql`
      select file_no, count(*) as row_count,
        count(case when before_at is not null and earliest_at >= before_at then 1 end) / greatest(count(before_at), 1) as rising,
        count(case when before_case = case_id then 1 end) / greatest(count(before_of_case), 1) as by_case
      from sign_order group by file_no
    `,
  });
}

const IN_ORDER = sql`(rising >= cast(${RISING} as double) and by_case < cast(${BY_CASE} as double))`;

async function filesInOrder({ database }: Pick<JudgedLog, "database">): Promise<{ in: number; out: number }> {
  const [files] = await database.rows<{ known: number; all: number }>(
    sql`select count(case when ${IN_ORDER} then 1 end) as known, count(*) as "all" from sign_file_order`,
  );
  return { in: files?.known ?? 0, out: (files?.all ?? 0) - (files?.known ?? 0) };
}

const ROWS = sql`
  select ${WHOSE}, count(*) as "all", count(case when is_back then 1 end) as seen, count(case when is_back and is_late = 0 and entered_at > due_at then 1 end) as after_due,
    min(case when is_back then row_no end, ${SAMPLES}) as sample
  from (
    select s.provider, s.actor, s.row_no, s.is_late, s.due_at, o.entered_at, o.entered_at - s.done_at > ${BACK} as is_back
    from sign_entry s
    join sign_order o on o.row_no = s.row_no
    join sign_file_order f on f.file_no = o.file_no and ${IN_ORDER}
  ) e ${GROUPED}
`;
