import { sql, value, word, type Sql } from "../../engine/sql.ts";
import type { Database } from "../../engine/database.ts";
import type { Plan } from "../plan/plan.ts";
import type { Step } from "../plan/step.ts";
import { CASE_TOTALS, caseWorst } from "./case-totals.ts";
import { tellHolders } from "./holders.ts";
import { outsideTotal } from "./period.ts";
import { DICTIONARY, open, sift, type Cut, type Parts } from "./parts.ts";
import type { Progress } from "./progress.ts";

/** What is counted of each part, to be added up: cases, rows, time; outcomes; cases by the book that judged them. */
const TOTALS: Readonly<Record<string, Sql>> = {
  part_total: sql`
    select c.row_count, c.case_count, cast(t.provider_ms as bigint) as provider_ms, cast(t.suspended_ms as bigint) as suspended_ms
    from (select cast(coalesce(sum(row_count), 0) as bigint) as row_count, count(*) as case_count from judged_case) c
    cross join (select sum(case_provider_ms) as provider_ms, sum(case_suspended_ms) as suspended_ms from case_time) t
  `,
  outcome_total: sql`
    select rule_no, outcome, reason, count(*) as findings from found group by rule_no, outcome, reason
  `,
  judged_total: sql`
    select rule_no, count(distinct case_no) as case_count from found where is_term = 1 and outcome <> 'cannot-be-told' group by rule_no
  `,
  look_total: sql`select * from case_look`,
  event_total: sql`select * from event_look`,
  book_total: sql`
    select book_no, count(*) as case_count from judged_case where book_no is not null group by book_no
  `,
};

/** What is kept of each part where there are several: views that many questions are asked of. */
const KEPT = ["finding", "case_suspension", "holding"] as const;

/** The steps of a plan over every part of the log; what they find is then in `finding`, whatever the number of parts. */
export async function judge(
  log: Cut & { readonly plan: Plan },
  steps: readonly Step[],
  again: boolean,
  progress: Progress = () => undefined,
): Promise<void> {
  const { database, parts, plan, period } = log;
  const totals = {
    ...TOTALS,
    ...CASE_TOTALS,
    ...(period === undefined ? {} : { outside_total: outsideTotal(period) }),
  };
  for (let part = 0; part < parts.count; part += 1) {
    await open(log, part);
    await sift(log);
    for (const step of steps) {
      progress(step.name, part, parts.count);
      await database.make(step);
    }
    await tellHolders(database, plan, steps, log.shape.provider);
    await database.run(sql`create or replace table case_worst as ${caseWorst(plan, log.shape)}`);
    for (const [name, question] of Object.entries(totals))
      await database.run(
        part === 0
          ? sql`create or replace table ${word(name)} as ${question}`
          : sql`insert into ${word(name)} ${question}`,
      );
    if (parts.count === 1) return;
    for (const name of KEPT)
      await database.run(
        sql`copy (select * from ${word(name)}) to ${value(keptFile(parts, again, name, part))} (format parquet, dictionary_size_limit ${DICTIONARY})`,
      );
    await forget(database, steps);
  }
  await open(log, "all");
  await sift(log);
  for (const name of KEPT)
    await database.run(
      sql`create or replace view ${word(name)} as select * from read_parquet(${value(keptFile(parts, again, name, "*"))})`,
    );
}

/** Where what was found in a part is kept; `again` is the second judging, of a what-if. */
export const keptFile = ({ folder }: Parts, again: boolean, name: string, part: number | "*"): string =>
  `${folder}/${again ? "again" : "found"}-${name}-${part}.parquet`;

/** Drops what the steps made. */
export async function forget(database: Database, steps: readonly Step[]): Promise<void> {
  const gone = new Set(steps.map(({ drops }) => drops));
  await database.drop([...steps].reverse().filter(({ name }) => !gone.has(name)));
}
