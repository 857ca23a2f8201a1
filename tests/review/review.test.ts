import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "../../src/review/decision.ts";
import { review } from "../../src/review/review.ts";
import { canonicalJson } from "../../src/model/canonical-json.ts";
import { ask, type Provided, readingOf } from "./regulation.ts";

const TERM = "Мемлекеттік көрсетілетін қызмет 1 (бір) жұмыс күні ішінде көрсетіледі.";
const WAITING = "Құжаттарды тапсыру үшін күтудің рұқсат етілген ең ұзақ уақыты 30 (отыз) минут.";
const FREE = "Мемлекеттік қызмет жеке тұлғаларға тегін көрсетіледі.";
const REGULATION: readonly Provided[] = [
  {
    path: "annex-1/clause-10",
    words: TERM,
    rules: [{ kind: "deadline", subject: "service", amount: 1, unit: "working-day" }],
  },
  {
    path: "annex-1/clause-11",
    words: WAITING,
    rules: [{ kind: "deadline", subject: "waiting", amount: 30, unit: "minute" }],
  },
  { path: "annex-1/clause-12", words: FREE, rules: [{ kind: "fee", free: true }] },
];
const ID = {
  term: "kz-x-1/1/deadline/annex-1/clause-10",
  waiting: "kz-x-1/1/deadline/annex-1/clause-11",
  free: "kz-x-1/1/fee/annex-1/clause-12",
};

function allAccepted(provided = REGULATION): Decision[] {
  const reading = readingOf(provided);
  return reading.candidates.reduce<Decision[]>(
    (decisions, one) => ask(decisions, reading, { action: "accept", rule: one.id }),
    [],
  );
}
const ids = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id);
const changed = (path: string, change: Partial<Provided>): Provided[] =>
  REGULATION.map((one) => (one.path === path ? { ...one, ...change } : one));

test("nothing judges before somebody has accepted it", () => {
  const now = review([], readingOf(REGULATION));
  expect(now.accepted).toEqual([]);
  expect(ids(now.waiting)).toEqual([ID.term, ID.waiting, ID.free]);
});

test("an accepted rule has its id, its words and who accepted it", () => {
  const reading = readingOf(REGULATION);
  const decisions = ask([], reading, { action: "accept", rule: ID.term });
  const now = review(decisions, reading);
  expect(now.accepted).toMatchObject([
    {
      id: ID.term,
      amount: 1,
      unit: "working-day",
      source: { quote: TERM },
      review: { status: "accepted", by: "Aigul" },
    },
  ]);
  expect(ids(now.waiting)).toEqual([ID.waiting, ID.free]);
});

test("an edit changes the fields it names, takes away those set to null, and leaves the rest", () => {
  const reading = readingOf(REGULATION);
  const decisions = ask([], reading, {
    action: "edit",
    rule: ID.term,
    fields: { fromEvent: "submitted", toEvent: "result-issued", subject: "handling" },
  });
  const again = ask(decisions, reading, { action: "edit", rule: ID.term, fields: { toEvent: null } });
  const [rule] = review(again, reading).accepted;
  expect(rule).toMatchObject({
    amount: 1,
    subject: "handling",
    fromEvent: "submitted",
    review: { status: "edited" },
  });
  expect(rule).not.toHaveProperty("toEvent");
});

test("a rejected candidate neither judges nor waits", () => {
  const reading = readingOf(REGULATION);
  const now = review(ask([], reading, { action: "reject", rule: ID.free, why: "not a rule" }), reading);
  expect(now.accepted).toEqual([]);
  expect(now.rejected).toEqual([ID.free]);
  expect(ids(now.waiting)).toEqual([ID.term, ID.waiting]);
});

test("undo is a decision; an undo that is undone has no effect", () => {
  const reading = readingOf(REGULATION);
  const accepted = ask([], reading, { action: "accept", rule: ID.term });
  const undone = ask(accepted, reading, { action: "undo", undoes: accepted.at(-1)!.id });
  expect(review(undone, reading).accepted).toEqual([]);
  expect(ids(review(undone, reading).waiting)).toContain(ID.term);
  const redone = ask(undone, reading, { action: "undo", undoes: undone.at(-1)!.id });
  expect(ids(review(redone, reading).accepted)).toEqual([ID.term]);
});

test("nobody undoes another's decision", () => {
  const reading = readingOf(REGULATION);
  const accepted = ask([], reading, { action: "accept", rule: ID.term }, "Aigul");
  expect(() => ask(accepted, reading, { action: "undo", undoes: accepted[0]!.id }, "Bolat")).toThrow(
    "not-yours",
  );
});

test("text laid out otherwise, with its words as they were, keeps every decision", () => {
  const decisions = allAccepted();
  for (const width of [20, 40, 77]) {
    const now = review(decisions, readingOf(REGULATION, width));
    expect(ids(now.accepted)).toEqual([ID.term, ID.waiting, ID.free]);
    expect([now.waiting, now.stale, now.lost]).toEqual([[], [], []]);
  }
});

