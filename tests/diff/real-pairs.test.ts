import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import type { Version } from "../../src/diff/version.ts";
import type { Change } from "../../src/model/change.ts";
import { versionOf } from "./version-of.ts";

/** What a person read in two versions of a service: changes that must be told, and none that may be. */
interface Expected {
  readonly old: { readonly file: string; readonly service: string };
  readonly new: { readonly file: string; readonly service: string };
  readonly pairedWithoutHelp: boolean;
  readonly must: readonly {
    readonly code: string;
    readonly oldLine?: number;
    readonly newLine?: number;
    readonly why: string;
    /** What the comparison says instead, as far as it is known to be wrong today. */
    readonly missed?: string;
  }[];
  readonly mustNot: readonly {
    readonly codes: readonly string[];
    readonly oldLine?: number;
    readonly why: string;
  }[];
}

const folder = new URL("../fixtures/diff/", import.meta.url);
const pairs = readdirSync(folder).map((name) => ({
  name,
  expected: JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), "utf8")) as Expected,
}));

const texts = new Map<string, Version>();
function version(file: string): Version {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const opened = versionOf(readFileSync(new URL(`../../corpus/${file}`, import.meta.url)), file);
  texts.set(file, opened);
  return opened;
}

const covers = (lines: readonly [number, number] | undefined, line: number): boolean =>
  lines !== undefined && lines[0] <= line && line <= lines[1];

const onOld = (change: Change, line: number | undefined): boolean =>
  line === undefined || covers(change.old?.lines, line);
const onNew = (change: Change, line: number | undefined): boolean =>
  line === undefined || covers(change.new?.lines, line);

describe.each(pairs)("$name", ({ expected }) => {
  const { services } = diff(version(expected.old.file), version(expected.new.file));
  const service = services.find(
    ({ old, new: now }) => old?.key === expected.old.service && now?.key === expected.new.service,
  );
  const substance = (service?.changes ?? []).filter((change) => change.class === "substance");

  it("is paired by name and content", () => {
    expect(service !== undefined).toBe(expected.pairedWithoutHelp);
  });

  it.each(expected.must.filter(({ missed }) => missed === undefined))(
    "tells: $why",
    ({ code, oldLine, newLine }) => {
      const told = substance.filter(
        (change) => change.code === code && onOld(change, oldLine) && onNew(change, newLine),
      );
      expect(told.length).toBeGreaterThan(0);
    },
  );

  it.each(expected.mustNot)("is silent, for: $why", ({ codes, oldLine }) => {
    const told = substance.filter((change) => codes.includes(change.code) && onOld(change, oldLine));
    expect(told.map(({ code, old, new: now }) => [code, old?.quote, now?.quote])).toEqual([]);
  });
});
