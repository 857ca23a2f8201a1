import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import type { Part } from "../../src/diff/text/part.ts";
import type { Change } from "../../src/model/change.ts";
import { size } from "../size.ts";
import { versionOf } from "./version-of.ts";

const text = readFileSync(
  new URL("../fixtures/diff-texts/weapons-2021-2025/old.md", import.meta.url),
  "utf8",
);
const version = versionOf(text);

/** The clauses, items and cells of the act whose words stand in its text as they are read, and only once. */
const parts = (version.text?.parts ?? []).filter(
  ({ role, text: words }) => role === "law" && words.length > 30 && text.split(words).length === 2,
);

/** A fixed sequence of numbers in [0, 1), so that a run can be repeated. */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

type Edit = (words: string) => string | undefined;

const swap =
  (from: RegExp, to: string): Edit =>
  (words) =>
    from.test(words) ? words.replace(from, to) : undefined;

/** What a drafter may do to a provision: each changes what it says. */
const EDITS: readonly (readonly [name: string, edit: Edit])[] = [
  [
    "another number in words",
    swap(/(?<=\s)(?:двух|трех|пяти|десяти|двадцати|тридцати|пятнадцати)(?=\s)/u, "сорока"),
  ],
  ["another number of a clause", swap(/(?<=пункте |пунктом |приложению )\d+/u, "77")],
  ["a denial more", swap(/(?<=\s)(?=направляет|выдает|проверяет|осуществляется|предоставляет )/u, "не ")],
  ["a denial less", swap(/(?<=\s)не (?=позднее|направлять|менее)/u, "")],
  ["a condition more", swap(/[.;]?$/u, " при наличии морского паспорта капитана;")],
  ["a word of another thing", swap(/(?<=\s)(?:документов|заявления|заявление|оружия)(?=[\s,])/u, "парохода")],
  ["the applicant for the provider", swap(/(?<=\s)услугодатель(?=\s)/u, "услугополучатель")],
  ["a duty for a right", swap(/вправе/u, "обязан")],
  [
    "its end cut off",
    (words) => (words.length > 120 ? `${words.slice(0, words.lastIndexOf(" ", 80))};` : undefined),
  ],
];

/** What changes nothing in what it says. */
const HARMLESS: readonly (readonly [name: string, edit: Edit])[] = [
  ["digits beside a number", swap(/(?<=\s)двух(?= рабочих)/u, "2 (двух)")],
  ["more spaces", (words) => words.replaceAll(" ", "  ")],
  ["lines of its own", (words) => words.replaceAll(/(?<=\p{Ll}) (?=\p{Ll})/gu, "\n")],
  ["another word for the same", swap(/(?<=\s)оказания(?= государственной)/u, "предоставления")],
  ["another case", swap(/с истекшим сроком/u, "с истекшими сроками")],
  ["no date of a law", swap(/ от 15 апреля 2013 года/u, "")],
];

const edited = (part: Part, words: string): readonly Change[] =>
  diff(version, versionOf(text.replace(part.text, () => words)))
    .services.flatMap(({ changes }) => changes)
    .filter((change) => change.class === "substance");

/** Provisions that an edit can be made in, as many as a run takes, drawn by chance. */
function drawn(name: string, edit: Edit): readonly (readonly [string, Part, string])[] {
  const numbers = sequence(name.length);
  const fit = parts.flatMap((part) => {
    const words = edit(part.text);
    return words === undefined || words === part.text ? [] : [[part.side.cite, part, words] as const];
  });
  while (fit.length > size(2, 12)) fit.splice(Math.floor(numbers.next().value * fit.length), 1);
  return fit;
}

describe.each(EDITS)("%s", (name, edit) => {
  it.each(drawn(name, edit))("is told at %s, and nothing else", (_, part, words) => {
    const told = edited(part, words);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ old, new: now }) => (old ?? now)?.path !== part.path)).toEqual([]);
  });
});

describe.each(HARMLESS)("%s", (name, edit) => {
  it.each(drawn(name, edit))("is no change of substance at %s", (_, part, words) => {
    expect(edited(part, words)).toEqual([]);
  });
});

describe("a provision", () => {
  const number = /(?:\d+(?:-\d+)?[.)] ?)?$/u;
  const takenOut = (part: Part): string => {
    const at = text.indexOf(part.text);
    return text.slice(0, at).replace(number, "") + text.slice(at + part.text.length);
  };

  it.each(drawn("taken out", () => ""))("taken out or put in is told at %s, and nothing else", (_, part) => {
    const without = versionOf(takenOut(part));
    for (const [old, now] of [
      [version, without],
      [without, version],
    ] as const) {
      const told = diff(old, now)
        .services.flatMap(({ changes }) => changes)
        .filter((change) => change.class === "substance");
      expect(new Set(told.map((change) => (change.old ?? change.new)?.path))).toEqual(new Set([part.path]));
    }
  });
});
