import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../src/model/canonical-json.ts";
import type { Decision, RuleDecision } from "../../src/review/decision.ts";
import { isOnRule } from "../../src/review/decision.ts";
import type { Request } from "../../src/review/request.ts";
import { review } from "../../src/review/review.ts";
import { ask, type Provided, readingOf } from "./regulation.ts";

const REGULATION: readonly Provided[] = [
  {
    path: "clause-1",
    words: "Қызмет 3 (үш) жұмыс күні ішінде көрсетіледі.",
    rules: [{ kind: "deadline", subject: "service", amount: 3, unit: "working-day" }],
  },
  { path: "clause-2", words: "Қызмет тегін көрсетіледі.", rules: [{ kind: "fee", free: true }] },
  { path: "clause-3", words: "Өтініш берушінің қолы болмаса, бас тартылады." },
];
const reading = readingOf(REGULATION);
const TERM = "kz-x-1/1/deadline/clause-1";
const FREE = "kz-x-1/1/fee/clause-2";
const asked = ask([], reading, { action: "four-eyes", asked: true }, "Aigul");
const accepted = (decisions: readonly Decision[]): string[] =>
  review(decisions, reading).accepted.map(({ id }) => id);
const by = (start: readonly Decision[], ...said: readonly (readonly [string, Request])[]): Decision[] =>
  said.reduce<Decision[]>((all, [who, request]) => ask(all, reading, request, who), [...start]);
const accept = (rule: string): Request => ({ action: "accept", rule });

describe("by four eyes a rule", () => {
  test("judges once a second person has accepted the same, and waits until then", () => {
    const one = by(asked, ["Aigul", accept(TERM)]);
    expect(review(one, reading)).toMatchObject({ accepted: [], unconfirmed: [TERM], fourEyes: true });
    const two = by(one, ["Bolat", accept(TERM)]);
    expect(review(two, reading)).toMatchObject({
      accepted: [{ id: TERM, review: { by: "Aigul, Bolat" } }],
      unconfirmed: [],
    });
  });

  test("is not confirmed by the same person once more, under a name written otherwise either", () => {
    expect(
      accepted(by(asked, ["Aigul", accept(TERM)], ["Aigul", accept(TERM)], ["aigul ", accept(TERM)])),
    ).toEqual([]);
  });

  test("that was edited needs the other's acceptance of the edit", () => {
    const edit: Request = { action: "edit", rule: TERM, fields: { amount: 5 } };
    const edited = by(asked, ["Aigul", accept(TERM)], ["Bolat", edit]);
    expect(review(edited, reading)).toMatchObject({ accepted: [], disagreements: [TERM] });
    expect(review(by(edited, ["Aigul", accept(TERM)]), reading).accepted).toMatchObject([{ amount: 5 }]);
  });

  test("that two disagree on is settled by a third, or by one who takes up the other's word, not by one's own", () => {
    const edit: Request = { action: "edit", rule: TERM, fields: { amount: 5 } };
    const open = by(asked, ["Aigul", accept(TERM)], ["Bolat", edit]);
    const own = { action: "settle", rule: TERM, decision: open.at(-1)!.id, why: "so it says" } as const;
    const others = { ...own, decision: open.at(-2)!.id };
    expect(review(by(open, ["Bolat", own]), reading)).toMatchObject({ accepted: [], unconfirmed: [TERM] });
    expect(review(by(open, ["Bolat", others]), reading).accepted).toMatchObject([
      { amount: 3, review: { by: "Aigul, Bolat" } },
    ]);
    expect(review(by(open, ["Serik", own]), reading).accepted).toMatchObject([
      { amount: 5, review: { by: "Bolat, Serik" } },
    ]);
  });

  test("that a person added waits too; its words are no longer unread meanwhile", () => {
    const add: Request = {
      action: "add",
      words: "қолы болмаса, бас тартылады",
      values: { kind: "refusal", stage: "service", path: "clause-3", cite: "3" },
    };
    const added = by(asked, ["Bolat", add]);
    const rule = "kz-x-1/1/refusal/clause-3";
    expect(review(added, reading)).toMatchObject({ accepted: [], unconfirmed: [rule] });
    expect(accepted(by(added, ["Aigul", accept(rule)]))).toEqual([rule]);
  });

  test("waits again once one of the two has undone", () => {
    const two = by(asked, ["Aigul", accept(TERM)], ["Bolat", accept(TERM)]);
    const undone = by(two, ["Bolat", { action: "undo", undoes: two.at(-1)!.id }]);
    expect(review(undone, reading)).toMatchObject({ accepted: [], unconfirmed: [TERM] });
  });

  test("whose words changed is accepted by two anew", () => {
    const two = by(asked, ["Aigul", accept(TERM)], ["Bolat", accept(TERM)]);
    const changed = readingOf([
      {
        ...REGULATION[0]!,
        words: "Қызмет 7 (жеті) жұмыс күні ішінде көрсетіледі.",
        rules: [{ kind: "deadline", subject: "service", amount: 7, unit: "working-day" }],
      },
      ...REGULATION.slice(1),
    ]);
    expect(review(two, changed).stale).toEqual([TERM]);
    const one = ask(two, changed, accept(TERM), "Aigul");
    expect(review(one, changed)).toMatchObject({ accepted: [], unconfirmed: [TERM] });
    expect(review(ask(one, changed, accept(TERM), "Bolat"), changed).accepted).toMatchObject([{ amount: 7 }]);
  });
});

