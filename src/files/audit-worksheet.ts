import type { Language } from "../model/language.ts";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { HARMLESS, type AuditFinding } from "../model/audit.ts";
import { timeText } from "../report/audit/findings-html.ts";
import { AuditWords } from "../report/audit/words.ts";
import type { Outputs } from "./audit-outputs.ts";

/** Rows that a spreadsheet holds, the heading among them. */
const MOST_ROWS = 1_048_576;

/**
 * Makes the worksheet of what somebody has to look into, as the spreadsheets of a language open it: its delimiter and its
 * decimal sign, words instead of codes, and nothing in it that a spreadsheet would take for a formula, a number or a date
 * and change. What is more than a spreadsheet holds goes on in worksheet-2.csv.
 */
export async function makeWorksheet(
  parts: AsyncIterable<readonly AuditFinding[]>,
  folder: string,
  outputs: Outputs,
  language: Language,
  most = MOST_ROWS,
): Promise<void> {
  const words = new AuditWords(language);
  const rows = rowsOf(parts, words, language === "en" ? "," : ";");
  for (let sheet = 1, next = await rows.next(); sheet === 1 || next.done !== true; sheet += 1) {
    const place = join(folder, sheet === 1 ? "worksheet.csv" : `worksheet-${sheet}.csv`);
    await pipeline(
      async function* () {
        yield `\uFEFF${headings(words).join(language === "en" ? "," : ";")}\r\n`;
        for (let count = 1; next.done !== true && count < most; count += 1) {
          yield next.value;
          next = await rows.next();
        }
      },
      createWriteStream(outputs.make(place)),
    );
  }
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
    seconds == null ? "" : decimal((seconds / 3600).toFixed(2), words.language);
  const time = (iso: string | null): string => (iso === null ? "" : timeText(iso));
  return [
    asText(finding.case),
    asText(finding.service ?? ""),
    asText(finding.provider ?? ""),
    finding.channel === null ? "" : words.channel(finding.channel),
    words.outcome(finding.outcome),
    finding.reason === null ? "" : asText(words.reason(finding.reason)),
    asText(finding.cite ?? ""),
    asText(finding.version ?? ""),
    time(finding.start),
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

/** A text that a spreadsheet would read as a formula, a number or a date begins with an apostrophe: `007` stays `007`. */
const asText = (text: string): string =>
  /^[=+\-@\t\r']/.test(text) || (/\d/.test(text) && /^[\s\d.,:/\\e%+-]+$/i.test(text)) ? `'${text}` : text;

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
