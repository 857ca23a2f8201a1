import { describe, expect, it } from "vitest";
import type { Request } from "../../src/check/request.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { checkLetter } from "../../src/report/check/letter.ts";
import { sentence } from "../../src/report/check/sentence.ts";
import { Names } from "../../src/report/names.ts";

const library = openLibrary();

/**
 * Resolution № 3/561 of Almaty, regulation 3, clause 14: «жеке басын куәландыратын құжаты (он алты жасқа толмаған адамдар
 * үшін – туу туралы куәлігі)», and clause 15: an application.
 */
const judged = (age: number | undefined, ...papers: string[]): Verdict =>
  library.judge({
    service: "kz-almaty-2013-3-561/3",
    channel: "provider",
    submitted: "2014-03-17T10:00",
    facts: {
      "applicant.personType": "natural-person",
      ...(age === undefined ? {} : { "applicant.age": age }),
    },
    documents: ["application", ...papers].map((type): NonNullable<Request["documents"]>[number] =>
      type === "identity-document" ? { type, validUntil: "2030-01-01" } : { type },
    ),
  });

describe("a request of somebody whose age nobody tells, under which one of two papers is asked for", () => {
  it.each([
    ["identity-document", 16, "admit"],
    ["identity-document", 15, "incomplete"],
    ["birth-certificate", 15, "admit"],
    ["birth-certificate", 16, "incomplete"],
  ] as const)("with %s alone hangs on the age: %i years, %s", (paper, age, answer) => {
    const open = judged(undefined, paper);
    expect(open.verdict).toBe("undetermined");
    expect(open.undetermined).toEqual(["applicant.age"]);
    expect(judged(age, paper).verdict).toBe(answer);
  });

  it("with both is admitted, and with neither is incomplete, whatever the age", () => {
    expect(judged(undefined, "identity-document", "birth-certificate").verdict).toBe("admit");
    const neither = judged(undefined);
    expect([neither.verdict, neither.undetermined]).toEqual(["incomplete", []]);
    expect(neither.missingDocuments).toEqual([
      {
        oneOf: [
          {
            document: "identity-document",
            state: "missing",
            when: { fact: "applicant.age", operator: "greaterThanInclusive", value: 16 },
          },
          {
            document: "birth-certificate",
            state: "missing",
            when: { fact: "applicant.age", operator: "lessThan", value: 16 },
          },
        ],
        rules: [expect.stringMatching(/clause-14$/), expect.stringMatching(/clause-14\.b$/)],
      },
    ]);
  });

  it.each([
    ["kk", /жеке басын куәландыратын құжат \(.*16.*\) немесе туу туралы куәлік \(.*16.*\)/iu],
    ["ru", /документ, удостоверяющий личность \(.*16.*\) или свидетельство о рождении \(.*16.*\)/iu],
    ["en", /identity document \(.*16.*\) or birth certificate \(.*16.*\)/iu],
  ] as const)(
    "is told each paper with its condition, and the clause that asks for it: %s",
    (language, words) => {
      const letter = checkLetter(judged(undefined), {
        service: "s",
        names: new Names(library.vocabulary, language),
      });
      expect(letter).toMatch(words);
      expect(letter).toContain("14");
    },
  );

  it.each(["kk", "ru", "en"] as const)("has no sentence that ends in nothing: %s", (language) => {
    const names = new Names(library.vocabulary, language);
    for (const papers of [[], ["birth-certificate"], ["identity-document"]])
      for (const reason of judged(undefined, ...papers).reasons)
        expect(sentence(reason, names)).not.toMatch(/:\s*[.;]/u);
  });
});
