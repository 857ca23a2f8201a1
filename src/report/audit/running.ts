import type { Language } from "../../model/language.ts";
import type { DueSoon, ReportFinding } from "../../model/audit-report.ts";
import { lateText, dueText } from "./findings-html.ts";
import { AuditWords } from "./words.ts";

const SHOWN = 50;

/** Running cases as a person reads them in a terminal: what is overdue, and what falls due within so many working days. */
export function runningText(
  { overdue, dueSoon }: { readonly overdue: readonly ReportFinding[]; readonly dueSoon: readonly DueSoon[] },
  within: number,
  language: Language,
): string {
  const words = new AuditWords(language);
  const line = ({ finding }: ReportFinding, last: string): string =>
    `  ${dueText(finding.due)}  ${words.caseOf(finding)}  ${finding.provider ?? "–"}  ${words.cite(finding)}  (${last})`;
  const list = (head: string, lines: readonly string[]): string =>
    [
      `${head}:`,
      ...(lines.length === 0 ? [`  ${words.label("empty")}`] : lines.slice(0, SHOWN)),
      ...(lines.length > SHOWN ? ["  …"] : []),
    ].join("\n");
  return `${list(
    words.label("overdueNow"),
    overdue.map((each) => line(each, lateText(each, words))),
  )}\n\n${list(
    words.filled("dueSoon", { days: within }),
    dueSoon.map(({ of, workingDays }) => line(of, `${words.label("inDays")}: ${words.number(workingDays)}`)),
  )}\n`;
}
