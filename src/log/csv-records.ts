import type { FieldRecord, Heading, NoRecord } from "./log-format.ts";
import { LONGEST_LINE } from "./log-text.ts";
import { hashOf } from "./text-hash.ts";

type CsvRecord = Heading | FieldRecord | NoRecord;

/** A quoted field does not go over more lines than this: an opening quote without a closing one swallows no more. */
const MOST_LINES = 10_000;

/**
 * Cuts decoded text, handed in piece by piece, into records (RFC 4180, with any delimiter), the first of which is the
 * heading. A record that breaks the rules is given as refused, and reading goes on with the line after the one on which
 * it began: nothing is swallowed.
 */
export class CsvRecords {
  #rest = "";
  #line = 1;
  /** Inside a line that was too long to hold. */
  #long = false;
  /** How many fields a record has; none before the heading. */
  #width = 0;

  constructor(
    private readonly delimiter: string,
    private readonly quote: string,
  ) {}

  /** Whether the heading has come. */
  get headed(): boolean {
    return this.#width > 0;
  }

  *push(piece: string): Generator<CsvRecord> {
    let fresh = piece;
    if (this.#long) {
      const newline = piece.indexOf("\n");
      if (newline < 0) return;
      this.#long = false;
      this.#line += 1;
      fresh = piece.slice(newline + 1);
    }
    this.#rest = this.#rest === "" ? fresh : this.#rest + fresh;
    yield* this.#cut(false);
  }

  *end(): Generator<CsvRecord> {
    yield* this.#cut(true);
  }

  *#cut(last: boolean): Generator<CsvRecord> {
    const text = this.#rest;
    let at = 0;
    while (at < text.length) {
      // Files put one behind the other keep the mark that each began with.
      if (text[at] === "\uFEFF") at += 1;
      const newline = text.indexOf("\n", at);
      if (newline < 0 && !last) break;
      const end = newline < 0 ? text.length : newline;
      const first = text.slice(at, end);
      const line = this.#line;
      if (this.quote === "" || !first.includes(this.quote)) {
        this.#line += 1;
        at = end + 1;
        const bare = first.endsWith("\r") ? first.slice(0, -1) : first;
        if (bare !== "") yield this.#checked(line, bare, bare.split(this.delimiter));
        continue;
      }
      const record = this.#quoted(text, at, last);
      if (record === "more") break;
      if (record === undefined) {
        this.#line += 1;
        at = end + 1;
        yield { row: line, refused: "malformed", text: first };
        continue;
      }
      this.#line += record.lines;
      at = record.end;
      yield this.#checked(line, record.text, record.fields);
    }
    this.#rest = text.slice(at);
    // A line longer than we hold is dropped up to its end, which comes with the next pieces.
    if (this.#rest.length <= LONGEST_LINE || this.#rest.includes("\n")) return;
    yield { row: this.#line, refused: "too-long", text: this.#rest.slice(0, 200) };
    this.#long = true;
    this.#rest = "";
  }

  #checked(row: number, text: string, fields: readonly string[]): CsvRecord {
    if (text.includes("\uFFFD") || text.includes("\0")) return { row, refused: "undecodable", text };
    if (this.#width > 0)
      return fields.length === this.#width
        ? { row, fields, hash: hashOf(text) }
        : { row, refused: "malformed", text };
    this.#width = fields.length;
    return { columns: fields.map((name) => name.trim()), place: `line ${row}` };
  }

  /** A record with quotes that begins at `at`; "more" where its end has not come yet, undefined where it breaks the rules. */
  #quoted(
    text: string,
    at: number,
    last: boolean,
  ): { fields: string[]; end: number; lines: number; text: string } | "more" | undefined {
    const { delimiter, quote } = this;
    const fields: string[] = [];
    let lines = 1;
    let position = at;
    for (;;) {
      let field = "";
      if (text[position] === quote) {
        for (position += 1; ;) {
          const close = text.indexOf(quote, position);
          const inside = text.slice(position, close < 0 ? undefined : close);
          lines += countLines(inside);
          if (lines > MOST_LINES || position - at > LONGEST_LINE) return undefined;
          if (close < 0) return last ? undefined : "more";
          field += inside;
          position = close + 1;
          if (text[position] !== quote) break;
          field += quote;
          position += 1;
        }
        if (position >= text.length && !last) return "more";
      } else {
        const stop = nextOf(text, position, delimiter);
        if (stop < 0 && !last) return "more";
        const until = stop < 0 ? text.length : stop;
        field = text.slice(position, until);
        position = until;
      }
      if (text[position] === "\r" && text[position + 1] === "\n") position += 1;
      else if (field.endsWith("\r")) field = field.slice(0, -1);
      fields.push(field);
      const sign = text[position];
      if (sign === delimiter) position += 1;
      else if (sign === "\n" || sign === undefined)
        return { fields, end: position + 1, lines, text: text.slice(at, position) };
      else return undefined;
    }
  }
}

const nextOf = (text: string, from: number, delimiter: string): number => {
  const newline = text.indexOf("\n", from);
  const next = text.indexOf(delimiter, from);
  return next < 0 || (newline >= 0 && newline < next) ? newline : next;
};

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

const DELIMITERS = [",", ";", "\t", "|"];

/** The delimiter that the first line has most of, outside quotes; a comma where it has none. */
export function delimiterOf(firstLine: string): string {
  const bare = firstLine.replaceAll(/"[^"]*"/g, "");
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}
