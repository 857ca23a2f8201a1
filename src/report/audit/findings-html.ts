import type { AuditFinding, AuditOutcome } from "../../model/audit.ts";
import type { AuditReport, ReportFinding } from "../../model/audit-report.ts";
import { termText } from "../amounts.ts";
import type { AuditWords } from "./words.ts";
import { anchor, markup, type Markup } from "./markup.ts";
import { DAY_MS, HOUR_SECONDS, DAY_SECONDS } from "../../model/time-units.ts";

/** A length of time in its two largest units. */
export function lengthText(seconds: number, words: AuditWords): string {
  const units = [
    [DAY_SECONDS, words.label("day")],
    [HOUR_SECONDS, words.label("hours")],
    [60, words.label("minutes")],
    [1, words.label("second")],
  ] as const;
  const at = Math.max(
    0,
    units.findIndex(([size]) => seconds >= size),
  );
  const [size, name] = units[seconds < 1 ? 3 : at] ?? [1, words.label("second")];
  const whole = Math.floor(seconds / size);
  const [smaller, smallerName] = units[at + 1] ?? [1, ""];
  const rest = Math.floor((seconds - whole * size) / smaller);
  return rest > 0 && smallerName !== "" ? `${whole} ${name} ${rest} ${smallerName}` : `${whole} ${name}`;
}

/** `2025-08-01 20:00` of an ISO instant; the report says once which clock. */
export const timeText = (iso: string | null): string =>
  iso === null ? "–" : `${iso.slice(0, 10)} ${iso.slice(11, 19).replace(/:00$/, "")}`;

/** When something is due, as people say it: what ends with a day ends at 24:00 of that day, not at 00:00 of the next. */
export function dueText(iso: string | null): string {
  if (iso === null || !/T00:00:00[Z+\-]/.test(iso)) return timeText(iso);
  const before = new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) - DAY_MS);
  return `${before.toISOString().slice(0, 10)} 24:00`;
}

/** Where the findings of one outcome (and rule) are listed. */
export const listAnchor = (outcome: AuditOutcome): string => anchor("list", outcome);

export function lateText({ finding }: { readonly finding: AuditFinding }, words: AuditWords): string {
  if (finding.late === null) return "";
  // A date that begins as the term ends: how late on that day, nobody knows.
  const wall = finding.late.wall === 0 ? words.label("upToADay") : lengthText(finding.late.wall, words);
  const parts = [wall];
  if (finding.late.working !== null)
    parts.push(`${words.label("open")} ${lengthText(finding.late.working, words)}`);
  if (finding.late.workingDays !== null)
    parts.push(termText(finding.late.workingDays, "working-day", words.language));
  return parts.join("; ");
}

/** A rule's citation as a link to its words. */
export function ruleLink(report: AuditReport, number: number | null, words: AuditWords): Markup {
  const rule = report.rules.find((each) => each.number === number);
  return rule === undefined
    ? markup`–`
    : markup`<a href="#${anchor("rule", String(rule.number))}">${words.cite(rule)}</a>`;
}

/** The findings of each outcome, worst first: each case with its clause and its rows. */
export function findingLists(report: AuditReport, words: AuditWords): Markup[] {
  return report.listed.map(({ outcome, all, findings }) => {
    const more = words.filled("more", { all, shown: findings.length });
    return markup`<h3 id="${listAnchor(outcome)}">${words.outcome(outcome)}: ${words.number(all)}</h3>
${findings.length < all ? markup`<p class="pale">${more}</p>` : markup``}
<table class="wide"><thead><tr>${head(words)}</tr></thead><tbody>${findings.map((each) => line(report, each, words))}</tbody></table>`;
  });
}

const head = (words: AuditWords): Markup[] =>
  (["case", "provider", "clause", "start", "due", "done", "lateBy", "rowsOfLog"] as const).map(
    (label) => markup`<th>${words.label(label)}</th>`,
  );

function line(report: AuditReport, each: ReportFinding, words: AuditWords): Markup {
  const { finding } = each;
  const where = [finding.provider, finding.channel === null ? null : words.channel(finding.channel)]
    .filter((part) => part !== null)
    .join(", ");
  const why = finding.reason === null ? lateText(each, words) : words.reason(finding.reason);
  const margin = finding.margin === null ? "" : ` (± ${lengthText(finding.margin, words)})`;
  return markup`<tr><td>${words.caseOf(finding)}</td><td>${where}</td><td>${ruleLink(report, each.rule, words)}</td><td>${timeText(finding.start)}</td><td>${dueText(finding.due)}</td><td>${timeText(finding.done)}</td><td>${why}${margin}</td><td>${finding.rows.join(", ")}</td></tr>
`;
}
