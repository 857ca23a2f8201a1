import { describe, expect, it } from "vitest";
import { EXTRACTORS } from "../../src/extract/extractors.ts";
import { TEXT_LANGUAGES } from "../../src/language/languages.ts";
import { KINDS } from "../../src/model/rule.ts";
import { statementsIn } from "./read-example.ts";

describe("the examples of each extractor", () => {
  it("are there for every kind, with one that must give a rule and one that must not", () => {
    expect(EXTRACTORS.map(({ id }) => id)).toEqual(KINDS);
    for (const { id, examples } of EXTRACTORS) {
      expect(
        examples.some(({ gives }) => gives.length > 0),
        id,
      ).toBe(true);
      expect(
        examples.some(({ gives }) => gives.length === 0),
        id,
      ).toBe(true);
    }
  });

  for (const extractor of EXTRACTORS)
    for (const { in: language, text, gives, ...where } of extractor.examples)
      it(`${extractor.id}: ${where.lead ?? ""} ${text}`, () => {
        const grammar = TEXT_LANGUAGES.find(({ code }) => code === language)!.grammar!;
        const readings = statementsIn(text, where, grammar).flatMap((one) => extractor.read(one, grammar));
        expect(readings.map(({ fields }) => fields)).toEqual(
          gives.map((fields) => expect.objectContaining(fields) as unknown),
        );
        for (const { words, confidence } of readings) {
          expect(text.slice(words.start, words.end).trim()).not.toBe("");
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      });
});
