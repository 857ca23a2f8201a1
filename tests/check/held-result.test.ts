import { describe, expect, it } from "vitest";
import type { AssertedFinding } from "../../src/check/request.ts";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";
import { Library } from "../../src/library/library.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { checkLetter } from "../../src/report/check/letter.ts";
import { checkText } from "../../src/report/check/text.ts";
import { Names } from "../../src/report/names.ts";

/** Shaped after resolution № 3/561 of Almaty, regulation 4, clause 13: the service stands still until debts are paid. */
const rules: readonly Rule[] = [
  {
    id: "r/13",
    kind: "refusal",
    stage: "service",
    cite: "13-тармақ",
    quote: "мемлекеттік қызмет алушының қызмет берушінің алдындағы қаржылай немесе өзге де берешектері",
    when: { fact: "finding.debtToProvider", operator: "equal", value: true },
    effect: "hold",
  },
];
const vocabulary = readVocabulary();
const debt: AssertedFinding = {
  fact: "finding.debtToProvider",
  holds: true,
  by: "n",
  at: "2025-03-17T10:00:00+05:00",
};

const judged = (findings: readonly AssertedFinding[] = []): Verdict =>
  new Library([{ file: "r.json", sha256: "", book: { id: "r", rules } }], vocabulary).judge({
    service: "r",
    channel: "provider",
    submitted: "2025-03-17T10:00",
    findings,
  });

describe("a ground that only holds the result back", () => {
  it("refuses nobody: the request is admitted, and the reason says what keeps the result back", () => {
    const verdict = judged([debt]);
    expect(verdict.verdict).toBe("admit");
    expect(verdict.reasons[0]).toMatchObject({ outcome: "hold", code: "result-held", cite: "13-тармақ" });
    expect(judged().reasons[0]).toMatchObject({ outcome: "pass", code: "result-not-held" });
  });

  it.each([
    ["kk", "Мына негіздер жойылғанға дейін нәтиже берілмейді:"],
    ["ru", "Результат не выдаётся, пока не отпадут следующие основания:"],
    ["en", "The result is held back until these grounds fall away:"],
  ] as const)("is told in the receipt with its citation: %s", (language, words) => {
    const names = new Names(vocabulary, language);
    const letter = checkLetter(judged([debt]), { service: "r", names });
    expect(letter).toContain(words);
    expect(letter.slice(letter.indexOf(words))).toContain("13");
    expect(checkLetter(judged(), { service: "r", names })).not.toContain(words);
  });

  it("is told in the verdict's text, and not as something against the request", () => {
    const paint = { strong: String, faint: String, good: String, bad: String, doubtful: String };
    const text = checkText(judged([debt]), "r", new Names(vocabulary, "en"), { paint, verbose: false });
    expect(text).toContain("Holds the result back");
    expect(text).not.toContain("Against the request");
  });
});
