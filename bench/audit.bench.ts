/**
 * Events a second of a whole audit (all checks, hours, cutoff, suspensions, refusals), beside what DuckDB needs to group
 * the same Parquet file by case with first and last time; the search for exact duplicates apart; and XES read a second.
 * Medians of several runs in turn, each in a process of its own. `npx tsx bench/audit.bench.ts [millions of events…]`
 * (default 1 and 10; 100 takes some minutes and 10 GB of disk).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Measured {
  readonly ms: number;
  readonly peak: number;
}
interface Audited extends Measured {
  readonly duplicates: number;
  readonly steps: readonly { readonly step: string; readonly ms: number }[];
}

interface ReadXes extends Measured {
  readonly megabytes: number;
  readonly events: number;
}

function run(...given: readonly string[]): unknown {
  const told = execFileSync(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "audit-run.ts"), ...given],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  return JSON.parse(told) as unknown;
}

const median = (of: readonly number[]): number =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

function measure(millions: number, folder: string): void {
  const file = join(folder, `log-${millions}.parquet`);
  run("make", file, String(millions));
  const times = millions > 20 ? 1 : millions > 2 ? 3 : 5;
  const groups: Measured[] = [];
  const audits: Audited[] = [];
  for (let time = 0; time < times; time += 1) {
    groups.push(run("group", file) as Measured);
    audits.push(run("audit", file) as Audited);
  }
  rmSync(file);
  const [grouped, checked, duplicates] = [
    median(groups.map(({ ms }) => ms)),
    median(audits.map(({ ms }) => ms)),
    median(audits.map(({ duplicates: ms }) => ms)),
  ];
  const rate = (ms: number): string => Math.round((millions * 1e6) / ms).toLocaleString("en");
  const seconds = (ms: number): string => (ms / 1000).toFixed(2);
  console.log(
    `${millions} million events, --memory 2GB, 2 threads, ${times === 1 ? "one run" : `median of ${times} runs`}`,
  );
  console.log(
    `  DuckDB: first and last time by case   ${seconds(grouped)} s, peak ${Math.max(...groups.map(({ peak }) => peak))} MB`,
  );
  console.log(
    `  audit, all checks                     ${seconds(checked)} s = ${(checked / grouped).toFixed(1)} times that, ${rate(checked)} thousand events/s, peak ${Math.max(...audits.map(({ peak }) => peak))} MB`,
  );
  console.log(
    `  exact duplicates, apart               ${seconds(duplicates)} s; both together ${rate(checked + duplicates)} thousand events/s`,
  );
  const dearest = (audits.at(-1)?.steps ?? []).toSorted((a, b) => b.ms - a.ms).slice(0, 6);
  console.log(`  ${dearest.map(({ step, ms }) => `${step} ${seconds(ms)} s`).join(", ")}`);
}

const folder = mkdtempSync(join(tmpdir(), "tarmaq-bench-logs-"));
try {
  const asked = process.argv.slice(2).map(Number);
  for (const millions of asked.length > 0 ? asked : [1, 10]) measure(millions, folder);
  const xes = Array.from({ length: 3 }, () => run("xes") as ReadXes);
  const ms = median(xes.map((each) => each.ms));
  const [{ megabytes, events } = { megabytes: 0, events: 0 }] = xes;
  console.log(
    `XES, median of 3 runs: ${((megabytes / ms) * 1000).toFixed(0)} MB/s, ${Math.round((events / ms) * 1000).toLocaleString("en")} events/s`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
