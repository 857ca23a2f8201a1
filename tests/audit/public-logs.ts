import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DateTime } from "luxon";
import { mappedEvents } from "../../src/log/mapping-events.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import type { DeadlineRule } from "../../src/model/rule.ts";
import { auditOf } from "./run-on.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/audit/public");
export const PUBLIC = ["helpdesk", "bpi20-domestic", "running-example", "road-fines", "receipt"] as const;

export type Counts = Record<string, number>;

/** What our audit counts in a log: outcomes of deadlines by case and the rule's citation. */
export async function audited(name: (typeof PUBLIC)[number], log: Uint8Array): Promise<Counts> {
  const mapping = JSON.parse(readFileSync(join(FOLDER, name, "map.json"), "utf8")) as Mapping;
  const book = readRulebook(join(FOLDER, name, "rules.json"));
  const { findings } = await auditOf(log, mapping, [bookAtWork(book)], { name: "log.xes" });
  const counts: Counts = {};
  for (const { case: id, cite, outcome, reason } of findings)
    if (cite !== null) add(counts, `${id}: ${cite} ${outcome}${reason === null ? "" : ` ${reason}`}`);
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
    const id = valueOf(trace.split("<event>")[0] ?? "", "concept:name");
    const events = trace
      .split("<event>")
      .slice(1)
      .map((event) => ({
        event: mappedEvents(mapping)[valueOf(event, "concept:name")] ?? "",
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
        for (const told of judged(rule, unique, mapping.time?.midnightIsDate === true))
          add(counts, `${id}: ${rule.cite} ${told}`);
  }
  return counts;
}

/** Cases of the permit log whose end its own columns put after its deadline, by number, cut out of the XES by patterns. */
export function endedAfterDeadline(log: Uint8Array): string[] {
  const text = Buffer.from(log[0] === 0x1f ? gunzipSync(log) : log).toString("utf8");
  return text
    .split("<trace>")
    .slice(1)
    .map((trace) => trace.split("<event>")[0] ?? "")
    .filter((head) => {
      const [end, due] = [valueOf(head, "enddate"), valueOf(head, "deadline")];
      return end !== "" && Date.parse(end) > Date.parse(due);
    })
    .map((head) => valueOf(head, "concept:name"))
    .sort();
}

/** Counts of both ways, cases told together: outcomes by the rule's citation. */
export function inAll(counts: Counts): Counts {
  const all: Counts = {};
  for (const [key, count] of Object.entries(counts)) add(all, key.slice(key.indexOf(": ") + 2), count);
  return all;
}

/** Keys that two ways of counting do not have alike, some of them. */
export const differences = (one: Counts, other: Counts): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((key) => one[key] !== other[key])
    .slice(0, 20);

/** `dates`: what happened at midnight is known by its day alone, and is not in time on the day after the last. */
function judged(
  rule: DeadlineRule,
  events: readonly { event: string; at: DateTime }[],
  dates: boolean,
): string[] {
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
    const isDate = dates && +end === +end.startOf("day");
    const due = +dueOf(start, rule);
    return (isDate ? +end < due : +end <= due) ? "met" : "late";
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

function add(counts: Counts, key: string, count = 1): void {
  counts[key] = (counts[key] ?? 0) + count;
}

/** The logs as they are called where they lie. */
export const FILES: Readonly<Record<(typeof PUBLIC)[number], string>> = {
  helpdesk: "helpdesk.xes.gz",
  "bpi20-domestic": "bpi20_DomesticDeclarations.xes.gz",
  "running-example": "running-example.xes",
  "road-fines": "Road_Traffic_Fine_Management_Process.xes.gz",
  receipt: "receipt.xes.gz",
};

/** Run by hand, with the folder of the public logs: `tsx tests/audit/public-logs.ts ../shared/logs`. */
if (process.argv[1] === import.meta.filename)
  for (const name of PUBLIC) {
    const file = join(process.argv[2] ?? "../shared/logs", FILES[name]);
    if (!existsSync(file)) {
      process.stdout.write(`${name}: NOT RUN, ${file} is not there\n`);
      continue;
    }
    const log = readFileSync(file);
    const begun = performance.now();
    const ours = await audited(name, log);
    const milliseconds = Math.round(performance.now() - begun);
    const differ = differences(ours, computed(name, log));
    process.stdout.write(
      `${name}: ${milliseconds} ms, ${differ.length === 0 ? "the same both ways, case by case" : `DIFFERENT: ${differ.join("; ")}`}: ${JSON.stringify(inAll(ours))}\n`,
    );
  }
