import { describe, expect, it } from "vitest";
import { outline } from "../../src/reading.ts";

/** What a pattern, a parser that calls itself, or a list searched from its beginning would choke on. */
const PIECES = [
  " ",
  "\n",
  "\n ",
  "      \n",
  "а",
  "а ",
  "а б в  ",
  '" ',
  '""',
  "( ",
  "а- ",
  "-1",
  "1) а; ",
  "1) а\n      ",
  "1. Аа\n      ",
  "5-бабына  ",
  "сәйкес ",
  "ның сәйкес ",
  "№ 5 ",
  "Мемлекеттік қызмет көрсету мерзімі ",
  "Мемлекеттік, а б в г ",
  "\n\n1-қосымша",
  "\n\nбекітілген",
  "\n      Ескерту. а",
  "\u{AD}",
  "тi",
  " А.",
  '"а" регламентіне\n\n1-қосымша\n\n',
];
const MARKDOWN = [
  "*",
  "[a](",
  "`",
  "<table>",
  "<table><tr><td>",
  "<b>",
  "| а ",
  "> ",
  "**а",
  "а\t",
  "а\tб\n",
  "&amp;*",
];
const LETTERS = 60_000;
const encoder = new TextEncoder();

const repeated = (piece: string): string => piece.repeat(Math.ceil(LETTERS / piece.length));

describe("a text of one thing over and over", () => {
  it.each(PIECES)("%j is read without a word lost", (piece) => {
    const { text } = outline(encoder.encode(`а${repeated(piece)}б`), { file: "hostile.txt" });
    const words = text.paragraphs.map(({ passage }) => passage.text).join("");
    expect(words.startsWith("а") && words.endsWith("б")).toBe(true);
  });

  it.each(MARKDOWN)("%j in Markdown is read, however deep it would nest", (piece) => {
    const { tree } = outline(encoder.encode(`## а\n\n${repeated(piece)}`), { file: "hostile.md" });
    expect(tree.type).toBe("act");
  });
});
