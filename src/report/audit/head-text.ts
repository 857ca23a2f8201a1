import type { AuditSummary } from "../../model/audit.ts";
import { DAY_SECONDS } from "../../model/time-units.ts";
import { unreadShareWords } from "../unread-share.ts";
import { periodLine } from "./cases.ts";
import { lawLines } from "./law.ts";
import type { AuditWords } from "./words.ts";

/** What was read, what was not and why, how many cases it holds, and by which rulebooks they were judged. */
export function headText(summary: AuditSummary, words: AuditWords): string {
  const { time } = summary;
  const label = words.label.bind(words);
  const days = (seconds: number): string => `${words.number(seconds / DAY_SECONDS, 1)} ${label("days")}`;
  return [
    ...rowLines(summary, words),
    ...periodLine(summary, words),
    ...caseLines(summary, words),
    ...bookLines(summary, words),
    ...lawLines(summary, words),
    `${label("providerTime")}: ${days(time.provider)}; ${label("suspendedTime")}: ${days(time.suspended)}`,
  ].join("\n");
}

/** What is to be known of files beside their names: sheets that were not read, rows that people do not see, mappings of their own. */
export function fileLines({ sheets = [], mappedBy = [] }: AuditSummary, words: AuditWords): string[] {
  const aside = sheets.flatMap(({ sheet, is }) =>
    is === "read" ? [] : [`${sheet} (${words.label(`sheet-${is}`)})`],
  );
  const hidden = sheets.filter(({ hiddenRows }) => hiddenRows > 0);
  return [
    ...(aside.length === 0 ? [] : [`  ${words.label("sheetsAside")}: ${aside.join(", ")}`]),
    ...(hidden.length === 0
      ? []
      : [
          `  ${words.label("hiddenRows")}: ${hidden.map(({ sheet, hiddenRows }) => `${sheet} – ${words.number(hiddenRows)}`).join(", ")}`,
        ]),
    ...(mappedBy.length === 0
      ? []
      : [
          `  ${words.label("mappedBy")}: ${mappedBy.map(({ file, match }) => `${file} (${match})`).join(", ")}`,
        ]),
  ];
}

function rowLines(summary: AuditSummary, words: AuditWords): string[] {
  const { rows, files, refused, outliers } = summary;
  const count = (value: number): string => words.number(value);
  const label = words.label.bind(words);
  const place = ({ file, row }: { readonly file: string; readonly row: number }): string =>
    files.length > 1 ? `${file}:${row}` : String(row);
  const lines = refused.map(({ reason, rows: number, samples }) => {
    const more = number > samples.length ? ", …" : "";
    return `  ${count(number).padStart(7)}  ${words.refused(reason)} (${label("line")} ${samples.map(place).join(", ")}${more})`;
  });
  const odd = outliers.samples.map((sample) => `${place(sample)}: ${sample.text}`).join("; ");
  return [
    `${label("log")}: ${files.join(", ")} — ${words.filled("rowsRead", { rows: rows.inFile, read: rows.read, refused: rows.refused })}`,
    ...lines,
    ...fileLines(summary, words),
    ...(outliers.rows === 0 ? [] : [`  ${count(outliers.rows).padStart(7)}  ${label("outliers")} (${odd})`]),
  ];
}

function caseLines({ cases, breached, untold, usedAgain }: AuditSummary, words: AuditWords): string[] {
  const count = (value: number): string => words.number(value);
  const label = words.label.bind(words);
  const again = words.filled("usedAgain", usedAgain);
  return [
    `${label("cases")}: ${count(cases)} (${label("breached")}: ${count(breached)}; ${label("untold")}: ${count(untold)})`,
    ...(usedAgain.numbers === 0 ? [] : [`  ${again}`]),
  ];
}

function bookLines({ rulebooks }: AuditSummary, words: AuditWords): string[] {
  const books = rulebooks
    .filter(({ cases }) => cases > 0)
    .map(({ id, version, drafts, unread }) => {
      const warning = drafts === 0 ? "" : ` — ${words.filled("drafts", { drafts })}`;
      const share = unreadShareWords(unread, words.language);
      return `${words.label("rulebook")}: ${id}${version === null ? "" : `, ${version}`}${warning} (${share})`;
    });
  const unused = rulebooks.length - books.length;
  if (unused === 0) return books;
  return [...books, `  ${words.filled("rulesUnused", { count: unused })}`];
}
