import { expect, it } from "vitest";
import { auditText } from "../../../src/report/audit/text.ts";
import { audited, HOURS, lawful, mappingOf, term } from "./lawful.ts";

const BARE = lawful([HOURS]);
const ROWS = "a submitted 2026-02-02T10:00; a result-issued 2026-02-24T12:00";

it("a finding on a provision of the general law cites it in every language, and brings the law's words as its own", async () => {
  // No term of its own: 15 working days (Administrative Procedural Code, art. 76(1)); Monday 2 February 2026 leads to the 23rd.
  const { findings } = await audited(ROWS, [BARE]);
  expect(findings.find(({ rule }) => rule === "kz-law/appk/76-1")).toMatchObject({
    outcome: "late",
    cite: "АППК, ст. 76(1)",
    cites: { kk: "ӘРПК, 76-бап 1-тармақ", en: "APPC, art. 76(1)" },
  });
  expect(findings.some(({ quote }) => quote?.by === "hand")).toBe(false);
});

it("a report cites it in the reader's language", async () => {
  const { summary } = await audited(ROWS, [BARE]);
  expect(auditText(summary, "kk")).toContain("ӘРПК, 76-бап 1-тармақ");
  expect(auditText(summary, "ru")).toContain("АППК, ст. 76(1)");
  expect(auditText(summary, "en")).toContain("APPC, art. 76(1)");
  expect(auditText(summary, "kk")).not.toContain("АППК");
});

it("the law's words come in the languages in which they are at hand; a rule of a book has none of its own language alone", async () => {
  const extended =
    "a submitted 2026-02-02T10:00; a extended 2026-02-04T10:00; a result-issued 2026-03-02T12:00";
  const { findings } = await audited(extended, [lawful([HOURS, term()])], mappingOf(["extended"]));
  expect(findings.find(({ rule }) => rule === "kz-law/appk/76-3")).toMatchObject({
    outcome: "met",
    lawWords: { ru: "не более чем до двух месяцев со дня принятия такого решения" },
  });
  const [own] = findings.filter(({ rule }) => rule === "term");
  expect(own).not.toHaveProperty("cites");
  expect(own).not.toHaveProperty("lawWords");
});
