import type { BookAtWork } from "../../../src/audit/plan/book.ts";
import type { LastHour } from "../../../src/model/last-hour.ts";
import type { Change } from "../../../src/audit/plan/changed-book.ts";
import { bookAtWork } from "../../../src/library/books-at-work.ts";
import { Calendars } from "../../../src/library/calendars.ts";
import { Laws } from "../../../src/library/laws.ts";
import type { Mapping } from "../../../src/log/mapping.ts";
import type { AuditFinding } from "../../../src/model/audit.ts";
import type { DeadlineRule, Rule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { auditOf, type AuditedLog } from "../run-on.ts";

/** Monday to Friday, 9:00 to 18:30. */
export const HOURS: Rule = {
  kind: "hours",
  id: "hours",
  cite: "hours",
  who: "provider",
  days: [1, 2, 3, 4, 5],
  open: "09:00",
  close: "18:30",
};

/** Five working days of the service, or another term. */
export const term = (fields: Partial<DeadlineRule> = {}): DeadlineRule => ({
  kind: "deadline",
  id: "term",
  cite: "clause 1",
  subject: "service",
  amount: 5,
  unit: "working-day",
  ...fields,
});

/** A rulebook with the general law beneath it, or without. */
export const lawful = (
  rules: readonly Rule[],
  more: Partial<Rulebook> = {},
  laws: Laws | undefined = new Laws(),
): BookAtWork =>
  bookAtWork({ id: "b", zone: "Asia/Almaty", calendar: "kz", rules, ...more }, new Calendars(), laws);

const EVENTS = [
  "submitted",
  "registered",
  "result-issued",
  "refused",
  "suspended",
  "resumed",
  "complaint-filed",
  "complaint-answered",
];

/** A mapping whose activities are called as their events. */
export const mappingOf = (events: readonly string[] = [], more: Partial<Mapping> = {}): Mapping => ({
  columns: {
    case: "case",
    activity: "activity",
    time: "time",
    channel: "channel",
    reason: "reason",
    document: "document",
  },
  events: Object.fromEntries([...EVENTS, ...events].map((event) => [event, event])),
  ...more,
});

/** Audits rows of `case activity time [channel [reason [document]]]`, separated by `;` or line ends and by blanks. */
export function audited(
  rows: string,
  books: readonly BookAtWork[],
  mapping: Mapping = mappingOf(),
  now?: string,
  more: { readonly change?: Change; readonly lastHour?: LastHour; readonly explain?: string } = {},
): Promise<AuditedLog> {
  const lines = rows
    .trim()
    .split(/\s*[\n;]\s*/)
    .map((row) => {
      const [id = "", activity = "", time = "", channel = "portal", reason = "", document = ""] =
        row.split(/\s+/);
      return [id, activity, time, channel, reason.replaceAll("_", " "), document].join();
    });
  const csv = `case,activity,time,channel,reason,document\n${lines.join("\n")}\n`;
  return auditOf(csv, mapping, books, now === undefined ? more : { ...more, now });
}

/** Findings of one rule as `case outcome reason`. */
export const told = (findings: readonly AuditFinding[], rule: string): string[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map(({ case: id, outcome, reason }) => `${id} ${outcome}${reason === null ? "" : ` ${reason}`}`);
