import { Trouble } from "../model/trouble.ts";
import type { Dialect, SqlType } from "./dialect.ts";

/** What writes itself in a dialect: a name, a value, a type. */
type Word = (dialect: Dialect) => string;

/**
 * A piece of SQL. It is made of our own templates, of numbers, and of words and other pieces that were made here: no text
 * from outside gets into it but as a name or a value, and each engine's way of writing those is looked up when it is
 * printed.
 */
class Piece {
  readonly #parts: readonly (string | Word | Piece)[];

  constructor(parts: readonly (string | Word | Piece)[]) {
    this.#parts = parts;
  }

  /** Pieces with something between them, whose lines are set in as those of the whole are. */
  static joined(pieces: readonly Piece[], between: Piece): Piece {
    return new Piece(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [...between.#parts, piece])));
  }

  /** `indent` goes before every line but the first, never into a value. */
  print(dialect: Dialect, indent = ""): string {
    let text = "";
    for (const part of this.#parts)
      if (typeof part === "string") text += part.replaceAll("\n", `\n${indent}`);
      else if (part instanceof Piece) text += part.print(dialect, indentOf(text, indent));
      else text += part(dialect);
    return text;
  }
}

export type { Piece as Sql };

/** The blanks that a text's last line begins with; `first` are those of its first line. */
function indentOf(text: string, first: string): string {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return text.includes("\n") ? line.slice(0, line.length - line.trimStart().length) : first;
}

/**
 * A piece of SQL as it stands in our code, with numbers and other pieces in its holes. A template that begins on a line of
 * its own is set back to the left, and ends with its last word.
 */
export function sql(template: TemplateStringsArray, ...holes: readonly (Piece | number)[]): Piece {
  if (!Object.isFrozen(template) || !Array.isArray(template.raw))
    throw new TypeError("SQL is written as a template of our code, and in no other way");
  const texts = setBack(template);
  return new Piece(
    texts.flatMap((text, index) => {
      const hole = holes[index];
      if (hole === undefined) return [text];
      if (typeof hole === "number") return [text, numeral(hole)];
      if (!(hole instanceof Piece)) throw new TypeError(`${String(hole)} is no piece of SQL`);
      return [text, hole];
    }),
  );
}

const remembered = new WeakMap<TemplateStringsArray, readonly string[]>();

function setBack(template: TemplateStringsArray): readonly string[] {
  const there = remembered.get(template);
  if (there !== undefined) return there;
  // Where the template itself has the end of a line; one that is written as an escape is meant to stay.
  const margin = /^\n *(?=\S|$)/.exec(template.raw[0] ?? "")?.[0];
  const texts =
    margin === undefined
      ? [...template]
      : template.map((text, index) => {
          const own = text.replaceAll(margin, "\n");
          const begun = index === 0 ? own.slice(1) : own;
          return index === template.length - 1 ? begun.trimEnd() : begun;
        });
  remembered.set(template, texts);
  return texts;
}

/** A number, in parentheses where it is below zero: two signs would begin a comment. */
function numeral(of: number): string {
  if (!Number.isFinite(of)) throw new RangeError(`${of} is no number that SQL can write`);
  return of < 0 ? `(${of})` : String(of);
}

/** A name of ours in a table or an expression: plain small letters, as they stand. */
export function word(name: string): Piece {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new RangeError(`${JSON.stringify(name)} is no word of ours`);
  return new Piece([name]);
}

/** Any name, of a column in a file for example. */
export function name(text: string): Piece {
  if (text === "" || text.includes("\0"))
    throw new Trouble(`${JSON.stringify(text)} can be no name in SQL`, { wayOut: "Call it otherwise." });
  return new Piece([({ nameMark: mark }) => `${mark}${text.replaceAll(mark, `${mark}${mark}`)}${mark}`]);
}

/** Any value: a text from outside, a number, or nothing. */
export function value(of: string | number | null): Piece {
  if (of === null) return new Piece(["null"]);
  return new Piece(typeof of === "number" ? [numeral(of)] : [(dialect) => literal(of, dialect)]);
}

/** A type, as each engine calls it. */
export const type = (of: SqlType): Piece => new Piece([({ types }) => types[of]]);

/** Pieces one after another with something between them; nothing where there are none. */
export const joined = (pieces: readonly Piece[], between: Piece): Piece => Piece.joined(pieces, between);

/** Pieces with commas between them. */
export const list = (pieces: readonly Piece[]): Piece => joined(pieces, sql`, `);

/** Numbers with commas between them. */
export const numbers = (of: readonly number[]): Piece => list(of.map((each) => sql`${each}`));

/** A piece as an engine reads it. */
export const printed = (piece: Piece, dialect: Dialect): string => piece.print(dialect);

function literal(text: string, { engine, byNumber, impossible }: Dialect): string {
  const strange = impossible.find((each) => text.includes(each));
  if (strange !== undefined)
    throw new Trouble(`${JSON.stringify(text)} holds what no text in ${engine} can hold`, {
      wayOut: "Take it out of the mapping or the rulebook.",
    });
  const parts: string[] = [];
  let rest = "";
  for (const each of text) {
    if (!byNumber.includes(each)) {
      rest += each;
      continue;
    }
    if (rest !== "") parts.push(quoted(rest));
    parts.push(`chr(${each.charCodeAt(0)})`);
    rest = "";
  }
  if (parts.length === 0) return quoted(rest);
  return `(${[...parts, ...(rest === "" ? [] : [quoted(rest)])].join(" || ")})`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
