import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { corpusReadings, readText } from "./corpus.ts";

const of = (file: string): readonly Finding[] =>
  corpusReadings()
    .get(file)!
    .findings.filter(({ code }) => code === "extract/reference");

/** Where the references of a clause lead. */
const ledFrom = (file: string, path: string): unknown[] =>
  of(file)
    .filter(({ where }) => where.in === "text" && where.path === path)
    .map(({ details }) => [details?.["words"], details?.["leadsTo"]]);

describe("references inside the file", () => {
  it("to an annex with the list of papers lead to that list", () => {
    expect(ledFrom("002_b0c7419236df1d07.txt", "annex-1/chapter-2/clause-9")).toEqual([
      ["1-қосымшаға", "annex-1/annex-1/table/row-8"],
    ]);
  });

  it("to the only annex need no number", () => {
    expect(ledFrom("002_b0c7419236df1d07.txt", "annex-3/chapter-2/clause-9")).toEqual([
      ["қосымшаға", "annex-3/annex-1/table/row-8"],
    ]);
  });

  it("to a clause of the list of requirements lead to its row", () => {
    expect(ledFrom("002_b0c7419236df1d07.txt", "annex-2/chapter-3/clause-14/paragraph-3")).toEqual([
      ["8-тармағына", "annex-2/annex-1/table/row-8"],
    ]);
  });

  it("to a clause of the same regulation lead there, in each regulation to its own", () => {
    for (const number of [1, 2])
      expect(ledFrom("001_d712d3f1c4521fe5.txt", `regulation-${number}/chapter-2/clause-15`)).toEqual([
        ["12-тармағында", `regulation-${number}/chapter-2/clause-12`],
      ]);
  });

  it("name the rules that make them; those to other acts lead nowhere", () => {
    for (const [file, { candidates, findings }] of corpusReadings()) {
      const ids = new Set(candidates.map(({ id }) => id));
      for (const { code, details } of findings) {
        if (code !== "extract/reference") continue;
        for (const rule of details?.["rules"] as string[]) expect(ids.has(rule), rule).toBe(true);
        expect(String(details?.["leadsTo"]), file).not.toBe("");
      }
    }
    expect(of("004_82c2e7e009269d65.txt")).toEqual([]);
  });
});

/** A regulation of nine clauses with two annexes: the table of requirements, and one with clauses of its own. */
const regulation = (words: string): string =>
  [
    "# «Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларын бекіту туралы",
    "Балық министрінің 2024 жылғы 1 наурыздағы № 7 бұйрығына 1-қосымша",
    "**«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидалары**",
    "**1-тарау. Жалпы ережелер**",
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `${number}. Көл туралы ${number} сөз.`),
    `9. Қызмет беруші балықты ${words} үш жұмыс күні ішінде қарайды.`,
    "«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларына 1-қосымша",
    [
      "| № | Талап | Мазмұны |",
      "| --- | --- | --- |",
      "| 1 | Көрсетілетін қызметті берушінің атауы | Министрлік |",
      "| 2 | Мемлекеттік қызметті ұсыну тәсілдері | Портал |",
      "| 3 | Мемлекеттік қызмет көрсету мерзімі | 3 жұмыс күні |",
      "| 4 | Мемлекеттік қызмет көрсету нысаны | Қағаз |",
      "| 5 | Мемлекеттік қызмет көрсету нәтижесі | Рұқсат |",
      "| 6 | Төлем мөлшері | Тегін |",
      "| 7 | Жұмыс графигі | Дүйсенбіден жұмаға дейін 9.00-ден 18.00-ге дейін |",
      "| 8 | Мемлекеттік қызметті көрсету үшін қажетті құжаттардың тізбесі | өтініш |",
    ].join("\n"),
    "«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларына 2-қосымша",
    "**Көлдер**",
    "7. Көл таза.",
    "8. Өзен таза.",
    "14. Теңіз таза.",
  ].join("\n\n");

const ledBy = (words: string): unknown[] =>
  readText(regulation(words), "made-up.md")
    .findings.filter(({ code }) => code === "extract/reference")
    .map(({ details }) => details?.["leadsTo"]);

describe("a number behind an annex", () => {
  const table = "annex-1/annex-1/table";
  it.each([
    ["осы Қағидалардың 8-тармағына сәйкес", ["annex-1/chapter-1/clause-8"]],
    ["осы Қағидаларға 1-қосымшаның 8-тармағына сәйкес", ["annex-1/annex-1", `${table}/row-8`]],
    ["осы Қағидаларға 1-қосымшаның 8-жолында көрсетілген", ["annex-1/annex-1", `${table}/row-8`]],
    ["осы Тізбеде 8-тармақта көрсетілген", [`${table}/row-8`]],
    ["осы Тізбедегі 8-тармақта көрсетілген", [`${table}/row-8`]],
    ["осы Қағидаларға 2-қосымшаның 8-тармағына сәйкес", ["annex-1/annex-2", "annex-1/annex-2/clause-8"]],
  ])("%s", (words, leads) => {
    expect([...new Set(ledBy(words))].sort()).toEqual([...leads].sort());
  });

  it.each([
    ["that the annex does not have", "осы Қағидаларға 1-қосымшаның 9-тармағына сәйкес", ["annex-1/annex-1"]],
    ["of an annex that is not there", "осы Қағидаларға 5-қосымшаның 8-тармағына сәйкес", []],
    ["of which it is not told whose it is", "осы Қағидаларға қосымшаға сәйкес 8-тармақта көрсетілген", []],
    ["that only an annex has", "осы Қағидалардың 14-тармағына сәйкес", []],
    ["of a row that no annex is named for", "осы Қағидалардың 8-жолында көрсетілген", []],
  ])("%s is never a clause of the rules", (_, words, leads) => {
    expect(ledBy(words)).toEqual(leads);
  });
});
