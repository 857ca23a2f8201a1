import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { Library } from "../../src/library/library.ts";
import { sentence } from "../../src/report/check/sentence.ts";
import { Names } from "../../src/report/names.ts";

const { vocabulary, calendars } = openLibrary();

/** Open from 9 to 18 from Monday to Friday; what comes after hours is taken on the next working day. */
const office: readonly Rule[] = [
  {
    id: "r/1",
    kind: "hours",
    cite: "1",
    who: "provider",
    days: [1, 2, 3, 4, 5],
    open: "09:00",
    close: "18:00",
  },
  { id: "r/2", kind: "rollover", cite: "2" },
  { id: "r/3", kind: "document", cite: "3", document: "identity-card" },
];
/** Order № 99, annex 2, clause 10: «қолданылу мерзімі өтіп кеткен құжаттарды ұсынған жағдайларда … бас тартады». */
const expired: Rule = { id: "r/10", kind: "refusal", stage: "intake", cite: "10", aboutDocuments: "expired" };

const judged = (submitted: string, rules: readonly Rule[]): Verdict =>
  new Library(
    [{ file: "r.json", sha256: "", book: { id: "r", zone: "Asia/Almaty", calendar: "kz", rules } }],
    vocabulary,
    calendars,
  ).judge({
    service: "r",
    channel: "portal",
    submitted,
    documents: [{ type: "identity-card", validUntil: "2025-03-17" }],
  });

const seenIn = ({ reasons }: Verdict): unknown => reasons[2]?.documents?.[0];

describe("a card that is good when the request is made and not when it is taken", () => {
  it("is good where a ground is about who hands in expired papers: the day of handing in decides", () => {
    // Monday evening: taken on Tuesday, 18 March.
    const verdict = judged("2025-03-17T20:00", [...office, expired]);
    expect(verdict.verdict).toBe("admit");
    expect(seenIn(verdict)).toEqual({
      document: "identity-card",
      state: "present",
      validUntil: "2025-03-17",
      takenOn: "2025-03-18",
      decidedBy: { rule: "r/10", cite: "10" },
    });
  });

  it("is perhaps good where no ground says which day decides", () => {
    const verdict = judged("2025-03-17T20:00", office);
    expect(verdict.verdict).toBe("undetermined");
    expect(verdict.undetermined).toEqual(["documents.identity-card.validUntil"]);
  });

  it("is simply good where the request is taken on its day, and expired on the day after", () => {
    for (const rules of [office, [...office, expired]]) {
      expect(judged("2025-03-17T10:00", rules).verdict).toBe("admit");
      expect(judged("2025-03-18T10:00", rules).verdict).toBe("incomplete");
      expect(seenIn(judged("2025-03-17T10:00", rules))).not.toHaveProperty("takenOn");
    }
  });

  it.each(["kk", "ru", "en"] as const)("is told so in the reason: %s", (language) => {
    const names = new Names(vocabulary, language);
    for (const rules of [office, [...office, expired]]) {
      const [, , reason] = judged("2025-03-17T20:00", rules).reasons;
      expect(reason === undefined ? "" : sentence(reason, names)).toContain("18.03.2025");
    }
  });
});
