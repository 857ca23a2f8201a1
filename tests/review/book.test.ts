import { describe, expect, it } from "vitest";
import { faults } from "../../src/files/validate.ts";
import type { NotHeld } from "../../src/model/not-held.ts";
import { bookState } from "../../src/review/book-state.ts";
import { activeDecisions } from "../../src/review/active.ts";
import type { Decision } from "../../src/review/decision.ts";
import { decisionFor, type Request } from "../../src/review/request.ts";
import { review } from "../../src/review/review.ts";
import { ask, readingOf } from "./regulation.ts";

const reading = readingOf([{ path: "clause-1", words: "Қызмет тегін." }]);
const state = (decisions: readonly Decision[]) => bookState(activeDecisions(decisions));
const told = (requests: readonly (readonly [by: string, request: Request])[]): readonly Decision[] =>
  requests.reduce<Decision[]>((made, [by, request]) => ask(made, reading, request, by), []);

const NINE: NotHeld = { kinds: ["document"], what: "Стандарттың 9-тармағы", cite: "6-тармақ" };
const TEN: NotHeld = { kinds: ["refusal"], what: "Стандарттың 10-тармағы", cite: "3-тармақ" };

describe("pointers and remarks of a book", () => {
  it("are told, replaced in their place, and withdrawn; each such line passes the schema", () => {
    const decisions = told([
      ["A", { action: "not-held", notHeld: NINE }],
      ["A", { action: "not-held", notHeld: TEN }],
      ["B", { action: "not-held", notHeld: { ...NINE, kinds: ["document", "deadline"] }, instead: NINE }],
      ["A", { action: "remark", remark: "one" }],
      ["B", { action: "remark", remark: "two" }],
      ["B", { action: "remark", remark: "first", instead: "one" }],
      ["A", { action: "withdraw", notHeld: TEN, why: "at hand" }],
      ["A", { action: "withdraw", remark: "two", why: "said elsewhere" }],
    ]);
    expect(decisions.flatMap((one) => faults("decision", one))).toEqual([]);
    const { notHeld, fields, withdrawn } = state(decisions);
    expect(notHeld).toEqual([{ ...NINE, kinds: ["document", "deadline"] }]);
    expect(fields.remarks).toEqual(["first"]);
    expect(withdrawn.pointers.map(({ what, decision }) => [what, decision.by])).toEqual([[TEN, "A"]]);
    expect(withdrawn.remarks.map(({ what }) => what)).toEqual(["two"]);
  });

  it("come back when the withdrawal is undone, or when somebody tells them anew", () => {
    const before = told([
      ["A", { action: "not-held", notHeld: NINE }],
      ["B", { action: "withdraw", notHeld: NINE, why: "at hand" }],
    ]);
    const undone = ask([...before], reading, { action: "undo", undoes: before[1]?.id ?? "" }, "B");
    expect(state(undone).notHeld).toEqual([NINE]);
    const again = ask([...before], reading, { action: "not-held", notHeld: NINE }, "A");
    expect(state(again)).toMatchObject({ notHeld: [NINE], withdrawn: { pointers: [] } });
  });

  it("cannot take the place of what the book does not say: somebody else has changed it meanwhile", () => {
    const now = { review: review([], reading), reading, decisions: [] };
    const teller = { by: "A", at: "2026-11-24T10:00:00Z", version: "v1" };
    expect(decisionFor({ action: "remark", remark: "new", instead: "old" }, now, teller)).toEqual({
      refused: "not-told",
      what: "old",
    });
  });

  it("follow a list of remarks that was told as a whole", () => {
    const decisions = told([
      ["A", { action: "book", book: { remarks: ["one", "two"] } }],
      ["B", { action: "remark", remark: "three" }],
      ["B", { action: "withdraw", remark: "one", why: "wrong" }],
    ]);
    expect(state(decisions).fields.remarks).toEqual(["two", "three"]);
    expect(state(decisions).disagreements).toEqual([]);
  });
});

describe("fields of a book", () => {
  it("are taken away by null, which is a word like another", () => {
    const decisions = told([
      ["A", { action: "book", book: { zone: "Asia/Oral", week: 6 } }],
      ["A", { action: "book", book: { week: null } }],
    ]);
    expect(decisions.flatMap((one) => faults("decision", one))).toEqual([]);
    expect(state(decisions)).toMatchObject({ fields: { zone: "Asia/Oral" }, disagreements: [] });
    expect(Object.hasOwn(state(decisions).fields, "week")).toBe(false);
  });

  it("on which two people differ are settled one by one: settling one leaves the other open", () => {
    const both = told([
      ["A", { action: "book", book: { zone: "Asia/Oral", week: 6 } }],
      ["B", { action: "book", book: { zone: "Asia/Almaty", week: 5 } }],
    ]);
    expect(state(both).disagreements.map(({ field }) => field)).toEqual(["week", "zone"]);
    const settles = both.map(({ id }) => id);
    const settled = ask([...both], reading, { action: "book", book: { zone: "Asia/Oral" }, settles }, "B");
    expect(state(settled).disagreements.map(({ field }) => field)).toEqual(["week"]);
    expect(state(settled).fields.zone).toBe("Asia/Oral");
  });
});
