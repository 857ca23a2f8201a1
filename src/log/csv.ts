import { Trouble } from "../model/trouble.ts";
import { CsvRecords, delimiterOf } from "./csv-records.ts";
import type { LogFile } from "./log-file.ts";
import type { FileSettings, Found, RecordFormat } from "./log-format.ts";
import { LONGEST_LINE, MOST_COLUMNS, latin, textOf } from "./log-text.ts";

/** Lines of fields between delimiters (RFC 4180, with any delimiter), the first of which names the columns. */
export const csv: RecordFormat = {
  id: "csv",
  title: "CSV",
  endings: ["csv", "tsv", "txt"],
  tells: () => true,
  open: (file, settings) => {
    const text = textOf(file, settings.encoding);
    return (onBytes) => recordsOf(file, settings, text(onBytes));
  },
};

async function* recordsOf(
  file: LogFile,
  { delimiter, quote = '"' }: FileSettings,
  pieces: AsyncIterable<string>,
): AsyncGenerator<Iterable<Found>> {
  const returns = endsInReturns(file.head());
  const begin = (first: string): CsvRecords => {
    const told = delimiter ?? delimiterOf(first);
    refuseWide(first, told, file);
    return new CsvRecords(told, quote);
  };
  let records: CsvRecords | undefined;
  let head = "";
  for await (const piece of pieces) {
    const text = returns ? piece.replaceAll("\r", "\n") : piece;
    if (records !== undefined) {
      yield records.push(text);
      continue;
    }
    head += text;
    const end = head.indexOf("\n");
    if (end < 0 && head.length < LONGEST_LINE) continue;
    records = begin(end < 0 ? head : head.slice(0, end));
    yield records.push(head);
  }
  if (records === undefined) {
    records = begin(head);
    yield records.push(head);
  }
  yield records.end();
  if (!records.headed)
    throw new Trouble("has no header", { file: file.path, wayOut: "The first line names the columns." });
}

/** Lines end in a carriage return alone, as on old Macintoshes. */
function endsInReturns(head: Uint8Array): boolean {
  const text = latin(head).replaceAll("\0", "");
  return !text.includes("\n") && /\r./s.test(text);
}

function refuseWide(first: string, delimiter: string, file: LogFile): void {
  const width = first.split(delimiter).length;
  if (width > MOST_COLUMNS)
    throw new Trouble(`has ${width} columns; at most ${MOST_COLUMNS} are read`, {
      file: file.path,
      place: "line 1",
      wayOut: "Keep the columns that the mapping names.",
    });
}
