import { list, sql, value } from "../../engine/sql.ts";
import { MINUTE_MS } from "../../model/time-units.ts";
import type { JudgedLog } from "../run/judge-log.ts";

/** What applicants do themselves: nobody at the provider enters a time for it. */
const OF_APPLICANTS = ["arrived", "submitted", "documents-provided", "complaint-filed"];

const HALF_HOUR_MS = 30 * MINUTE_MS;

/** Units whose terms end with a day; the others run by the clock. */
const BY_CLOCK = ["second", "minute", "hour"];

/**
 * Makes `sign_term`, a row for each term that was met or missed, with who entered its end; and `sign_entry`, a row for each of
 * these ends. Ends of which only the date is known, or whose hour the clock showed twice, are in neither.
 */
export async function makeEntries({ database, plan }: JudgedLog): Promise<void> {
  const byClock = plan.terms.rules.flatMap(({ rule }, number) =>
    rule.kind === "deadline" && BY_CLOCK.includes(rule.unit) ? [number] : [],
  );
  const applicants = OF_APPLICANTS.flatMap((event) => plan.events.get(event) ?? []);
  await database.make({
    name: "sign_term",
    sql: sql`
      select f.case_id, f.provider, nullif(trim(r.actor), '') as actor, f.book_no, f.start_at, f.due_at, f.done_at, f.done_row as row_no, f.outcome,
        case when f.rule_no in (${list([-1, ...byClock].map((number) => sql`${number}`))}) then 1 else 0 end as by_clock
      from finding f
      join all_event e on e.row_no = f.done_row and e.earliest_at = e.latest_at
      join raw r on r.row_no = f.done_row
      where f.is_term = 1 and f.outcome in ('met', 'late') and f.start_at is not null and f.due_at is not null and f.done_at is not null
        and e.event_no not in (${list([-1, ...applicants].map((number) => sql`${number}`))})
    `,
  });
  await database.make({
    name: "sign_entry",
    sql: sql`
      select row_no, any_value(case_id) as case_id, any_value(provider) as provider, any_value(actor) as actor, min(book_no) as book_no, min(done_at) as done_at,
        min(due_at) as due_at, max(case when outcome = ${value("late")} then 1 else 0 end) as is_late
      from sign_term group by row_no
    `,
  });
}

/** How exact the times of entries are. */
export interface Exactness {
  readonly entries: number;
  /** Ends of terms that are known by their date alone. */
  readonly dates: number;
  /** Share of entries at a full or half hour. */
  readonly coarse: number;
  /** Share of entries with seconds. */
  readonly withSeconds: number;
}

/** How exact times are in a log: where nearly all stand at full or half hours, the clock of the log goes by them. */
export async function exactnessOf({ database }: Pick<JudgedLog, "database">): Promise<Exactness> {
  const [told] = await database.rows<{ entries: number; coarse: number; seconds: number }>(sql`
    select count(*) as entries, count(case when done_at % ${HALF_HOUR_MS} = 0 then 1 end) as coarse, count(case when done_at % ${MINUTE_MS} <> 0 then 1 end) as seconds
    from sign_entry
  `);
  const [ends] = await database.rows<{ n: number }>(sql`
    select count(distinct done_row) as n from finding where is_term = 1 and outcome in ('met', 'late') and done_row is not null
  `);
  const entries = told?.entries ?? 0;
  const share = (count: number | undefined): number => (entries === 0 ? 0 : (count ?? 0) / entries);
  return {
    entries,
    dates: Math.max(0, (ends?.n ?? 0) - entries),
    coarse: share(told?.coarse),
    withSeconds: share(told?.seconds),
  };
}

/** From this share on times of a log are told to be no finer than half hours. */
export const COARSE = 0.9;
