import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import { withCarriageReturns, withDashes, withGuillemets, withHardSpaces } from "../mangle/marks.ts";
import { withOtherPages } from "../mangle/page-breaks.ts";
import { reflow } from "../mangle/reflow.ts";
import { versionOf } from "./version-of.ts";

const text = readFileSync(new URL("../../corpus/002_b0c7419236df1d07.txt", import.meta.url), "utf8");

const MANGLED: readonly (readonly [string, (text: string) => string])[] = [
  ["with lines of another length", (whole) => reflow(whole, 60)],
  ["with other page breaks", (whole) => withOtherPages(whole, 23)],
  ["with guillemets", withGuillemets],
  ["with dashes", withDashes],
  ["with no-break spaces", withHardSpaces],
  ["with carriage returns", withCarriageReturns],
];

describe("a text against itself", () => {
  it.each(MANGLED)("%s gives nothing", (_, mangle) => {
    const { services } = diff(versionOf(text), versionOf(mangle(text)));
    expect(services.map(({ paired }) => paired).filter((paired) => paired === "alike")).toHaveLength(3);
    expect(
      services.flatMap(({ changes }) =>
        changes.map(({ code, old, new: now }) => [code, old?.quote, now?.quote]),
      ),
    ).toEqual([]);
  });
});
