import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DateTime } from "luxon";
import type { Mapping } from "../../src/log/mapping.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import type { DeadlineRule } from "../../src/model/rule.ts";
import { auditOf } from "./run-on.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/audit/public");
export const PUBLIC = ["helpdesk", "bpi20-domestic", "running-example"] as const;

export type Counts = Record<string, number>;

/** What our audit counts in a log: outcomes of deadlines by the rule's citation. */
export async function audited(name: (typeof PUBLIC)[number], log: Uint8Array): Promise<Counts> {
  const mapping = JSON.parse(readFileSync(join(FOLDER, name, "map.json"), "utf8")) as Mapping;
  const book = readRulebook(join(FOLDER, name, "rules.json"));
  const { findings } = await auditOf(log, mapping, [bookAtWork(book)], { name: "log.xes" });
  const counts: Counts = {};
  for (const { cite, outcome, reason } of findings)
    if (cite !== null) add(counts, `${cite} ${outcome}${reason === null ? "" : ` ${reason}`}`);
  return counts;
}

/**
 * The same, computed another way: the XES cut up by patterns, terms by luxon's calendar arithmetic, one case at a time.
 * These rulebooks have no calendar and no hours, so a term in days ends at 24:00 of its last day.
 */
export function computed(name: (typeof PUBLIC)[number], log: Uint8Array): Counts {
  const text = Buffer.from(log[0] === 0x1f ? gunzipSync(log) : log).toString("utf8");
  const mapping = JSON.parse(readFileSync(join(FOLDER, name, "map.json"), "utf8")) as Mapping;
  const { rules, zone } = readRulebook(join(FOLDER, name, "rules.json"));
  const counts: Counts = {};
  for (const trace of text.split("<trace>").slice(1)) {
    const events = trace
      .split("<event>")
      .slice(1)
      .map((event) => ({
        event: mapping.events[valueOf(event, "concept:name")] ?? "",
        at: DateTime.fromISO(valueOf(event, "time:timestamp"), { zone: zone ?? "UTC" }),
      }));
    const seen = new Set<string>();
    const unique = events
      .map((event, index) => ({ ...event, index }))
      .filter(({ index }) => {
        const whole = trace.split("<event>")[index + 1]!.split("</event>")[0]!.trim();
        return !seen.has(whole) && seen.add(whole);
      });
    for (const rule of rules)
      if (rule.kind === "deadline")
        for (const told of judged(rule, unique)) add(counts, `${rule.cite} ${told}`);
  }
  return counts;
}

function judged(rule: DeadlineRule, events: readonly { event: string; at: DateTime }[]): string[] {
  const from = rule.fromEvent ?? "submitted";
  const to = rule.subject === "service" ? ["result-issued", "refused"] : [rule.toEvent ?? ""];
  const starts = events
    .filter(({ event }) => event === from)
    .map(({ at }) => at)
    .sort((a, b) => +a - +b);
  const ends = events
    .filter(({ event }) => to.includes(event))
    .map(({ at }) => at)
    .sort((a, b) => +a - +b);
  const isService = rule.subject === "service";
  const noStart = (of: readonly unknown[]): string[] => of.map(() => "cannot-be-told no-start");
  if (starts.length === 0) return noStart(isService ? ends.slice(0, 1) : ends);
  // An end before which fewer have started than have ended answers nothing that is known.
  const strays = ends.filter((end, index) => starts.filter((start) => start <= end).length < index + 1);
  const told = (isService ? starts.slice(0, 1) : starts).map((start) => {
    const end = ends.find((at) => at >= start);
    if (end === undefined)
      return (isService ? ends.length > 0 : strays.some((at) => at < start))
        ? "cannot-be-told order"
        : "running";
    return +end <= +dueOf(start, rule) ? "met" : "late";
  });
  const orphans = isService ? [] : ends.filter((end) => end < starts[0]!);
  const lastIsOpen = !ends.some((end) => end >= starts.at(-1)!);
  return [...told, ...noStart(lastIsOpen ? orphans.slice(1) : orphans)];
}

function dueOf(start: DateTime, { amount, unit }: DeadlineRule): DateTime {
  if (unit === "hour") return start.plus({ milliseconds: amount * 3_600_000 });
  const days = start.startOf("day");
  const last =
    unit === "week"
      ? days.plus({ weeks: amount })
      : unit === "month"
        ? days.plus({ months: amount })
        : days.plus({ days: amount });
  return last.plus({ days: 1 }).startOf("day");
}

const valueOf = (event: string, key: string): string =>
  new RegExp(`key="${key}" value="([^"]*)"`).exec(event)?.[1] ?? "";

function add(counts: Counts, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** Run by hand, with the folder of the public logs: `tsx tests/audit/public-logs.ts ../shared/logs`. */
if (process.argv[1] === import.meta.filename) {
  const files = ["helpdesk.xes.gz", "bpi20_DomesticDeclarations.xes.gz", "running-example.xes"];
  for (const [index, name] of PUBLIC.entries()) {
    const log = readFileSync(join(process.argv[2] ?? "../shared/logs", files[index]!));
    const begun = performance.now();
    const ours = await audited(name, log);
    const milliseconds = Math.round(performance.now() - begun);
    const other = computed(name, log);
    const same = JSON.stringify(Object.entries(ours).sort()) === JSON.stringify(Object.entries(other).sort());
    process.stdout.write(
      `${name}: ${milliseconds} ms, ${same ? "the same both ways" : "DIFFERENT"}: ${JSON.stringify(ours)}${same ? "" : ` / ${JSON.stringify(other)}`}\n`,
    );
  }
}
