import { describe, expect, it } from "vitest";
import type { FactValue } from "../../src/model/condition.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { Library } from "../../src/library/library.ts";
import { checkLetter } from "../../src/report/check/letter.ts";
import { checkText } from "../../src/report/check/text.ts";
import { worded } from "../../src/report/check/worded.ts";
import { Names } from "../../src/report/names.ts";

const library = openLibrary();
const { vocabulary } = library;
const LANGUAGES = ["kk", "ru", "en"] as const;

/**
 * Resolution № 3/561 of Almaty, regulation 4: the first issue takes 15 working days from the decision of the commission or the
 * head (clause 5), a duplicate one month from the day on which the application came (clause 14, third part).
 */
function judged(forDuplicate: FactValue | undefined): Verdict {
  const isDuplicate = forDuplicate === true;
  return library.judge({
    service: "kz-almaty-2013-3-561/4",
    channel: "provider",
    submitted: "2014-03-17T10:00",
    facts: {
      "applicant.trainedByProvider": true,
      "applicant.passedFinalAttestation": true,
      "applicant.byRepresentative": false,
      ...(forDuplicate === undefined ? {} : { "request.forDuplicate": forDuplicate }),
    },
    documents: isDuplicate
      ? ["application", "payment-document", "loss-certificate", "loss-publication"].map((type) => ({ type }))
      : [{ type: "identity-card", validUntil: "2030-01-01" }, { type: "clearance-sheet" }],
  });
}

const letterOn = (verdict: Verdict, language: (typeof LANGUAGES)[number]): string =>
  checkLetter(verdict, { service: "s", names: new Names(vocabulary, language) });

const waitingOf = ({ waiting }: Verdict): unknown =>
  waiting.map(({ amount, unit, startsAt }) => [amount, unit, startsAt]);

describe("a term that the request does not start", () => {
  it("is told with the event that starts it", () => {
    const first = judged(false);
    expect(first.verdict).toBe("admit");
    expect(first.deadlines).toEqual([]);
    expect(waitingOf(first)).toEqual([[15, "working-day", "step:decision"]]);
    expect(first.waiting[0]?.startsWith).toMatch(/шешімі қабылданған күннен бастап$/u);
  });

  it.each([
    ["kk", "15 жұмыс күні; мерзім мына оқиғадан басталады: шешім қабылданды", "1-тарау, 5-тармақ"],
    ["ru", "15 рабочих дней; срок начинается, когда наступит событие: принятие решения", "глава 1, пункт 5"],
    ["en", "15 working days; the term starts when this happens: decision made", "chapter 1, clause 5"],
  ] as const)("is in the receipt, which does not say that no term is set: %s", (language, words, cite) => {
    const letter = letterOn(judged(false), language);
    expect(letter).toContain(words);
    expect(letter).toContain(cite);
    expect(letter).not.toMatch(/белгіленбеген|не установлен\.|set no term/u);
  });

  it.each([
    ["kk", "шешім қабылданды"],
    ["ru", "принятие решения"],
    ["en", "decision made"],
  ] as const)("is in the verdict's text, its reason and its JSON: %s", (language, event) => {
    const verdict = judged(false);
    const names = new Names(vocabulary, language);
    const paint = { strong: String, faint: String, good: String, bad: String, doubtful: String };
    expect(checkText(verdict, "s", names, { paint, verbose: false })).toContain(event);
    const { waiting, reasons } = worded(verdict, names);
    expect(waiting[0]?.sentence).toContain(event);
    expect(reasons.find(({ rule }) => rule === waiting[0]?.rule)?.sentence).toContain(event);
  });

  it("starts with a request that is the event: 17 March and one month is 17 April", () => {
    const duplicate = judged(true);
    expect(duplicate.verdict).toBe("admit");
    expect(duplicate.deadlines.map(({ amount, unit, due }) => [amount, unit, due?.slice(0, 10)])).toEqual([
      [1, "month", "2014-04-17"],
    ]);
    for (const language of LANGUAGES) expect(letterOn(duplicate, language)).toMatch(/17/u);
  });

  it("waits where nobody says whether the request is the event, and is none of another request's", () => {
    const codes = (verdict: Verdict): unknown =>
      verdict.reasons.filter(({ rule }) => rule.endsWith("clause-14/paragraph-3")).map(({ code }) => code);
    expect(codes(judged(true))).toEqual(["term-starts"]);
    expect(codes(judged(false))).toEqual(["term-of-other-requests"]);
    expect(codes(judged(undefined))).toEqual(["term-stands"]);
    expect(waitingOf(judged(undefined))).toEqual([
      [15, "working-day", "step:decision"],
      [1, "month", "step:duplicate-requested"],
    ]);
  });

  it.each([
    [{ from: "шарт жасалған күннен бастап" }, "«шарт жасалған күннен бастап»"],
    [
      { fromEvent: "step:nobody-named-it", from: "шарт жасалған күннен бастап" },
      "«шарт жасалған күннен бастап»",
    ],
    [{}, "from when the term runs, the rules do not say"],
  ])(
    "is told in the act's words where its event has no name, and else that nobody says: %o",
    (start, words) => {
      const rules = [
        {
          id: "r/1",
          kind: "deadline",
          subject: "service",
          amount: 5,
          unit: "working-day",
          cite: "5",
          ...start,
        },
      ] as readonly Rule[];
      const made = new Library([{ file: "r.json", sha256: "", book: { id: "r", rules } }], vocabulary);
      const verdict = made.judge({ service: "r", channel: "post", submitted: "2025-03-17T10:00" });
      const letter = letterOn(verdict, "en");
      expect(letter).toContain(words);
      expect(letter).not.toMatch(/step:|set no term/u);
    },
  );
});
