/**
 * Events a second of a whole audit (all checks, hours, cutoff, suspensions, refusals), beside what DuckDB needs to group
 * the same Parquet file by case with first and last time; the search for exact duplicates apart; and XES read a second.
 * `npx tsx bench/audit.bench.ts [millions of events…]` (default 1 and 10; 100 takes some minutes).
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database, literal } from "../src/audit/database.ts";
import type { Mapping } from "../src/audit/mapping.ts";
import { runAudit } from "../src/audit/run-audit.ts";
import { bookAtWork } from "../src/cli/books-at-work.ts";
import { logSource } from "../src/cli/read-log.ts";
import { readRulebook } from "../src/cli/read-rulebook.ts";

const MEMORY = "2GB";
const book = bookAtWork(readRulebook(join(import.meta.dirname, "../rules/kz-mz-2024-99/1/2024-11-27.json")));
const mapping: Mapping = {
  columns: {
    case: "case",
    activity: "activity",
    time: "time",
    channel: "channel",
    provider: "provider",
    reason: "reason",
  },
  events: Object.fromEntries(
    ["submitted", "registered", "suspended", "resumed", "result-issued", "refused"].map((event) => [
      event,
      event,
    ]),
  ),
};

/** Cases of five events on the average, in the order of time, as registers have them. */
const events = (millions: number): string => `
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

async function measure(millions: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-bench-"));
  try {
    const file = join(folder, "log.parquet");
    const maker = await Database.open({ memory: "6GB", threads: 2, folder });
    await maker.run("set TimeZone = 'UTC'");
    await maker.run(`copy (${events(millions)}) to ${literal(file)} (format parquet)`);
    maker.close();

    const plain = await Database.open({ memory: MEMORY, threads: 2, folder });
    const begun = performance.now();
    await plain.rows(
      `select count(*) as n from (select "case", min(time), max(time) from read_parquet(${literal(file)}) group by "case")`,
    );
    const grouping = performance.now() - begun;
    plain.close();

    const marks: [string, number][] = [];
    const started = performance.now();
    const audit = await runAudit(
      { books: [book], mapping, now: Date.UTC(2026, 10, 1) },
      logSource([file], mapping, folder),
      { memory: MEMORY, threads: 2, folder },
      (step) => marks.push([step, performance.now()]),
    );
    const ended = performance.now();
    audit.database.close();
    const from = marks.findIndex(([step]) => step === "duplicates");
    const duplicates = (marks[from + 1]?.[1] ?? 0) - (marks[from]?.[1] ?? 0);
    const checks = ended - started - duplicates;
    const rate = (ms: number): string =>
      `${Math.round((millions * 1e6) / ms).toLocaleString("en")} thousand/s`;
    const steps = marks
      .map(([step, at], index) => ({ step, ms: (marks[index + 1]?.[1] ?? ended) - at }))
      .sort((a, b) => b.ms - a.ms);
    console.log(
      `${millions} million events (${MEMORY}, 2 threads): group by case ${grouping.toFixed(0)} ms; all checks ${checks.toFixed(0)} ms = ${(checks / grouping).toFixed(1)} times that, ${rate(checks)}; exact duplicates ${duplicates.toFixed(0)} ms; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    );
    console.log(
      `  ${steps
        .slice(0, 6)
        .map(({ step, ms }) => `${step} ${ms.toFixed(0)} ms`)
        .join(", ")}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureXes(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tarmaq-bench-"));
  try {
    const event = (index: number): string => `
		<event>
			<string key="concept:name" value="Take in charge ticket" />
			<string key="org:resource" value="Value ${index % 20}" />
			<date key="time:timestamp" value="2012-10-09T14:51:${String(index % 60).padStart(2, "0")}+00:00" />
${["seriousness", "customer", "product", "responsible_section", "seriousness_2", "service_level", "service_type", "support_section", "workgroup"].map((key) => `			<string key="${key}" value="Value ${index % 9}" />`).join("\n")}
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
    const of: Mapping = {
      columns: {
        case: "case:concept:name",
        activity: "concept:name",
        time: "time:timestamp",
        actor: "org:resource",
      },
      events: { a: "submitted" },
    };
    const begun = performance.now();
    await logSource([file], of, folder).read(database);
    const seconds = (performance.now() - begun) / 1000;
    database.close();
    console.log(
      `XES: ${(text.length / 1e6 / seconds).toFixed(0)} MB/s, ${Math.round(150_000 / seconds).toLocaleString("en")} events/s`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2).map(Number);
for (const millions of asked.length > 0 ? asked : [1, 10]) await measure(millions);
await measureXes();
