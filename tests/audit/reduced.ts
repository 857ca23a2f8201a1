import { join } from "node:path";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import type { AuditFinding } from "../../src/model/audit.ts";
import type { DeadlineRule, Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { auditOf } from "./run-on.ts";

const EVENTS = [
  ...["arrived", "submitted", "registered", "result-issued", "refused", "suspended", "resumed"],
  ...["documents-requested", "documents-provided"],
  ...["complaint-filed", "complaint-answered", "complaint-forwarded", "complaint-satisfied"],
];

/** A log's columns, and events that are called what they are; those of steps are named one by one. */
export const mappingOf = (...steps: readonly string[]): Mapping => ({
  columns: {
    case: "case",
    activity: "activity",
    time: "time",
    channel: "channel",
    reason: "reason",
    document: "document",
  },
  events: Object.fromEntries([...EVENTS, ...steps].map((event) => [event, event])),
});

/** A rulebook that Tarmaq brings, by its folder and file. */
export const brought = (path: string): Rulebook =>
  readRulebook(join(import.meta.dirname, "../../rules", path));

export const deadline = (id: string, fields: Partial<DeadlineRule>): Rule => ({
  id,
  kind: "deadline",
  subject: "service",
  amount: 1,
  unit: "working-day",
  cite: id,
  ...fields,
});

/** Monday to Friday from nine until half past six, lunch from one until half past two: DESIGN's worked examples. */
export const HOURS: Rule = {
  id: "hours",
  kind: "hours",
  who: "provider",
  cite: "h",
  days: [1, 2, 3, 4, 5],
  open: "09:00",
  close: "18:30",
  break: ["13:00", "14:30"],
};

export const ownBook = (rules: readonly Rule[], more: Partial<Rulebook> = {}): Rulebook => ({
  id: "b",
  zone: "Asia/Almaty",
  calendar: "kz",
  rules,
  ...more,
});

interface Judging {
  readonly steps?: readonly string[];
  readonly mapping?: Partial<Mapping>;
  readonly now?: string;
}

/** Judges lines of `case,activity,time,channel,reason,document`, of which the last may be left out. */
export async function judged(
  lines: string,
  book: Rulebook,
  { steps = [], mapping = {}, now }: Judging = {},
): Promise<AuditFinding[]> {
  const rows = lines
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .map((line) => line + ",".repeat(5 - (line.split(",").length - 1)));
  const { findings } = await auditOf(
    `case,activity,time,channel,reason,document\n${rows.join("\n")}\n`,
    { ...mappingOf(...steps), ...mapping },
    [bookAtWork(book)],
    now === undefined ? {} : { now },
  );
  return [...findings];
}

/** What was found, a line each: case, rule (the end of its id), outcome and reason. */
export const told = (findings: readonly AuditFinding[]): string[] =>
  findings.map(({ case: id, rule, outcome, reason }) =>
    [id, rule ?? "-", outcome, ...(reason === null ? [] : [reason])].join(" "),
  );
