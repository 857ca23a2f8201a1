import { writeXlsxStream } from "hucre/xlsx";
import { HARMLESS, type AuditFinding } from "../../model/audit.ts";
import type { Language } from "../../model/language.ts";
import { HOUR_SECONDS } from "../../model/time-units.ts";
import { AuditWords } from "./words.ts";

/** A format by which a spreadsheet shows a cell; `@` keeps what is typed into a cell as it is typed. */
const [TEXT, MOMENT, HOURS, NUMBER] = ["@", "dd.mm.yyyy hh:mm", "0.00", "0"] as const;

/** A column of the worksheet: its heading, how it is shown, how wide it is, and its cell for a finding. */
interface Column {
  readonly header: string;
  readonly numFmt: string;
  readonly width: number;
  readonly cell: (finding: AuditFinding) => string | number | Date | null;
}

/**
 * The worksheet of what somebody has to look into as a workbook: times are dates on the provider's clock, numbers are
 * numbers, and what names a case or a paper is text, whatever it looks like (`007`, `=1+1`). What is more than a sheet
 * holds goes on in the next one.
 */
export const worksheetXlsx = (
  parts: AsyncIterable<readonly AuditFinding[]>,
  language: Language,
): AsyncIterable<Uint8Array> => {
  const columns = columnsIn(new AuditWords(language));
  return writeXlsxStream(rowsOf(parts, columns), {
    name: new AuditWords(language).label("worksheet"),
    columns: columns.map(({ header, numFmt, width }) => ({ header, numFmt, width })),
    freezePane: { rows: 1 },
  });
};

async function* rowsOf(
  parts: AsyncIterable<readonly AuditFinding[]>,
  columns: readonly Column[],
): AsyncGenerator<(string | number | Date | null)[]> {
  for await (const part of parts)
    for (const finding of part)
      if (!HARMLESS.has(finding.outcome)) yield columns.map(({ cell }) => cell(finding));
}

function columnsIn(words: AuditWords): readonly Column[] {
  const late = words.label("lateBy");
  const text = (header: string, width: number, cell: Column["cell"]): Column => ({
    header,
    numFmt: TEXT,
    width,
    cell,
  });
  const moment = (header: string, of: (finding: AuditFinding) => string | null): Column => ({
    header,
    numFmt: MOMENT,
    width: 17,
    cell: (finding) => onItsClock(of(finding)),
  });
  const hours = (header: string, of: (finding: AuditFinding) => number | null | undefined): Column => ({
    header,
    numFmt: HOURS,
    width: 14,
    cell: (finding) => hoursOf(of(finding)),
  });
  return [
    text(words.label("case"), 18, (finding) => words.caseOf(finding)),
    text(words.label("service"), 20, ({ service }) => service),
    text(words.label("provider"), 26, ({ provider }) => provider),
    text(words.label("channel"), 16, ({ channel }) => (channel === null ? null : words.channel(channel))),
    text(words.label("outcome"), 22, ({ outcome }) => words.outcome(outcome)),
    text(words.label("why"), 26, ({ reason }) => (reason === null ? null : words.reason(reason))),
    text(words.label("clause"), 34, (finding) => words.cite(finding)),
    text(words.label("version"), 12, ({ version }) => version),
    moment(words.label("start"), ({ start }) => start),
    moment(words.label("due"), ({ due }) => due),
    moment(words.label("done"), ({ done }) => done),
    hours(`${late} – ${words.label("hours")}`, (finding) => finding.late?.wall),
    hours(`${late} – ${words.label("open")} – ${words.label("hours")}`, (finding) => finding.late?.working),
    {
      header: `${late} – ${words.label("workingDays")}`,
      numFmt: NUMBER,
      width: 14,
      cell: (finding) => finding.late?.workingDays ?? null,
    },
    text(words.label("rowsOfLog"), 20, ({ rows }) => rows.join(" ")),
  ];
}

/** Figures of a number of seconds, in hours to the hundredth. */
const hoursOf = (seconds: number | null | undefined): number | null =>
  seconds == null ? null : Math.round((100 * seconds) / HOUR_SECONDS) / 100;

/** A moment as the clock beside it showed it: a spreadsheet knows no zones. */
const onItsClock = (iso: string | null): Date | null => {
  if (iso === null) return null;
  const shown = new Date(`${iso.slice(0, 19)}Z`);
  return Number.isNaN(shown.getTime()) ? null : shown;
};
