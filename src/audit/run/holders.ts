import type { Database } from "../../engine/database.ts";
import { joined, list, numbers, sql, value, type Sql } from "../../engine/sql.ts";
import { NEVER } from "../plan/measures.ts";
import type { Plan } from "../plan/plan.ts";
import type { Step } from "../plan/step.ts";

const NO_NUMBER = -1;

/**
 * Which provider held each case that names several, from when until when. A row that names a provider takes the case there;
 * one that is known by its date alone takes it some time on that day, and surely from `sure_from`. A complaint is a
 * procedure of its own: who answers it does not hold the case.
 */
const holding = (complaints: readonly number[]): Sql => sql`
  select case_no, case_id, row_no, provider, from_at, latest_at, until_at,
    case when provider = before then from_at when before_at = from_at then latest_at + 1 else latest_at end as sure_from
  from (
    select j.case_no, j.case_id, u.row_no, u.provider, u.earliest_at as from_at, u.latest_at,
      coalesce(lead(u.earliest_at) over in_order, ${NEVER}) as until_at,
      lag(u.provider) over in_order as before, lag(u.earliest_at) over in_order as before_at,
      min(u.provider) over of_case as least, max(u.provider) over of_case as greatest
    from unclear_event u
    join judged_case j on j.case_id = u.case_id
    where u.provider is not null and u.has_moved = 0 and coalesce(u.event_no not in (${numbers([NO_NUMBER, ...complaints])}), true)
    window in_order as (partition by j.case_no order by u.earliest_at, u.row_no), of_case as (partition by j.case_no)
  ) h
  where least <> greatest
`;

const NOBODY = sql`
  select cast(null as bigint) as case_no, cast(null as varchar) as case_id, cast(null as bigint) as row_no, cast(null as varchar) as provider,
    cast(null as bigint) as from_at, cast(null as bigint) as latest_at, cast(null as bigint) as until_at, cast(null as bigint) as sure_from
  where 1 = 0
`;

/**
 * When it counts who held the case: what was kept, as it was done; what was missed, when its term ended, for until then
 * nobody had missed it and afterwards nobody could keep it; what runs still, now.
 */
const COUNTS_AT = sql`case
  when f.is_term = 1 and f.outcome in (${list(["late", "overdue"].map(value))}) then f.due_at
  when f.is_term = 1 and f.outcome = 'running' then ${NEVER - 1}
  else f.done_at end`;

/** What `finding` is told by: a condition of `held_by`, and what has to be joined for it. */
interface HeldBy {
  readonly when: Sql;
  readonly join: Sql;
}

/** Of a complaint it is who answered it. */
function answering(onComplaints: readonly number[]): HeldBy {
  const isComplaint = sql`coalesce(f.rule_no in (${numbers(onComplaints)}), false)`;
  return {
    when: sql`when ${isComplaint} then u.provider`,
    join: sql`left join unclear_event u on u.row_no = case when ${isComplaint} then coalesce(f.done_row, f.start_row) end`,
  };
}

const HOLDING: HeldBy = {
  when: sql`
      when exists (
        select 1 from part_holding o where o.case_no = f.case_no and o.provider <> h.provider and o.from_at < o.latest_at
          and o.from_at <= ${COUNTS_AT} and ${COUNTS_AT} <= o.latest_at and coalesce(o.row_no <> f.done_row, true) and coalesce(h.row_no <> f.done_row, true)
      ) then ''
      when h.row_no = case when f.is_term = 1 then f.done_row else f.start_row end or ${COUNTS_AT} >= h.sure_from then h.provider
      when h.row_no is not null then ''`,
  join: sql`left join part_holding h on h.case_no = f.case_no and h.from_at <= ${COUNTS_AT} and ${COUNTS_AT} < h.until_at`,
};

/**
 * Makes `finding` tell who held the case (`held_by`): null where only one provider ever did, and nothing where nobody can
 * tell which. What nobody in this part of the log needs is not joined: every question about findings would ask it again.
 */
export async function tellHolders(
  database: Database,
  { events, terms }: Plan,
  steps: readonly Step[],
  namesProviders: boolean,
): Promise<void> {
  const complaints = [...events].flatMap(([event, number]) =>
    event.startsWith("complaint") ? [number] : [],
  );
  const onComplaints = terms.rules.flatMap(({ rule }, number) =>
    rule.kind === "deadline" && rule.subject === "complaint" ? [number] : [],
  );
  await database.run(
    sql`create or replace table part_holding as ${namesProviders ? holding(complaints) : NOBODY}`,
  );
  await database.run(sql`create or replace view holding as select * from part_holding`);
  const finding = steps.find(({ name }) => name === "finding");
  if (finding === undefined) throw new RangeError("a plan without findings");
  const told = [
    ...(namesProviders && onComplaints.length > 0 ? [answering(onComplaints)] : []),
    ...((await database.count("part_holding")) > 0 ? [HOLDING] : []),
  ];
  const of = (part: keyof HeldBy): Sql =>
    joined(
      told.map((each) => each[part]),
      sql`\n`,
    );
  await database.run(sql`
    create or replace view finding as
    select f.*, ${told.length === 0 ? sql`cast(null as varchar)` : sql`case ${of("when")} end`} as held_by
    from (
      ${finding.sql}
    ) f
    ${of("join")}
  `);
}
