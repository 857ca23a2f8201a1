import { describe, expect, it } from "vitest";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";
import { Library } from "../../src/library/library.ts";
import { Trouble } from "../../src/model/trouble.ts";
import type { Condition, FactValue } from "../../src/model/condition.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Verdict } from "../../src/model/verdict.ts";

const vocabulary = readVocabulary();
/** Consent to take the data of the identity paper from the digital documents service: it stands in for the paper. */
const consent: Condition = { fact: "consent.identityData", operator: "equal", value: true };

/**
 * Shaped after order № 99, annex 2, clause 7: the data are taken with consent. What refuses is told in row 9 of the list of
 * requirements, and neither a missing consent to this nor data that no system has are among it.
 */
const judged = (given: FactValue | undefined, rule: Rule, documents: readonly string[] = []): Verdict =>
  new Library([{ file: "r.json", sha256: "", book: { id: "r", rules: [rule] } }], vocabulary).judge({
    service: "r",
    channel: "portal",
    submitted: "2025-03-17T10:00",
    ...(given === undefined ? {} : { facts: { "consent.identityData": given } }),
    documents: documents.map((type) => ({ type, validUntil: "2030-01-01" })),
  });

const eligibility: Rule = { id: "r/7", kind: "eligibility", cite: "7-тармақ", when: consent };
const ground: Rule = { id: "r/9", kind: "refusal", stage: "service", cite: "9", when: { not: consent } };

describe("a fact that only stands in for a paper", () => {
  it.each([eligibility, ground])(
    "asks for the paper where it does not hold, and refuses nobody: %o",
    (rule) => {
      const without = judged(false, rule);
      expect(without.verdict).toBe("incomplete");
      expect(without.missingDocuments).toEqual([
        { oneOf: [{ document: "identity-document", state: "missing" }], rules: [rule.id] },
      ]);
      expect(judged(false, rule, ["identity-document"]).verdict).toBe("admit");
      expect(judged(true, rule).verdict).toBe("admit");
      expect(judged(undefined, rule).undetermined).toEqual(["consent.identityData"]);
    },
  );

  it("is as good as another fact where the rule says so: the paper is asked for where neither holds", () => {
    // As in the lists of requirements: with a digital signature, or by a one-time password.
    const rule: Rule = {
      ...eligibility,
      when: { any: [consent, { fact: "applicant.hasIin", operator: "equal", value: true }] },
    };
    const withIin = (has: boolean): Verdict =>
      new Library([{ file: "r.json", sha256: "", book: { id: "r", rules: [rule] } }], vocabulary).judge({
        service: "r",
        channel: "portal",
        submitted: "2025-03-17T10:00",
        facts: { "consent.identityData": false, "applicant.hasIin": has },
        documents: [],
      });
    expect(withIin(true).verdict).toBe("admit");
    expect(withIin(false).verdict).toBe("incomplete");
    expect(judged(true, rule).verdict).toBe("admit");
  });

  it("cannot be judged by together with others: such a book is refused", () => {
    const rule: Rule = {
      ...eligibility,
      when: { all: [consent, { fact: "applicant.hasIin", operator: "equal", value: true }] },
    };
    expect(() => judged(true, rule)).toThrow(Trouble);
  });
});
