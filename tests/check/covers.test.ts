import { describe, expect, it } from "vitest";
import type { Request } from "../../src/check/request.ts";
import { Library } from "../../src/library/library.ts";
import type { RefusalRule, Rule } from "../../src/model/rule.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { checkLetter } from "../../src/report/check/letter.ts";
import { Names } from "../../src/report/names.ts";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";

/**
 * Shaped after resolution № 3/561 of Almaty, regulation 3: clause 14 asks for the paper of identity, clause 15 for an
 * application, and by clause 17 1) a request is not taken where the requirements of clause 14 are not met.
 */
const papers: readonly Rule[] = [
  { id: "r/14", kind: "document", path: "clause-14", cite: "14-тармақ", document: "identity-document" },
  { id: "r/15", kind: "document", path: "clause-15", cite: "15-тармақ", document: "application" },
];
const ground: RefusalRule = {
  id: "r/17",
  kind: "refusal",
  stage: "intake",
  path: "clause-17/item-1",
  cite: "17-тармақ 1) тармақша",
  quote: "осы Регламенттің 14-тармағында көрсетілген талаптар орындалмағанда",
  aboutDocuments: "missing",
};
const rules: readonly Rule[] = [...papers, { ...ground, covers: ["clause-14"] }];
const vocabulary = readVocabulary();

const judged = (documents: Request["documents"], book: readonly Rule[] = rules): Verdict =>
  new Library([{ file: "r.json", sha256: "", book: { id: "r", rules: book } }], vocabulary).judge({
    service: "r",
    channel: "provider",
    submitted: "2025-03-17T10:00",
    ...(documents === undefined ? {} : { documents }),
  });

const codeOf = ({ reasons }: Verdict, rule: string): string | undefined =>
  reasons.find((reason) => reason.rule === rule)?.code;

describe("a ground that consists in missing documents", () => {
  it("is about the documents of the provisions that its words name, and no others", () => {
    const verdict = judged([{ type: "identity-document", validUntil: "2030-01-01" }]);
    expect(verdict.verdict).toBe("incomplete");
    expect(codeOf(verdict, "r/17")).toBe("ground-does-not-hold");
    expect(codeOf(judged([{ type: "application" }]), "r/17")).toBe("ground-holds");
  });

  it.each(["kk", "ru", "en"] as const)("is not cited where what it names is there: %s", (language) => {
    const names = new Names(vocabulary, language);
    const letter = checkLetter(judged([{ type: "identity-document", validUntil: "2030-01-01" }]), {
      service: "r",
      names,
    });
    expect(letter).not.toContain("орындалмағанда");
    expect(letter).toContain("15");
  });

  it("asks for no fact of a document that it is not about", () => {
    const open = judged([{ type: "identity-document" }, { type: "application" }]);
    expect(codeOf(open, "r/17")).toBe("ground-unknown");
    const other = judged([{ type: "identity-document" }], [...papers, { ...ground, covers: ["clause-15"] }]);
    expect(codeOf(other, "r/17")).toBe("ground-holds");
  });

  it("is about every document where its words name no provision", () => {
    const verdict = judged([{ type: "identity-document", validUntil: "2030-01-01" }], [...papers, ground]);
    expect(codeOf(verdict, "r/17")).toBe("ground-holds");
  });
});
