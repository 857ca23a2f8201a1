import { HARMLESS, type AuditFinding } from "../../model/audit.ts";
import type { Language } from "../../model/language.ts";
import { timeText } from "./findings-html.ts";
import { asText, quoted } from "./sheet-cells.ts";
import { AuditWords } from "./words.ts";
import { HOUR_SECONDS } from "../../model/time-units.ts";

/** Rows that a spreadsheet holds, the heading among them. */
const MOST_ROWS = 1_048_576;

/** A file of a worksheet: what it is called and what stands in it, piece by piece. */
export interface Sheet {
  readonly name: string;
  readonly pieces: AsyncIterable<string>;
}

/**
 * The worksheet of what somebody has to look into, as the spreadsheets of a language open it: its delimiter and its
 * decimal sign, words instead of codes, and nothing in it that a spreadsheet would take for a formula, a number or a date
 * and change. What is more than a spreadsheet holds goes on in worksheet-2.csv: each file is read to its end before the
 * next is asked for.
 */
export async function* worksheetOf(
  parts: AsyncIterable<readonly AuditFinding[]>,
  language: Language,
  most = MOST_ROWS,
): AsyncGenerator<Sheet> {
  const words = new AuditWords(language);
  const delimiter = language === "en" ? "," : ";";
  const rows = rowsOf(parts, words, delimiter);
  let next = await rows.next();
  for (let sheet = 1; sheet === 1 || next.done !== true; sheet += 1)
    yield {
      name: sheet === 1 ? "worksheet.csv" : `worksheet-${sheet}.csv`,
      pieces: (async function* () {
        yield `\uFEFF${headings(words).join(delimiter)}\r\n`;
        for (let count = 1; next.done !== true && count < most; count += 1) {
          yield next.value;
          next = await rows.next();
        }
      })(),
    };
}

async function* rowsOf(
  parts: AsyncIterable<readonly AuditFinding[]>,
  words: AuditWords,
  delimiter: string,
): AsyncGenerator<string, undefined> {
  for await (const part of parts)
    for (const finding of part)
      if (!HARMLESS.has(finding.outcome))
        yield `${cells(finding, words)
          .map((cell) => quoted(cell, delimiter))
          .join(delimiter)}\r\n`;
  return undefined;
}

const headings = (words: AuditWords): string[] => {
  const late = words.label("lateBy");
  return [
    words.label("case"),
    words.label("service"),
    words.label("provider"),
    words.label("channel"),
    words.label("outcome"),
    words.label("why"),
    words.label("clause"),
    words.label("version"),
    words.label("start"),
    words.label("due"),
    words.label("done"),
    `${late} – ${words.label("hours")}`,
    `${late} – ${words.label("open")} – ${words.label("hours")}`,
    `${late} – ${words.label("workingDays")}`,
    words.label("rowsOfLog"),
  ];
};

function cells(finding: AuditFinding, words: AuditWords): string[] {
  const { late } = finding;
  const hours = (seconds: number | null | undefined): string =>
    seconds == null ? "" : decimal((seconds / HOUR_SECONDS).toFixed(2), words.language);
  const time = (iso: string | null): string => (iso === null ? "" : timeText(iso));
  return [
    asText(words.caseOf(finding)),
    asText(finding.service ?? ""),
    asText(finding.provider ?? ""),
    finding.channel === null ? "" : words.channel(finding.channel),
    words.outcome(finding.outcome),
    finding.reason === null ? "" : asText(words.reason(finding.reason)),
    asText(words.cite(finding)),
    asText(finding.version ?? ""),
    time(finding.start),
    // A moment for spreadsheets to count with: most of them know no 24:00.
    time(finding.due),
    time(finding.done),
    hours(late?.wall),
    hours(late?.working),
    late?.workingDays == null ? "" : String(late.workingDays),
    asText(finding.rows.join(" ")),
  ];
}

const decimal = (number: string, language: Language): string =>
  language === "en" ? number : number.replace(".", ",");
