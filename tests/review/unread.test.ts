import { expect, test } from "vitest";
import type { LedgerEntry } from "../../src/model/ledger.ts";
import { isOpen } from "../../src/model/ledger.ts";
import type { Decision } from "../../src/review/decision.ts";
import type { Reading } from "../../src/review/reading.ts";
import { review } from "../../src/review/review.ts";
import { ask, readingOf } from "./regulation.ts";

const DUTY = "Қызметкер құпияны сақтауға міндетті.";
const ADDRESS = "Мекенжайы: Абай көшесі, 5-7-үй.";

/** A regulation of two clauses, none of which was read, laid out with this line width. */
function unreadReading(first = DUTY, second = ADDRESS, width = 1000): Reading {
  const reading = readingOf(
    [first, second].map((words, index) => ({ path: `clause-${index + 1}`, words })),
    width,
  );
  const ledger = reading.leaves.map(({ path, cite, passage }): LedgerEntry => ({
    path,
    cite,
    service: 1,
    lines: [1, 1],
    spans: passage.runs.map(({ source }) => source),
    quote: passage.text,
    account: "unread",
    rules: [],
    reason: "words",
    risk: "low",
  }));
  return { ...reading, ledger };
}

const openIn = (decisions: readonly Decision[], reading: Reading): string[] =>
  review(decisions, reading)
    .unread.filter(isOpen)
    .map(({ entry }) => entry.path);

const dismissDuty = { action: "dismiss", path: "clause-1", words: DUTY, why: "binds the staff" } as const;

test("a place that was dismissed is kept with who said so and why; the others wait", () => {
  const reading = unreadReading();
  const decisions = ask([], reading, dismissDuty);
  const [first, second] = review(decisions, reading).unread;
  expect(first?.dismissed).toMatchObject([{ by: "Aigul", why: "binds the staff" }]);
  expect(second?.dismissed).toEqual([]);
  expect(openIn(decisions, reading)).toEqual(["clause-2"]);
});

test("a dismissal follows its words through another layout, and no changed word", () => {
  const decisions = ask([], unreadReading(), dismissDuty);
  const both = ask(decisions, unreadReading(), { ...dismissDuty, path: "clause-2", words: ADDRESS });
  expect(openIn(both, unreadReading(DUTY, ADDRESS, 12))).toEqual([]);
  expect(openIn(both, unreadReading(DUTY.replace("міндетті", "міндетті емес")))).toEqual(["clause-1"]);
  // 5-7 and 57 differ by a hyphen, which counts between digits.
  expect(openIn(both, unreadReading(DUTY, ADDRESS.replace("5-7", "57")))).toEqual(["clause-2"]);
  expect(openIn(both, unreadReading(ADDRESS, DUTY))).toEqual(["clause-1", "clause-2"]);
});

test("words that are not unread there cannot be dismissed", () => {
  const reading = unreadReading();
  expect(() => ask([], reading, { ...dismissDuty, path: "clause-2" })).toThrow("nothing-unread: clause-2");
  expect(() => ask([], reading, { ...dismissDuty, words: "Қызметкер" })).toThrow("nothing-unread");
});

test("who dismissed a place can undo it, and it is asked for again", () => {
  const reading = unreadReading();
  const decisions = ask([], reading, dismissDuty);
  const [made] = decisions;
  const undone = ask(decisions, reading, { action: "undo", undoes: made?.id ?? "" });
  expect(openIn(undone, reading)).toEqual(["clause-1", "clause-2"]);
});

test("a place that two people dismissed stays so while one of them holds to it", () => {
  const reading = unreadReading();
  const one = ask([], reading, dismissDuty);
  const two = ask(one, reading, dismissDuty, "Bolat");
  const undone = ask(two, reading, { action: "undo", undoes: one[0]?.id ?? "" });
  expect(review(undone, reading).unread[0]?.dismissed.map(({ by }) => by)).toEqual(["Bolat"]);
});

test("anybody reopens a place that others dismissed, with a line more and none less; it can be dismissed anew", () => {
  const reading = unreadReading();
  const dismissed = ask(ask([], reading, dismissDuty), reading, dismissDuty, "Bolat");
  const reopen = { ...dismissDuty, action: "reopen", why: "it binds the applicant too" } as const;
  const reopened = ask(dismissed, reading, reopen, "Serik");
  expect(reopened.slice(0, dismissed.length)).toEqual(dismissed);
  expect(openIn(reopened, reading)).toEqual(["clause-1", "clause-2"]);
  const again = ask(reopened, reading, dismissDuty, "Bolat");
  expect(review(again, reading).unread[0]?.dismissed.map(({ by }) => by)).toEqual(["Bolat"]);
});

test("what nobody has dismissed cannot be reopened, and a reopening can be undone", () => {
  const reading = unreadReading();
  const reopen = { ...dismissDuty, action: "reopen" } as const;
  expect(() => ask([], reading, reopen)).toThrow("not-dismissed: clause-1");
  const reopened = ask(ask([], reading, dismissDuty), reading, reopen, "Serik");
  const undone = ask(reopened, reading, { action: "undo", undoes: reopened.at(-1)?.id ?? "" }, "Serik");
  expect(openIn(undone, reading)).toEqual(["clause-2"]);
});

test("words that a person made a rule of are no longer unread", () => {
  const reading = unreadReading();
  const decisions = ask([], reading, {
    action: "add",
    words: DUTY,
    values: { kind: "refusal", stage: "service", path: "clause-1", cite: "1" },
  });
  const [first] = review(decisions, reading).unread;
  expect(first?.rules).toEqual(["kz-x-1/1/refusal/clause-1"]);
  expect(openIn(decisions, reading)).toEqual(["clause-2"]);
});