describe("four eyes", () => {
  test("are asked for by one, and lifted by two who say so, not by one who says it twice or undoes it", () => {
    const no: Request = { action: "four-eyes", asked: false };
    const one = by(asked, ["Bolat", no], ["Bolat", no]);
    expect(review(one, reading).fourEyes).toBe(true);
    expect(review(by(one, ["Aigul", no]), reading).fourEyes).toBe(false);
    expect(() => by(asked, ["Aigul", { action: "undo", undoes: asked[0]!.id }])).toThrow("needs-two");
    const again: Request = { action: "four-eyes", asked: true };
    expect(review(by(one, ["Aigul", no], ["Serik", again]), reading).fourEyes).toBe(true);
  });
});

/** What one of two people does next; where it is refused, nothing. */
type Act = readonly [
  who: string,
  what: "accept" | "edit" | "reject" | "settle" | "undo" | "comment",
  rule: string,
  pick: number,
];
const acts = fc.array(
  fc.tuple(
    fc.constantFrom("Aigul", "Bolat"),
    fc.constantFrom("accept", "edit", "reject", "settle", "undo", "comment"),
    fc.constantFrom(TERM, FREE),
    fc.nat(5),
  ) satisfies fc.Arbitrary<Act>,
  { maxLength: 24 },
);

function requestOf([who, what, rule, pick]: Act, decisions: readonly Decision[]): Request | undefined {
  switch (what) {
    case "accept":
      return { action: "accept", rule };
    case "edit":
      return {
        action: "edit",
        rule,
        fields: rule === TERM ? { amount: 3 + (pick % 2) } : { free: pick % 2 === 0 },
      };
    case "reject":
      return { action: "reject", rule, why: "no rule" };
    case "comment":
      return { action: "comment", rule, text: `word ${pick}` };
    case "settle": {
      const known = review(decisions, reading).decided.find((one) => one.rule === rule);
      const chosen = known?.positions[pick % Math.max(known.positions.length, 1)];
      return chosen && { action: "settle", rule, decision: chosen.id, why: "so it says" };
    }
    case "undo": {
      const own = decisions.filter((one) => one.by === who);
      const chosen = own[pick % Math.max(own.length, 1)];
      return chosen && { action: "undo", undoes: chosen.id };
    }
  }
}

function played(all: readonly Act[]): Decision[] {
  return all.reduce<Decision[]>((decisions, act) => {
    const request = requestOf(act, decisions);
    if (request === undefined) return decisions;
    try {
      return ask(decisions, reading, request, act[0]);
    } catch {
      return decisions;
    }
  }, []);
}

/** Told apart from the program: each person's last decision on a rule that no undo, itself not undone, has taken back. */
function lastWords(decisions: readonly Decision[], rule: string): RuleDecision[] {
  const isVoid = (id: string): boolean =>
    decisions.some((one) => one.action === "undo" && one.undoes === id && !isVoid(one.id));
  const standing = decisions.filter(isOnRule).filter((one) => one.rule === rule && !isVoid(one.id));
  return ["Aigul", "Bolat"].flatMap((who) => standing.filter((one) => one.by === who).slice(-1));
}

describe("whatever two people do, in whatever order", () => {
  test("by four eyes a rule judges where both last said the same of it, and nowhere else", () => {
    fc.assert(
      fc.property(acts, (all) => {
        const decisions = played(all);
        const now = review(decisions, reading, { fourEyes: true });
        for (const rule of [TERM, FREE]) {
          const words = lastWords(decisions, rule);
          const values = words.map((one) => ("values" in one ? canonicalJson(one.values) : "rejected"));
          const both = values.length === 2 && values[0] === values[1] && values[0] !== "rejected";
          expect(now.accepted.some(({ id }) => id === rule)).toBe(both);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("four eyes take rules from those that judge and add none; each that is taken waits for a second person", () => {
    fc.assert(
      fc.property(acts, (all) => {
        const decisions = played(all);
        const [plain, strict] = [review(decisions, reading), review(decisions, reading, { fourEyes: true })];
        expect(plain.unconfirmed).toEqual([]);
        expect([...strict.accepted.map(({ id }) => id), ...strict.unconfirmed].sort()).toEqual(
          plain.accepted.map(({ id }) => id).sort(),
        );
        expect(strict.disagreements).toEqual(plain.disagreements);
      }),
      { numRuns: 200 },
    );
  });

  test("the order of the lines changes nothing, and undoing all of it leaves nothing decided", () => {
    fc.assert(
      fc.property(acts, fc.nat(), (all, seed) => {
        const decisions = played(all);
        const expected = canonicalJson(review(decisions, reading, { fourEyes: true }));
        const turned = [...decisions.slice(seed % (decisions.length + 1)), ...decisions].reverse();
        expect(canonicalJson(review(turned, reading, { fourEyes: true }))).toBe(expected);
        const undone = decisions.reduceRight<Decision[]>(
          (left, { id, by: who }) => ask(left, reading, { action: "undo", undoes: id }, who),
          [...decisions],
        );
        const after = review(undone, reading);
        expect([after.accepted, after.decided, after.threads]).toEqual([[], [], []]);
      }),
      { numRuns: 100 },
    );
  });
});
