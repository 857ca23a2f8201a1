import { expect, it } from "vitest";
import { lookAlikes } from "../../src/lint/look-alikes.ts";

const edit = (start: number) => ({ kind: "replace-look-alikes", at: { start, end: start + 1 }, by: "" });

it("a word is told once, however many of its letters were replaced, from its first letter to its last", () => {
  expect(lookAlikes({ content: "бiрiншi екi", edits: [1, 3, 6, 10].map(edit) })).toEqual([
    { span: { start: 0, end: 7 }, word: "бiрiншi" },
    { span: { start: 8, end: 11 }, word: "екi" },
  ]);
});

it("other repairs are none", () => {
  expect(lookAlikes({ content: "бір", edits: [{ ...edit(1), kind: "join-broken-words" }] })).toEqual([]);
});
