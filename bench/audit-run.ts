/**
 * One piece of the bench of the audit, in a process of its own, so that its memory is its own: `make` a log, `group` it as
 * DuckDB does by itself, `audit` it, or read a log of XES. Prints one line of JSON.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "../src/engine/database.ts";
import { sql, value, type Sql } from "../src/engine/sql.ts";
import type { WholeMapping } from "../src/log/mapping.ts";
import { runAudit } from "../src/audit/audit.ts";
import { bookAtWork } from "../src/library/books-at-work.ts";
import { logFiles } from "../src/files/log-file.ts";
import { FORMATS } from "../src/log/formats.ts";
import { logSource } from "../src/log/read-log.ts";
import { readRulebook } from "../src/files/read-rulebook.ts";
import { root } from "../src/files/root.ts";

const MEMORY = "2GB";
const EVENTS = ["submitted", "registered", "suspended", "resumed", "result-issued", "refused"];
const mapping: WholeMapping = {
  columns: {
    case: "case",
    activity: "activity",
    time: "time",
    channel: "channel",
    provider: "provider",
    reason: "reason",
  },
  events: Object.fromEntries(EVENTS.map((event) => [event, event])),
};

/**
 * Cases of five events, in the order of time, as registers have them. A tenth are suspended, a tenth refused; half come by
 * the portal; most are late, which is the dearest that an audit can find.
 */
const events = (millions: number): Sql => sql`
with cases as (
  select i, timestamp '2024-12-02 03:00:00' + to_days(cast(hash(i) % 580 as integer)) + to_seconds(hash(i * 3 + 2) % 30000) as began, hash(i * 7 + 1) % 100 as dice, hash(i * 13 + 5) % 400000 as took
  from range(${Math.round(millions * 200_000)}) t(i)
), rows as (
  select i, dice, unnest(case when dice < 10 then ['submitted', 'registered', 'suspended', 'resumed', 'result-issued']
      when dice < 20 then ['submitted', 'registered', 'looked-at', 'looked-at', 'refused']
      else ['submitted', 'registered', 'looked-at', 'looked-at', 'result-issued'] end) as activity,
    unnest([began, began + to_seconds(took // 100), began + to_seconds(took // 10), began + to_seconds(took // 5), began + to_seconds(took)]) as happened
  from cases
)
select 'N-' || i as "case", activity, happened::timestamptz as time, case when dice % 2 = 0 then 'portal' else 'provider' end as channel,
  'clinic-' || (i % 300) as provider, case when activity = 'refused' then 'no time' end as reason
from rows order by happened`;

/** What DuckDB itself does with the file: cases with their first and last times, all of them looked at. */
const grouping = (file: string): Sql =>
  sql`select count(*) as n, min(a) as first, max(b) as last from (select "case", min(time) as a, max(time) as b from read_parquet(${value(file)}) group by "case")`;

async function make(file: string, millions: number, folder: string): Promise<object> {
  const database = await Database.open({ memory: "8GB", threads: 2, folder });
  await database.run(sql`set TimeZone = 'UTC'`);
  await database.run(sql`copy (${events(millions)}) to ${value(file)} (format parquet)`);
  database.close();
  return {};
}

async function group(file: string, folder: string): Promise<object> {
  const database = await Database.open({ memory: MEMORY, threads: 2, folder });
  const begun = performance.now();
  const [found] = await database.rows<{ n: number }>(grouping(file));
  const ms = performance.now() - begun;
  database.close();
  return { ms, cases: found?.n };
}

async function audit(file: string, folder: string): Promise<object> {
  const book = bookAtWork(readRulebook(join(root, "rules/kz-mz-2024-99/1/2024-11-27.json")));
  const marks: (readonly [string, number])[] = [];
  const begun = performance.now();
  const done = await runAudit(
    { books: [book], mapping, now: Date.UTC(2026, 10, 1) },
    logSource(logFiles([file], FORMATS, folder), mapping),
    { memory: MEMORY, threads: 2, folder },
    (step) => marks.push([step, performance.now()]),
  );
  const ended = performance.now();
  const { cases, rows, outcomes } = done.summary;
  done.database.close();
  const steps = marks.map(([step, at], index) => ({ step, ms: (marks[index + 1]?.[1] ?? ended) - at }));
  const duplicates = steps.find(({ step }) => step === "duplicates")?.ms ?? 0;
  return { ms: ended - begun - duplicates, duplicates, steps, cases, rows, outcomes };
}

const ATTRIBUTES = [
  "seriousness",
  "customer",
  "product",
  "responsible_section",
  "seriousness_2",
  "service_level",
  "service_type",
  "support_section",
  "workgroup",
];

async function readXes(folder: string): Promise<object> {
  const event = (index: number): string => `
		<event>
			<string key="concept:name" value="Take in charge ticket" />
			<string key="org:resource" value="Value ${index % 20}" />
			<date key="time:timestamp" value="2012-10-09T14:51:${String(index % 60).padStart(2, "0")}+00:00" />
${ATTRIBUTES.map((key) => `			<string key="${key}" value="Value ${index % 9}" />`).join("\n")}
		</event>`;
  const traces = Array.from(
    { length: 30_000 },
    (_, index) =>
      `\n<trace><string key="concept:name" value="Case ${index}"/>${[0, 1, 2, 3, 4].map((each) => event(index + each)).join("")}\n</trace>`,
  );
  const file = join(folder, "log.xes");
  const text = `<?xml version="1.0" encoding="UTF-8"?><log>${traces.join("")}</log>`;
  writeFileSync(file, text);
  const database = await Database.open({ memory: MEMORY, threads: 2, folder });
  const of: WholeMapping = {
    columns: {
      case: "case:concept:name",
      activity: "concept:name",
      time: "time:timestamp",
      actor: "org:resource",
    },
    events: { a: "submitted" },
  };
  const begun = performance.now();
  await logSource(logFiles([file], FORMATS, folder), of).read(database);
  const ms = performance.now() - begun;
  database.close();
  return { ms, megabytes: text.length / 1e6, events: 150_000 };
}

const [what, file = "", millions = "1"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "tarmaq-bench-"));
try {
  const done =
    what === "make"
      ? await make(file, Number(millions), folder)
      : what === "group"
        ? await group(file, folder)
        : what === "audit"
          ? await audit(file, folder)
          : await readXes(folder);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ ...done, peak })}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
