import { expect, test } from "vitest";
import { decidedShares } from "../../src/desk/decided-shares.ts";
import type { Account, LedgerEntry } from "../../src/model/ledger.ts";
import { review } from "../../src/review/review.ts";
import type { Decision } from "../../src/review/decision.ts";
import { ask, readingOf } from "../review/regulation.ts";

/** Ten letters, twenty, ten: read, plain and unread. */
const TERM = "он күнде он";
const WORDS = ["берілетін күні", "аааааааааа бббббббббб", "жжжжжжжжжж"];

const ACCOUNTS: readonly Account[] = ["rule", "plain", "unread"];
const base = readingOf([
  {
    path: "clause-1",
    words: TERM,
    rules: [{ kind: "deadline", subject: "service", amount: 10, unit: "calendar-day" }],
  },
  { path: "clause-2", words: WORDS[1]! },
  { path: "clause-3", words: WORDS[2]! },
]);
const ledger = base.leaves.map(({ path, cite, passage }, index): LedgerEntry => ({
  path,
  cite,
  service: 1,
  lines: [1, 1],
  spans: passage.runs.map(({ source }) => source),
  quote: passage.text,
  account: ACCOUNTS[index]!,
  rules: index === 0 ? base.candidates.map(({ id }) => id) : [],
  ...(index === 2 && { reason: "amount" as const, risk: "high" as const }),
}));
const reading = { ...base, ledger };

const shares = (decisions: readonly Decision[]) =>
  decidedShares([{ service: { reading } as never, review: review(decisions, reading) }]);

test("the shares of a text on which nobody has decided anything are those of its ledger", () => {
  expect(shares([])).toEqual({ letters: { rule: 9, plain: 20, unread: 10 }, places: 1, risky: 1 });
});

test("words that were dismissed are plain, and wait for nobody", () => {
  const dismissed = ask([], reading, {
    action: "dismiss",
    path: "clause-3",
    words: WORDS[2]!,
    reason: "named",
  });
  expect(shares(dismissed)).toEqual({ letters: { rule: 9, plain: 30, unread: 0 }, places: 0, risky: 0 });
});

test("words that a person made a rule of are a rule's; what is left of them is not", () => {
  const added = ask([], reading, {
    action: "add",
    words: WORDS[2]!.slice(0, 4),
    values: { kind: "refusal", stage: "service", path: "clause-3", cite: "3" },
  });
  expect(shares(added)).toMatchObject({ letters: { rule: 13, plain: 20, unread: 6 }, places: 0 });
});

test("words whose every rule was rejected are plain", () => {
  const rejected = ask([], reading, { action: "reject", rule: base.candidates[0]!.id, why: "no rule" });
  expect(shares(rejected).letters).toEqual({ rule: 0, plain: 29, unread: 10 });
});