test("a reader that repairs stretched letters, look-alike letters and dashes keeps every decision", () => {
  const damaged = changed("annex-1/clause-10", {
    words: TERM.replace("көрсетіледі", "к ө р с е т і л е д i").replace("1 (бір)", "1 – (бір)"),
  });
  const now = review(
    allAccepted(damaged),
    readingOf(changed("annex-1/clause-10", { words: TERM.replace("1 (бір)", "1 - (бір)") })),
  );
  expect(ids(now.accepted)).toEqual([ID.term, ID.waiting, ID.free]);
  expect(now.stale).toEqual([]);
});

test("words that moved to another clause take their decision and their id along", () => {
  const moved = changed("annex-1/clause-10", { path: "annex-1/clause-14" });
  const now = review(allAccepted(), readingOf(moved));
  const rule = now.accepted.find((one) => one.id === ID.term);
  expect(rule).toMatchObject({ path: "annex-1/clause-14", cite: "cite of annex-1/clause-14" });
  expect(now.waiting).toEqual([]);
});

test("words that were changed make the rule stale: it judges nobody until it is looked at again", () => {
  const longer = changed("annex-1/clause-10", {
    words: TERM.replace("1 (бір)", "3 (үш)"),
    rules: [{ kind: "deadline", subject: "service", amount: 3, unit: "working-day" }],
  });
  const decisions = allAccepted();
  const reading = readingOf(longer);
  const now = review(decisions, reading);
  expect(now.stale).toEqual([ID.term]);
  expect(ids(now.accepted)).toEqual([ID.waiting, ID.free]);
  const again = review(ask(decisions, reading, { action: "accept", rule: ID.term }, "Bolat"), reading);
  expect(again.accepted[0]).toMatchObject({ id: ID.term, amount: 3, review: { by: "Bolat" } });
  expect([again.stale, again.disagreements]).toEqual([[], []]);
});

test("words that are gone make the rule lost", () => {
  const now = review(allAccepted(), readingOf(REGULATION.slice(1)));
  expect(now.lost).toEqual([ID.term]);
  expect(ids(now.accepted)).toEqual([ID.waiting, ID.free]);
});

test("a reader that reads the same words otherwise changes no accepted rule, and it shows", () => {
  const misread = changed("annex-1/clause-10", {
    rules: [{ kind: "deadline", subject: "service", amount: 11, unit: "working-day" }],
  });
  const now = review(allAccepted(), readingOf(misread));
  expect(now.accepted[0]).toMatchObject({ id: ID.term, amount: 1 });
  expect(now.decided.filter((one) => one.reread).map((one) => one.rule)).toEqual([ID.term]);
});

test("a reader that takes fewer words of an unchanged clause keeps the decision", () => {
  const shorter = changed("annex-1/clause-10", {
    rules: [
      {
        kind: "deadline",
        subject: "service",
        amount: 1,
        unit: "working-day",
        quote: "1 (бір) жұмыс күні ішінде",
      },
    ],
  });
  const now = review(allAccepted(), readingOf(shorter));
  expect(ids(now.accepted)).toEqual([ID.term, ID.waiting, ID.free]);
  expect(now.accepted[0]?.source?.quote).toBe(TERM);
  expect(now.waiting).toEqual([]);
});

test("words added to a clause make its rule stale although the old words still stand", () => {
  const more = changed("annex-1/clause-10", {
    words: `${TERM.slice(0, -1)}, жолда болған уақытты қоспағанда.`,
  });
  expect(review(allAccepted(), readingOf(more)).stale).toEqual([ID.term]);
});

test("a candidate that the reader no longer sees keeps its rule while its words stand", () => {
  const blind = changed("annex-1/clause-10", { rules: [] });
  expect(ids(review(allAccepted(), readingOf(blind)).accepted)).toEqual([ID.term, ID.waiting, ID.free]);
});

test("several rules of one sentence are told apart when the reader finds one more before them", () => {
  const sentence =
    "Сұраныс 15 минут ішінде тіркеледі, 2 сағат ішінде қаралады және 3 күн ішінде жауап беріледі.";
  const step = (amount: number, unit: "minute" | "hour" | "day") =>
    ({ kind: "deadline", subject: "step", amount, unit }) as const;
  const before = readingOf([{ path: "c", words: sentence, rules: [step(2, "hour"), step(3, "day")] }]);
  const decisions = before.candidates.reduce<Decision[]>(
    (made, one) => ask(made, before, { action: "accept", rule: one.id }),
    [],
  );
  const after = readingOf([
    { path: "c", words: sentence, rules: [step(15, "minute"), step(2, "hour"), step(3, "day")] },
  ]);
  const now = review(decisions, after);
  expect(now.accepted.map((one) => [one.id, "amount" in one && one.amount])).toEqual([
    ["kz-x-1/1/deadline/c", 2],
    ["kz-x-1/1/deadline/c.b", 3],
  ]);
  expect(now.waiting).toMatchObject([{ amount: 15, id: "kz-x-1/1/deadline/c.c" }]);
  expect(now.decided.some((one) => one.reread)).toBe(false);
});

