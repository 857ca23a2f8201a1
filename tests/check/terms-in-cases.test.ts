import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { compile } from "../../src/compile/compile.ts";
import { check } from "../../src/check/check.ts";
import { askedFacts } from "../../src/form/asked-facts.ts";
import type { Condition, FactValue } from "../../src/model/condition.ts";
import type { DeadlineRule, Rule } from "../../src/model/rule.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { checkLetter } from "../../src/report/check/letter.ts";
import { checkText } from "../../src/report/check/text.ts";
import { Names } from "../../src/report/names.ts";
import { WrittenTerms } from "../../src/server/api/written-terms.ts";
import { canonicalJson } from "../../src/model/canonical-json.ts";
import { ByteWriter } from "../../src/model/byte-writer.ts";

const { vocabulary } = openLibrary();
const LEGAL: Condition = { fact: "applicant.personType", operator: "equal", value: "legal-person" };

const term = (id: string, fields: Partial<DeadlineRule>): Rule => ({
  id,
  kind: "deadline",
  subject: "service",
  unit: "working-day",
  amount: 1,
  cite: id,
  fromEvent: "submitted",
  toEvent: "result-issued",
  ...fields,
});

/** Three working days for a company, five for a person; an answer of a commission, which waits for its sitting, for a company alone. */
const BOOK = {
  id: "b",
  zone: "Asia/Almaty",
  calendar: "kz",
  rules: [
    term("company", { amount: 3, when: LEGAL }),
    term("person", { amount: 5, when: { not: LEGAL } }),
    term("commission", { amount: 2, fromEvent: "step:sitting", when: LEGAL }),
    term("always", { subject: "step", toEvent: "registered" }),
  ],
};

function judged(personType?: FactValue): Verdict {
  const { timetable, zone } = bookAtWork(BOOK);
  return check(
    compile(BOOK, vocabulary),
    {
      service: "b",
      channel: "portal",
      submitted: "2025-06-02T10:00+05:00",
      facts: personType === undefined ? {} : { "applicant.personType": personType },
    },
    {
      zone,
      timetable: timetable("portal"),
      rulebook: { id: "b", standing: "in-force", unread: "unknown" },
    },
  );
}

const due = ({ deadlines }: Verdict): unknown[] =>
  deadlines.map(({ rule, due: ends, unknown, missing }) => [rule, ends ?? unknown, ...(missing ?? [])]);
const outcomes = ({ reasons }: Verdict): unknown[] =>
  reasons.map(({ rule, outcome, code }) => [rule, outcome, code]);

describe("a term that is of some requests alone", () => {
  it("is told where its condition holds: 5 June and, Friday the 6th being Qurban ait, 10 June to their ends", () => {
    const company = judged("legal-person");
    expect(due(company)).toEqual([
      ["company", "2025-06-06T00:00:00+05:00"],
      ["always", "2025-06-04T00:00:00+05:00"],
    ]);
    expect(company.waiting.map(({ rule }) => rule)).toEqual(["commission"]);
    expect(outcomes(company)).toEqual([
      ["company", "pass", "term-starts"],
      ["person", "pass", "term-of-other-cases"],
      ["commission", "pass", "term-stands"],
      ["always", "pass", "term-starts"],
    ]);
    const person = judged("natural-person");
    expect(due(person)[0]).toEqual(["person", "2025-06-11T00:00:00+05:00"]);
    expect(person.waiting).toEqual([]);
  });

  it("is said to be unknown, with the fact that would tell, where nobody has told it", () => {
    const open = judged();
    expect(open.verdict).toBe("admit");
    expect(due(open)).toEqual([
      ["company", "case-unknown", "applicant.personType"],
      ["person", "case-unknown", "applicant.personType"],
      ["always", "2025-06-04T00:00:00+05:00"],
    ]);
    expect(open.waiting.map(({ rule, missing }) => [rule, missing])).toEqual([
      ["commission", ["applicant.personType"]],
    ]);
    expect(open.reasons[0]).toMatchObject({
      outcome: "unknown",
      code: "term-case-unknown",
      missing: ["applicant.personType"],
    });
  });

  it.each(["kk", "ru", "en"] as const)(
    "names the fact in the text, and promises nothing in the letter: %s",
    (language) => {
      const names = new Names(vocabulary, language);
      const paint = { strong: String, faint: String, good: String, bad: String, doubtful: String };
      const fact = names.fact("applicant.personType").slice(1);
      const text = checkText(judged(), "s", names, { paint, verbose: false });
      // Of both terms of the request, of that which waits, and beside their reasons.
      expect(text.split(fact).length - 1).toBeGreaterThanOrEqual(6);
      const letter = checkLetter(judged(), { service: "s", names });
      expect(letter).not.toMatch(/\b[35] (?:working|рабоч|жұмыс)/u);
    },
  );

  it("has its fact asked for by the form of every channel, and of steps alone none", () => {
    const asked = (book: typeof BOOK): unknown[] => {
      const plan = compile(book, vocabulary);
      return askedFacts(
        plan,
        "portal",
        () => true,
        () => false,
      ).facts.map(({ fact, when }) => [fact.id, when]);
    };
    expect(asked(BOOK)).toEqual([["applicant.personType", "always"]]);
    const ofAStep = term("step", { subject: "step", fromEvent: "step:sitting", when: LEGAL });
    expect(asked({ ...BOOK, rules: [ofAStep] })).toEqual([]);
  });

  it("is written the same by the server", () => {
    const deadlines = [...judged().deadlines, ...judged("legal-person").deadlines];
    const writer = new ByteWriter();
    new WrittenTerms().write(deadlines, writer);
    expect(writer.take().toString()).toBe(canonicalJson(deadlines));
  });
});
