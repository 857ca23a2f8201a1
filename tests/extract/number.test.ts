import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberAt } from "../../src/extract/number.ts";
import { wordsOf, type Word } from "../../src/extract/words.ts";
import { grammar } from "../../src/language/kk/grammar.ts";

const ONES = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];
const TENS = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"];

/** Kazakh says thousands, hundreds, tens and ones in this order, each part left out where it is nothing. */
function spelled(value: number): string[] {
  if (value >= 1_000_000)
    return [...spelled(Math.floor(value / 1_000_000)), "миллион", ...spelled(value % 1_000_000)];
  if (value >= 1000) return [...spelled(Math.floor(value / 1000)), "мың", ...spelled(value % 1000)];
  if (value >= 100) return [...spelled(Math.floor(value / 100)), "жүз", ...spelled(value % 100)];
  return [TENS[Math.floor(value / 10)]!, ONES[value % 10]!].filter((word) => word !== "");
}

const all = (text: string): Word[] => wordsOf(text, 0, text.length, grammar);
const read = (text: string): number | undefined => numberAt(all(text), 0, grammar)?.value;

describe("numbers", () => {
  it("in words are read up to millions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (value) => {
        expect(read(`${spelled(value).join(" ")} жұмыс күні`)).toBe(value);
      }),
    );
  });

  it("may leave out бір before жүз and мың", () => {
    expect(read("жүз жиырма")).toBe(120);
    expect(read("мың тоғыз жүз")).toBe(1900);
  });

  it("in digits keep their decimals, and digits count where a number is told twice", () => {
    expect(read("1,5 минут")).toBe(1.5);
    expect(read("15 (он бес) минут")).toBe(15);
    expect(read("15 (отыз) минут")).toBe(15);
  });

  it("do not run into the number after them", () => {
    expect(numberAt(all("бес он"), 0, grammar)).toEqual({ value: 5, from: 0, to: 1 });
    expect(numberAt(all("он он бес"), 0, grammar)).toEqual({ value: 10, from: 0, to: 1 });
  });

  it("are no words without them", () => {
    expect(read("бірнеше күн")).toBeUndefined();
    expect(read("күн")).toBeUndefined();
  });
});
