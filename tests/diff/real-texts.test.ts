import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import type { Change } from "../../src/model/change.ts";
import { faults } from "../../src/files/validate.ts";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import { diffHtml } from "../../src/report/diff/html.ts";
import { diffText } from "../../src/report/diff/text.ts";
import { Names } from "../../src/report/names.ts";
import { withCarriageReturns, withHardSpaces, withStraightQuotes } from "../mangle/marks.ts";
import { versionOf } from "./version-of.ts";

/** Some words of a provision on either side; absent: it is on the other side alone. */
interface Place {
  readonly old?: string;
  readonly new?: string;
}

/**
 * What a person read in two versions of an act, word by word: changes of substance that must be told, with the words that tell
 * them, and provisions that say the same and may not be told.
 */
interface Expected {
  readonly changes: readonly (Place & {
    readonly why: string;
    readonly code?: string;
    readonly says: string;
  })[];
  readonly controls: readonly (Place & { readonly why: string })[];
}

const folder = new URL("../fixtures/diff-texts/", import.meta.url);

const isAt = (change: Change, place: Place): boolean =>
  (["old", "new"] as const).every(
    (side) => place[side] === undefined || (change[side]?.quote.includes(place[side]) ?? false),
  );

const LAYOUTS: readonly (readonly [string, (text: string) => string])[] = [
  ["as it is", (whole) => whole],
  ["with carriage returns", withCarriageReturns],
  ["with no-break spaces", (whole) => whole.replaceAll(/^(?![>#|<`]).+$/gmu, withHardSpaces)],
  ["with straight quotes", withStraightQuotes],
  ["with other dashes", (whole) => whole.replaceAll(" – ", " — ")],
];

/** The words of a page that a reader sees. */
const bodyOf = (page: string): string =>
  page.slice(page.indexOf("<main>"), page.indexOf("</main>")).replaceAll(/<[^>]*>/gu, "");

/** The words that a change tells: those of its fields, and those marked as gone or come. */
const toldBy = ({ fields, marks }: Change): string =>
  JSON.stringify([fields, marks.filter(({ is }) => is !== "same")]);

describe.each(readdirSync(folder))("%s", (name) => {
  const file = (of: string): string => readFileSync(new URL(`${name}/${of}`, folder), "utf8");
  const expected = JSON.parse(file("expected.json")) as Expected;
  const [old, now] = [versionOf(file("old.md"), "old.md"), versionOf(file("new.md"), "new.md")];
  const substance = diff(old, now)
    .services.flatMap(({ changes }) => changes)
    .filter((change) => change.class === "substance");
  const tells = (change: Change, one: Expected["changes"][number]): boolean =>
    isAt(change, one) && toldBy(change).includes(one.says) && (one.code ?? change.code) === change.code;

  it.each(expected.changes)("tells: $why", (one) => {
    expect(substance.some((change) => tells(change, one))).toBe(true);
  });

  it("tells nothing else", () => {
    const others = substance.filter((change) => !expected.changes.some((one) => tells(change, one)));
    expect(others.map(({ code, old: before, new: after }) => [code, before?.quote, after?.quote])).toEqual(
      [],
    );
  });

  it.each(expected.controls)("is silent, for: $why", (place) => {
    const told = substance.filter((change) => isAt(change, place));
    expect(told.map(({ code, fields }) => [code, fields])).toEqual([]);
  });

  it.each(LAYOUTS)("gives nothing for a text against itself %s", (_, mangle) => {
    for (const [version, whole] of [[old, file("old.md")] as const, [now, file("new.md")] as const])
      expect(diff(version, versionOf(mangle(whole))).services.flatMap(({ changes }) => changes)).toEqual([]);
  });

  const comparison = diff(old, now);

  it("is told in JSON as its schema says", () => {
    expect(faults("diff", JSON.parse(JSON.stringify(comparison)))).toEqual([]);
  });

  it.each(LANGUAGES)("is told in words and as a page, without a machine's words: %s", (language) => {
    const names = new Names(readVocabulary(), language);
    for (const told of [diffText(comparison, names), bodyOf(diffHtml(comparison, names))]) {
      expect(told).toContain("«четыре экземпляра» → «один экземпляр»");
      expect(told).not.toMatch(/otherWords|modality|provision-|unread-there|undefined|\[object/u);
    }
  });
});
