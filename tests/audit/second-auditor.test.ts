import { describe, expect, it } from "vitest";
import { size } from "../size.ts";
import { compare, type Difference, programWords, secondWords } from "./second-auditor/comparison.ts";
import { lawfulLog } from "./second-auditor/lawful-cases.ts";
import type { LogLine } from "./second-auditor/log.ts";
import { messyLog } from "./second-auditor/messy-cases.ts";
import { programFindings } from "./second-auditor/program.ts";
import { linesOf, REDUCED } from "./second-auditor/reduced-cases.ts";
import { withFacts } from "./second-auditor/told-facts.ts";
import { IN_CASES, SERVICES } from "./second-auditor/services.ts";

/** Messy cases of each service: 120,000 in all at full size. */
const CASES = size(500, 20_000);
/** Cases of each service with the general law beneath: some messy, and some with the events that the law speaks of. */
const LAWFUL = size(150, 5_000);

/**
 * The program beside an auditor of its own kind, with its own calendar and its own arithmetic: written from DESIGN.md and the
 * acts by somebody who had not read `src/audit` or `src/calendar`. Its part on the general law came later, from the laws' own
 * words, by somebody who knew ours. Where they differ, one is wrong.
 */
describe.each(SERVICES)("a second auditor of $service", (audited) => {
  it(`tells the same of ${CASES} messy cases`, async () => {
    const lines = messyLog(audited, CASES, 1);
    const { findings, differences } = await compare(audited, lines, false);
    expect(findings).toBeGreaterThan(CASES);
    expect(differences.map((difference) => shown(difference, lines))).toEqual([]);
  });

  const reduced = REDUCED.filter(({ service }) => service === audited.service);

  it("tells the same of the smallest cases on which they differed", async () => {
    const lines = reduced.flatMap(linesOf);
    const { differences } = await compare(audited, lines, false);
    expect(differences.map((difference) => shown(difference, lines))).toEqual([]);
  });

  it("tells of them what the law and DESIGN.md make of them", async () => {
    const found = await programFindings(audited, reduced.flatMap(linesOf), false);
    for (const { name, gives = [] } of reduced) {
      const rules = gives.map((each) => each.slice(each.indexOf(" ") + 1));
      const told = found
        .filter((finding) => finding.case === name)
        .flatMap(({ outcome, rule }) =>
          rules.filter((each) => rule?.endsWith(each)).map((each) => `${outcome} ${each}`),
        );
      expect([name, ...new Set(told)].sort()).toEqual([name, ...gives].sort());
    }
  });
});

/**
 * The same with the general law beneath, which the second auditor has from the laws' own words: registration, addressees of
 * complaints, forwarding, extension, return, dispatch, hearings, grounds, suspensions without basis, the last day's hour.
 */
describe.each(SERVICES)("a second auditor of $service by the general law", (audited) => {
  it.each([
    ["messy cases", messyLog],
    ["cases with the events that the law speaks of", lawfulLog],
  ] as const)(`tells the same of ${LAWFUL} %s`, async (_, logOf) => {
    const lines = logOf(audited, LAWFUL, 11);
    const { findings, differences } = await compare(audited, lines, true);
    expect(findings).toBeGreaterThan(LAWFUL);
    expect(differences.map((difference) => shown(difference, lines))).toEqual([]);
  });
});

describe("a second auditor of terms that are of some cases alone", () => {
  it(`tells the same of ${LAWFUL} messy cases whose rows tell much, little, two things, or nothing that can be read`, async () => {
    const lines = withFacts(messyLog(IN_CASES, LAWFUL, 21), 21);
    const { findings, differences } = await compare(IN_CASES, lines, false);
    expect(findings).toBeGreaterThan(LAWFUL / 2);
    expect(differences.map((difference) => shown(difference, lines))).toEqual([]);
  });
});

/** A difference as a person reads it: the lines of the case, and what only the one and only the other tells. */
const shown = ({ case: name, program, second }: Difference, lines: readonly LogLine[]) => ({
  lines: lines.filter((line) => line.case === name).map((line) => Object.values(line).join(" ")),
  program: program.map(programWords),
  second: second.map(secondWords),
});
