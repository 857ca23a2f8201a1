import { expect, test } from "vitest";
import { answer } from "../../src/desk/answer.ts";
import { review } from "../../src/review/review.ts";
import { readingOf } from "../review/regulation.ts";

const reading = readingOf([
  {
    path: "clause-1",
    words: "Қызмет 1 (бір) күн ішінде көрсетіледі.",
    rules: [{ kind: "deadline", subject: "service", amount: 1, unit: "day" }],
  },
]);
const rule = "kz-x-1/1/deadline/clause-1";
const now = {
  service: {
    number: 1,
    name: "",
    title: "",
    reading,
    formerCites: new Map<string, string>(),
    decisionsFile: { file: "decisions.jsonl" },
    bookFile: { file: "1.json" },
  },
  decisions: [],
  seen: 0,
  torn: [],
  review: review([], reading),
};
const teller = { by: "A", at: "2026-11-24T10:00:00Z", version: "1" };

test("a rule with a wrong field becomes no decision, so that it gets into no file", () => {
  const asked = { action: "edit", rule, fields: { amount: -1 } };
  expect(answer(asked, now, teller)).toEqual({
    is: "refused",
    pointer: "/values/amount",
    why: "must be >= 0",
  });
  expect(answer({ ...asked, fields: { amount: 2 } }, now, teller)).toMatchObject({ is: "made" });
});

test("a request that is none is refused before anything is made of it", () => {
  expect(answer({ action: "accept" }, now, teller)).toMatchObject({ is: "refused", pointer: "" });
});
