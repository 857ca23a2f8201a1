import { describe, expect, it } from "vitest";
import { size } from "../size.ts";
import { compare, programWords, secondWords } from "./second-auditor/comparison.ts";
import { explanations, KNOWN } from "./second-auditor/known-differences.ts";
import { messyLog } from "./second-auditor/messy-cases.ts";
import { linesOf, REDUCED } from "./second-auditor/reduced-cases.ts";
import { bookOf, SERVICES } from "./second-auditor/services.ts";

/** Messy cases of each service: 120,000 in all at full size. */
const CASES = size(500, 20_000);

/** Of so many cases in a hundred every finding is the same; `report.ts` counts by reason. */
const AGREEING = 80;

/**
 * The program beside an auditor of its own kind: written from DESIGN.md, the acts and the law alone by somebody who had
 * not read `src/audit` or `src/calendar`, with its own calendar and its own arithmetic. Where they differ, either is
 * wrong; in what the program is known to be, KNOWN says why, and nothing else may differ.
 */
describe.each(SERVICES)("a second auditor of $service", (audited) => {
  const { service } = audited;
  const book = bookOf(service);

  it(`tells the same of ${CASES} messy cases, but for what is known`, async () => {
    const lines = messyLog(audited, CASES, 1);
    const { findings, differences } = await compare(audited, lines);
    const why = explanations(book, lines, differences);
    const unexplained = differences
      .filter((difference) => why.get(difference.case)?.has(undefined) ?? true)
      .map((difference) => ({
        lines: lines
          .filter((line) => line.case === difference.case)
          .map((line) => Object.values(line).join(" ")),
        program: difference.program.map(programWords),
        second: difference.second.map(secondWords),
      }));
    expect(findings).toBeGreaterThan(CASES);
    expect(unexplained).toEqual([]);
    expect(differences.length).toBeLessThan((CASES * (100 - AGREEING)) / 100);
  });

  it("tells the same of the smallest cases on which they differed, but for what is known", async () => {
    const reduced = REDUCED.filter((each) => each.service === service);
    const lines = reduced.flatMap(linesOf);
    const { differences } = await compare(audited, lines);
    const why = explanations(book, lines, differences);
    // An entry of KNOWN that has been mended is told here: take it out, and `known` out of its smallest case.
    const expected = reduced.flatMap(({ name, known }) => (known === undefined ? [] : [[name, known]]));
    const found = reduced.flatMap(({ name }) => [...(why.get(name) ?? [])].map((known) => [name, known]));
    expect(found).toEqual(expected);
  });
});

it("has a smallest case of everything that is known to differ", () => {
  const shown = new Set(REDUCED.map(({ known }) => known));
  expect(KNOWN.filter(({ name }) => !shown.has(name))).toEqual([]);
});
