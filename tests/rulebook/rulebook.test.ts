import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { Trouble } from "../../src/model/trouble.ts";
import { canonical } from "../../src/rulebook/canonical.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-rulebook-"));

function fileWith(text: string): string {
  const file = join(folder, "book.json");
  writeFileSync(file, text);
  return file;
}

const HANDWRITTEN = {
  id: "xx-passport",
  zone: "Europe/Tallinn",
  rules: [
    {
      kind: "deadline",
      amount: 30,
      unit: "day",
      fromEvent: "submitted",
      toEvent: "result-issued",
      cite: "§ 7 (1)",
    },
    {
      kind: "deadline",
      amount: 2,
      unit: "hour",
      fromEvent: "arrived",
      toEvent: "submitted",
      cite: "§ 7 (2)",
    },
    { kind: "deadline", amount: 1, unit: "month", fromEvent: "complaint-filed", cite: "§ 9" },
  ],
};

function troubleOf(book: unknown): Trouble {
  try {
    readRulebook(fileWith(typeof book === "string" ? book : JSON.stringify(book)));
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
  throw new Error("no trouble");
}

const withRule = (change: object): unknown => ({
  ...HANDWRITTEN,
  rules: [HANDWRITTEN.rules[0], { ...HANDWRITTEN.rules[1], id: "xx-passport/wait", ...change }],
});

describe("a rulebook written by hand", () => {
  it("is whole with three deadline rules and a zone", () => {
    const book = readRulebook(fileWith(JSON.stringify(HANDWRITTEN)));
    expect(book.rules.map(({ id }) => id)).toEqual([
      "xx-passport/deadline/1",
      "xx-passport/deadline/2",
      "xx-passport/deadline/3",
    ]);
    expect(book.zone).toBe("Europe/Tallinn");
  });

  it.each([
    [
      "a unit of its own",
      withRule({ unit: "fortnight" }),
      "rule 2 (xx-passport/wait), field unit",
      /one of "second"/,
    ],
    [
      "a field misspelt",
      withRule({ fromEvnt: "x" }),
      "rule 2 (xx-passport/wait)",
      /"fromEvnt", which is not known/,
    ],
    [
      "a needed field misspelt",
      withRule({ amount: undefined, amuont: 2 }),
      "rule 2 (xx-passport/wait)",
      /"amount".*"amuont"/,
    ],
    ["no citation", withRule({ cite: undefined }), "rule 2 (xx-passport/wait)", /must have "cite"/],
    [
      "a kind of its own",
      withRule({ kind: "wish" }),
      "rule 2 (xx-passport/wait), field kind",
      /one of "deadline"/,
    ],
    ["a zone that is a number", { ...HANDWRITTEN, zone: 5 }, "/zone", /must be string/],
    ["no rules", { id: "x" }, "the whole file", /must have "rules"/],
    [
      "an id used twice",
      withRule({ id: "xx-passport/deadline/1" }),
      "rule 2 (xx-passport/deadline/1), field id",
      /once/,
    ],
    [
      "a conflict with nobody",
      withRule({ conflictsWith: ["nobody"] }),
      "rule 2 (xx-passport/wait), field conflictsWith/0",
      /"nobody"/,
    ],
    ["half a JSON", '{"id": "x", ', undefined, /no JSON/],
  ])("is refused with the place and what was expected: %s", (_, book, place, message) => {
    const trouble = troubleOf(book);
    expect(trouble.at.file).toBe(join(folder, "book.json"));
    expect(trouble.at.place).toBe(place);
    expect(trouble.message).toMatch(message);
  });
});

describe("the canonical form", () => {
  const book = readRulebook(fileWith(JSON.stringify(HANDWRITTEN)));

  it("says the same", () => {
    expect(JSON.parse(canonical(book))).toEqual(book);
  });

  it("does not depend on the order of keys", () => {
    const turned = JSON.parse(JSON.stringify(book), (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as typeof book;
    expect(canonical(turned)).toBe(canonical(book));
  });

  it("gives every field of a rule a line, so that a changed term is one changed line", () => {
    const before = canonical(book).split("\n");
    const [first, ...rest] = book.rules;
    const after = canonical({
      ...book,
      rules: [{ ...first!, amount: 15 } as (typeof book.rules)[0], ...rest],
    }).split("\n");
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toEqual(['      "amount": 15,']);
  });
});
