import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import type { Change } from "../../src/model/change.ts";
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

  it("gives nothing for either text against itself", () => {
    for (const version of [old, now])
      expect(diff(version, version).services.flatMap(({ changes }) => changes)).toEqual([]);
  });
});
