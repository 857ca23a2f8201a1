import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract/extract.ts";
import { termsIn } from "../../src/extract/term.ts";
import { grammar } from "../../src/language/kk/grammar.ts";
import { duration } from "../../src/model/duration.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { passageOf, statementsIn } from "./read-example.ts";

const lengths = (text: string): unknown[] =>
  statementsIn(text).flatMap((statement) => termsIn(statement, grammar).map(({ length }) => length));

describe("lengths of time", () => {
  const forms: [string, unknown][] = [
    ["бес жұмыс күнінен кешіктірмей", duration(5, "working-day")],
    ["бір жұмыс күнінің ішінде", duration(1, "working-day")],
    ["күнтізбелік отыз күннен аспайды", duration(30, "calendar-day")],
    ["отыз күнтізбелік күнге дейін", duration(30, "calendar-day")],
    ["15 (он бес) жұмыс күнінен аспауға тиіс", duration(15, "working-day")],
    ["бес күн ішінде", duration(5, "day")],
    ["30 минуттан аспайды", duration(30, "minute")],
    ["24 сағаттан аспайды", duration(24, "hour")],
    ["1,5 минут", duration(1.5, "minute")],
    ["екі аптадан кешіктірмей", duration(2, "week")],
    ["бір айдан кешіктірмей", duration(1, "month")],
    ["алты ай ішінде", duration(6, "month")],
    ["үш жылға беріледі", duration(3, "year")],
    ["45 секундта", duration(45, "second")],
  ];
  for (const [text, length] of forms)
    it(text, () => {
      expect(lengths(text)).toEqual([length]);
    });

  it("as ranges have a lower end", () => {
    const [term] = statementsIn("30 секунд – 1 минут").flatMap((one) => termsIn(one, grammar));
    expect(term).toMatchObject({ length: duration(1, "minute"), min: duration(30, "second") });
    const [other] = statementsIn("10-15 секунд").flatMap((one) => termsIn(one, grammar));
    expect(other).toMatchObject({ length: duration(15, "second"), min: duration(10, "second") });
  });

  it("are not found in dates, ages, kinds of things or clock times", () => {
    for (const text of [
      "2015 жылғы 4 тамыздағы № 200 қаулы",
      "2020 жылы қабылданды",
      "екі сағаттық фильм",
      "он алты жасқа толмаған адамдар",
      "сағат 9.00-ден 18.00-ге дейін",
      "2-қосымшаға сәйкес",
    ])
      expect(lengths(text), text).toEqual([]);
  });

  it("give the number that stands there, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (amount) => {
        expect(lengths(`${amount} жұмыс күні ішінде қаралады`)).toEqual([duration(amount, "working-day")]);
      }),
    );
  });
});

describe("a term that stands alone, in words", () => {
  it("is a rule", () => {
    const passage = passageOf("Отыз минут");
    const clause: Provision = { type: "clause", path: "clause-1", cite: "1-тармақ", service: 1, passage };
    const tree: Provision = { type: "act", path: "act", cite: "", children: [clause] };
    const { value } = extract(tree, { document: "x.txt", sha256: "", content: passage.text }, grammar);
    expect(value).toMatchObject([{ kind: "deadline", amount: 30, unit: "minute" }]);
  });
});
