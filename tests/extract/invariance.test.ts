import { describe, expect, it } from "vitest";
import type { Candidate } from "../../src/model/rule.ts";
import {
  withByteOrderMark,
  withCarriageReturns,
  withDashes,
  withGuillemets,
  withHardSpaces,
  withHyphens,
  withStraightQuotes,
} from "../mangle/marks.ts";
import { withOtherPages } from "../mangle/page-breaks.ts";
import { reflow } from "../mangle/reflow.ts";
import { withStretchedLines } from "../mangle/stretch.ts";
import { CORPUS, corpusReadings, readText } from "./corpus.ts";

/**
 * What a rule says and where it stands in the act, without its place in the file: ids, paths and all fields as they are,
 * quotation marks and dashes made alike, and of the quote its letters (white space, and where a link's words were put
 * back, are the layout's).
 */
function said(candidates: readonly Candidate[]): string[] {
  return candidates.map(({ source, ...rule }) => {
    const letters = Array.from(plain(source.quote)).sort().join("");
    return `${plain(JSON.stringify(rule))} ${letters}`;
  });
}

const plain = (text: string): string =>
  text
    .replaceAll(/\\"|[«»“”"]/gu, "'")
    .replaceAll(/[–—]/gu, "-")
    .replaceAll(/\s/gu, "");

const read = (text: string, file: string): string[] => said(readText(text, file).candidates);
const original = (file: string): string[] => said(corpusReadings().get(file)!.candidates);

/** Markdown keeps its line breaks: they are part of the format there. */
const PLAIN = [...CORPUS].filter(([, text]) => !text.includes("## **"));

describe("the same rules come out of a text laid out otherwise", () => {
  for (const [name, change] of [
    ["with CRLF", withCarriageReturns],
    ["with a byte order mark", withByteOrderMark],
    ["with no-break spaces", withHardSpaces],
    ["with «»", withGuillemets],
    ["with straight quotes", withStraightQuotes],
    ["with – for -", withDashes],
    ["with - for –", withHyphens],
  ] as const)
    for (const [file, text] of CORPUS)
      it(`${name}: ${file}`, () => {
        expect(read(change(text), file)).toEqual(original(file));
      });

  for (const [file, text] of PLAIN) {
    for (const width of [40, 61, 80, 97, 120, 160])
      it(`in lines of ${width}: ${file}`, () => {
        expect(read(reflow(text, width), file)).toEqual(original(file));
      });
    for (const every of [1, 3])
      it(`with the last line of every ${every}. paragraph stretched: ${file}`, () => {
        expect(read(withStretchedLines(text, every), file)).toEqual(original(file));
      });
    for (const every of [17, 29])
      it(`with a page's end after every ${every} lines: ${file}`, () => {
        expect(read(withOtherPages(text, every), file)).toEqual(original(file));
      });
  }
});

describe("other numbers in the rules change exactly these values", () => {
  const numbers: [name: string, pattern: RegExp, by: string, change: (rule: Candidate) => Candidate][] = [
    [
      "30 minutes in digits",
      /30(?=\s*(?:\(\s*отыз|минут))/u,
      "47",
      (rule) => (rule.kind === "deadline" && rule.amount === 30 ? { ...rule, amount: 47 } : rule),
    ],
    [
      "fifteen working days in words",
      /он\s+бес(?=\s+жұмыс)/u,
      "он тоғыз",
      (rule) => (rule.kind === "deadline" && rule.amount === 15 ? { ...rule, amount: 19 } : rule),
    ],
    [
      "closing at 20.00",
      /20\.00/u,
      "19.30",
      (rule) => (rule.kind === "hours" && rule.close === "20:00" ? { ...rule, close: "19:30" } : rule),
    ],
  ];

  for (const [name, pattern, by, change] of numbers)
    for (const [file, text] of CORPUS) {
      const { candidates, content } = corpusReadings().get(file)!;
      const inFile = ({ source }: Candidate): string =>
        source.spans.map(({ start, end }) => content.slice(start, end)).join("");
      const expected = candidates.map((rule) => (pattern.test(inFile(rule)) ? change(rule) : rule));
      const touched = expected.filter((rule, index) => rule !== candidates[index]).length;
      if (touched === 0) continue;
      it(`${name}: ${file}, ${touched} rules`, () => {
        const fields = (rules: readonly Candidate[]): unknown[] =>
          rules.map((rule) => ({ ...rule, source: undefined }));
        const changed = text.replaceAll(new RegExp(pattern, "gu"), by);
        expect(fields(readText(changed, file).candidates)).toEqual(fields(expected));
      });
    }
});