test("a rule added from the text follows its words and is not proposed again by a better reader", () => {
  const words = "Түстен кейін өтініш келесі жұмыс күні қабылданады.";
  const bare = [...REGULATION, { path: "annex-1/clause-13", words }];
  const reading = readingOf(bare);
  const values = { kind: "rollover", path: "annex-1/clause-13", cite: "13-тармақ" } as const;
  const decisions = ask(allAccepted(), reading, {
    action: "add",
    values,
    words: "өтініш келесі жұмыс күні қабылданады",
  });
  const added = "kz-x-1/1/rollover/annex-1/clause-13";
  expect(review(decisions, reading).accepted.at(-1)).toMatchObject({
    id: added,
    cite: "13-тармақ",
    review: { status: "added" },
  });
  const better = readingOf(
    [...REGULATION, { path: "annex-1/clause-13", words, rules: [{ kind: "rollover" }] }],
    30,
  );
  expect(ids(review(decisions, better).accepted)).toContain(added);
  expect(review(decisions, better).waiting).toEqual([]);
  const moved = readingOf([...REGULATION, { path: "annex-1/clause-20", words }]);
  expect(review(decisions, moved).accepted.at(-1)).toMatchObject({ id: added, path: "annex-1/clause-20" });
});

test("words that do not stand in the provision cannot be added", () => {
  const values = { kind: "rollover", path: "annex-1/clause-10", cite: "10" } as const;
  expect(() => ask([], readingOf(REGULATION), { action: "add", values, words: "келесі жұмыс күні" })).toThrow(
    "words-not-there",
  );
});

test("two who differ are both kept; neither judges until it is settled, and the settling is a decision", () => {
  const reading = readingOf(REGULATION);
  const one = ask([], reading, { action: "accept", rule: ID.term }, "Aigul");
  const two = ask(one, reading, { action: "edit", rule: ID.term, fields: { amount: 2 } }, "Bolat");
  const open = review(two, reading);
  expect(open.disagreements).toEqual([ID.term]);
  expect(open.accepted).toEqual([]);
  expect(open.decided[0]?.positions.map((position) => position.by)).toEqual(["Aigul", "Bolat"]);
  const settled = ask(
    two,
    reading,
    { action: "settle", rule: ID.term, decision: one[0]!.id, why: "the text says one" },
    "Bolat",
  );
  expect(review(settled, reading).accepted).toMatchObject([{ amount: 1 }]);
  expect(review(settled, reading).disagreements).toEqual([]);
  expect(settled.slice(0, 2)).toEqual(two);
});

test("what a person said before the word that was settled does not come back", () => {
  const reading = readingOf(REGULATION);
  const edit = (amount: number) => ({ action: "edit", rule: ID.term, fields: { amount } }) as const;
  const before = ask([], reading, edit(2), "Aigul");
  const open = ask(ask(before, reading, edit(3), "Aigul"), reading, edit(4), "Bolat");
  const decision = open.at(-2)!.id;
  const settled = ask(
    open,
    reading,
    { action: "settle", rule: ID.term, decision, why: "so it says" },
    "Bolat",
  );
  expect(review(settled, reading).disagreements).toEqual([]);
  expect(review(settled, reading).accepted).toMatchObject([{ amount: 3 }]);
});

test("two who say the same agree, and both names stand", () => {
  const reading = readingOf(REGULATION);
  const one = ask([], reading, { action: "accept", rule: ID.term }, "Aigul");
  const two = ask(one, reading, { action: "accept", rule: ID.term }, "Bolat");
  expect(review(two, reading).accepted).toMatchObject([{ review: { by: "Aigul, Bolat" } }]);
});

test("the order of the lines changes nothing", () => {
  const reading = readingOf(REGULATION);
  let decisions = allAccepted();
  decisions = ask(decisions, reading, { action: "edit", rule: ID.free, fields: { free: false } }, "Bolat");
  decisions = ask(decisions, reading, { action: "reject", rule: ID.waiting, why: "no" }, "Aigul");
  decisions = ask(decisions, reading, { action: "undo", undoes: decisions.at(-1)!.id }, "Aigul");
  const expected = canonicalJson(review(decisions, reading));
  fc.assert(
    fc.property(fc.shuffledSubarray(decisions, { minLength: decisions.length }), (shuffled) => {
      expect(canonicalJson(review([...shuffled, ...shuffled], reading))).toBe(expected);
    }),
  );
});

test("what is said of the book adds up; two who differ on a field are shown", () => {
  const reading = readingOf(REGULATION);
  let decisions = ask([], reading, { action: "book", book: { zone: "Asia/Oral", calendar: "kz" } }, "Aigul");
  decisions = ask(decisions, reading, { action: "book", book: { zone: "Asia/Almaty" } }, "Bolat");
  const { book } = review(decisions, reading);
  expect(book.fields).toEqual({ zone: "Asia/Almaty", calendar: "kz" });
  expect(book.disagreements.map(({ field }) => field)).toEqual(["zone"]);
  const settles = [decisions[0]!.id];
  const after = review(
    ask(
      decisions,
      reading,
      { action: "book", book: { zone: "Asia/Almaty" }, settles, why: "moved" },
      "Bolat",
    ),
    reading,
  );
  expect(after.book.disagreements).toEqual([]);
});
