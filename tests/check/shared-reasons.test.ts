import fc from "fast-check";
import { expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { Memory } from "../../src/check/memory.ts";
import type { Request } from "../../src/check/request.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Reason } from "../../src/model/verdict.ts";
import { madeBook, VOCABULARY } from "./made-books.ts";

const setting = { rulebook: { id: "made", standing: "in-force", unread: "unknown" } } as const;

const request: fc.Arbitrary<Request> = fc.record(
  {
    service: fc.constant("made"),
    channel: fc.constantFrom("provider", "portal"),
    submitted: fc.constant("2025-03-17T10:00Z"),
    facts: fc.record(
      {
        a: fc.boolean(),
        b: fc.boolean(),
        who: fc.constantFrom("x", "y", "z", "not-one-of-them"),
        age: fc.integer({ min: 0, max: 20 }),
      },
      { requiredKeys: [] },
    ),
    documents: fc.array(
      fc.record(
        {
          type: fc.constantFrom("paper", "card", "photo"),
          validUntil: fc.constantFrom("2020-01-01", "2030-01-01"),
        },
        { requiredKeys: ["type"] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ["service", "channel", "submitted"] },
);

/** Whether something may be in a reason that few applicants share: an age, a day. */
const isPersonal = ({ facts, documents = [] }: Reason): boolean =>
  facts.some(({ fact }) => fact === "age") || documents.some(({ validUntil }) => validUntil !== undefined);

/** A value that throws when somebody writes into it, or into anything that it holds. */
function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return value;
  Object.freeze(value);
  for (const held of Object.values(value)) frozen(held);
  return value;
}

it("a reason is shared between verdicts where nothing in it is the applicant's own, and only there; the plan stays as it is", () => {
  fc.assert(
    fc.property(madeBook, fc.array(request, { minLength: 2, maxLength: 8 }), (book, requests) => {
      const plan = frozen(compile(book, VOCABULARY));
      const sharing = { ...setting, memory: new Memory(book.rules.length) };
      const seen = new Map<Reason, string>();
      for (const each of requests) {
        const twice = [check(plan, each, sharing), check(plan, each, sharing)] as const;
        for (const [index, reason] of twice[0].reasons.entries()) {
          expect(twice[1].reasons[index] === reason).toBe(!isPersonal(reason));
          expect(twice[1].reasons[index]).toEqual(reason);
          // What is shared says of a later request what a plan that has seen no other says.
          const before = seen.get(reason);
          if (before !== undefined) expect(JSON.stringify(reason)).toBe(before);
          seen.set(reason, JSON.stringify(reason));
        }
        expect(twice[0]).toEqual(check(compile(book, VOCABULARY), each, setting));
      }
    }),
    { numRuns: 200 },
  );
});
