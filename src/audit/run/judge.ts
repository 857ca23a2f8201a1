import { literal, type Database } from "../../engine/database.ts";
import { DICTIONARY, open, sift, type Cut, type Parts } from "./parts.ts";
import type { Progress } from "./run-audit.ts";
import type { Step } from "../../engine/table.ts";

/** What is counted of each part, to be added up: cases, rows, time; outcomes; cases by the book that judged them. */
const TOTALS: Readonly<Record<string, string>> = {
  part_total: `
select c.n, c.cases, cast(t.taken as bigint) as taken, cast(t.suspended as bigint) as suspended
from (select cast(coalesce(sum(n_rows), 0) as bigint) as n, count(*) as cases from judged_case) c
cross join (select sum(taken) as taken, sum(suspended) as suspended from case_time) t`,
  outcome_total:
    "select rule_no, outcome, reason, count(*) as findings from found group by rule_no, outcome, reason",
  book_total: "select book_no, count(*) as cases from judged_case where book_no is not null group by book_no",
};

/** What is kept of each part where there are several: views that many questions are asked of. */
const KEPT = ["finding", "case_suspension"] as const;

/** The steps of a plan over every part of the log; what they find is then in `finding`, whatever the number of parts. */
export async function judge(
  log: Cut,
  steps: readonly Step[],
  again: boolean,
  progress: Progress = () => undefined,
): Promise<void> {
  const { database, parts } = log;
  for (let part = 0; part < parts.count; part += 1) {
    await open(log, part);
    await sift(log);
    for (const step of steps) {
      progress(step.name, part, parts.count);
      await database.step(step);
    }
    for (const [name, sql] of Object.entries(TOTALS))
      await database.run(
        part === 0 ? `create or replace table ${name} as ${sql}` : `insert into ${name} ${sql}`,
      );
    if (parts.count === 1) return;
    for (const name of KEPT)
      await database.run(
        `copy (select * from ${name}) to ${literal(keptFile(parts, again, name, part))} (format parquet, dictionary_size_limit ${DICTIONARY})`,
      );
    await forget(database, steps);
  }
  await open(log, "all");
  await sift(log);
  for (const name of KEPT)
    await database.run(
      `create or replace view ${name} as select * from read_parquet(${literal(keptFile(parts, again, name, "*"))})`,
    );
}

/** Where what was found in a part is kept; `again` is the second judging, of a what-if. */
export const keptFile = ({ folder }: Parts, again: boolean, name: string, part: number | "*"): string =>
  `${folder}/${again ? "again" : "found"}-${name}-${part}.parquet`;

/** Drops what the steps made. */
export async function forget(database: Database, steps: readonly Step[]): Promise<void> {
  const gone = new Set(steps.map(({ drops }) => drops));
  for (const { name, as } of [...steps].reverse())
    if (!gone.has(name)) await database.run(`drop ${as ?? "table"} if exists ${name}`);
}
