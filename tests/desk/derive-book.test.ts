import { describe, expect, it } from "vitest";
import type { ActUnderReview } from "../../src/desk/act.ts";
import { deriveBook, standingOf, type DerivedBook } from "../../src/desk/derive-book.ts";
import type { LedgerEntry, Risk } from "../../src/model/ledger.ts";
import type { Decision } from "../../src/review/decision.ts";
import type { Request } from "../../src/review/request.ts";
import { review } from "../../src/review/review.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { ask, readingOf } from "../review/regulation.ts";

const TERM = "Қызмет 1 (бір) күн ішінде көрсетіледі.";
/** Words of 6, 4 and 7 letters and digits. */
const UNREAD = [
  ["clause-2", "Он үй 12.", "high"],
  ["clause-3", "Аң, аң", "low"],
  ["clause-4", "«Көл таза»", "highest"],
] as const;

const read = readingOf([
  {
    path: "clause-1",
    words: TERM,
    rules: [{ kind: "deadline", subject: "service", amount: 1, unit: "day" }],
  },
  ...UNREAD.map(([path, words]) => ({ path, words })),
]);

const entry = (path: string, quote: string, risk?: Risk): LedgerEntry => ({
  path,
  cite: path,
  service: 1,
  lines: [1, 1],
  spans: read.leaves.find((leaf) => leaf.path === path)?.passage.runs.map(({ source }) => source) ?? [],
  quote,
  account: risk === undefined ? "rule" : "unread",
  rules: risk === undefined ? ["kz-x-1/1/deadline/clause-1"] : [],
  ...(risk === undefined ? {} : { reason: "words" as const, risk }),
});
const reading = {
  ...read,
  ledger: [entry("clause-1", TERM), ...UNREAD.map(([path, words, risk]) => entry(path, words, risk))],
};

const ACT = { version: "v1" } as ActUnderReview;
const HEAD: readonly Request[] = [
  {
    action: "book",
    book: {
      language: "kk",
      service: { number: 1, name: { kk: "Қызмет" } },
      act: { id: "kz-x-1", title: "Акт", number: "1", date: "2026-01-01", body: "Орган" },
      inForce: { from: "unknown", until: null },
      zone: "Asia/Almaty",
    },
  },
  { action: "accept", rule: "kz-x-1/1/deadline/clause-1" },
];
const dismiss = (path: string, words: string): Request => ({
  action: "dismiss",
  path,
  words,
  why: "no rule",
});

/** The book that these requests make of the regulation. */
function bookOf(more: readonly Request[] = []): DerivedBook {
  const decisions = [...HEAD, ...more].reduce<Decision[]>((made, one) => ask(made, reading, one), []);
  const files = { decisionsFile: { file: "d" }, bookFile: { file: "b" } };
  const service = {
    number: 1,
    name: "",
    title: "",
    reading,
    formerCites: new Map<string, string>(),
    ...files,
  };
  return deriveBook(ACT, {
    service,
    decisions,
    seen: decisions.length,
    torn: [],
    review: review(decisions, reading),
  });
}
const unreadOf = ({ content }: DerivedBook): unknown => (JSON.parse(content) as Rulebook).unread;

describe("how much of its regulation a rulebook leaves unread", () => {
  it("counts places, risky ones and letters of what nobody has looked at", () => {
    // 1 (бір) … : 6 + 1 + 3 + 3 + 6 + 11 letters and digits of the rule's words.
    expect(unreadOf(bookOf())).toEqual({ places: 3, risky: 2, dismissed: 0, letters: 17, of: 17 + 30 });
  });

  it("leaves out what a person has dismissed, and what a person has made a rule of", () => {
    const seen = bookOf([
      dismiss("clause-2", "Он үй 12."),
      { action: "add", words: "Аң, аң", values: { kind: "fee", free: true, path: "clause-3", cite: "3" } },
    ]);
    expect(seen.missing).toEqual([]);
    expect(unreadOf(seen)).toEqual({ places: 1, risky: 1, dismissed: 1, letters: 7, of: 47 });
  });
});

describe("a rulebook held against its decisions", () => {
  const built = bookOf();

  it("is the same byte for byte", () => {
    expect(standingOf(built, built.content)).toBe("same");
  });

  it("is the same where less was unread on the day it was built, or nobody measured it; that is told", () => {
    const { unread, contentWith } = built;
    const then = { ...unread, places: 1 };
    expect(standingOf(built, contentWith(then))).toEqual({ unread: then });
    expect(standingOf(built, contentWith(undefined))).toEqual({});
  });

  it("is another where anything else differs, or it cannot be read", () => {
    for (const written of [
      built.content.replace('"amount": 1', '"amount": 2'),
      built.content.replace('"places": 3', '"places": -3'),
      `${built.content} `,
      "{",
      "",
    ])
      expect(standingOf(built, written), written).toBe("other");
  });
});
