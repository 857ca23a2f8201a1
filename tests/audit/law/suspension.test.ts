import { describe, expect, it } from "vitest";
import { audited, HOURS, lawful, mappingOf, term, told } from "./lawful.ts";

const BOOK = lawful([HOURS, term()]);
// Monday 8 September 2025: the fifth working day is Monday the 15th; with two days that stood still, Wednesday the 17th.
const paused = (id: string, done: string): string =>
  `${id} submitted 2025-09-08T10:00; ${id} suspended 2025-09-10T10:00; ${id} resumed 2025-09-11T10:00
   ${id} result-issued ${done}T12:00`;

describe("a suspension without a clause that allows it", () => {
  it("stops the clock, and is told of with the due time that holds without it", async () => {
    const { findings } = await audited([paused("a", "2025-09-12"), paused("b", "2025-09-17")].join("\n"), [
      BOOK,
    ]);
    expect(told(findings, "term").sort()).toEqual([
      "a met",
      "a suspension-without-basis met-without-it",
      "b met",
      "b suspension-without-basis late-without-it",
    ]);
    const [found] = findings.filter(({ outcome }) => outcome === "suspension-without-basis");
    expect(found).toMatchObject({ due: "2025-09-16T00:00:00+05:00", cite: "clause 1" });
    expect(findings.find(({ outcome }) => outcome === "met")?.due).toBe("2025-09-18T00:00:00+05:00");
  });

  it.each([
    ["the rulebook cites one", lawful([HOURS, term()], { suspends: [{ cite: "clause 12" }] }), mappingOf()],
    ["the mapping cites one", BOOK, mappingOf([], { suspensionBasis: "Law on something, art. 7" })],
    ["the general law is left out", lawful([HOURS, term()], { law: "none" }), mappingOf()],
  ])("is not told of where %s", async (_, book, mapping) => {
    const { findings } = await audited(paused("b", "2025-09-17"), [book], mapping);
    expect(told(findings, "term")).toEqual(["b met"]);
  });
});
