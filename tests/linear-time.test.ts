import { describe, expect, it } from "vitest";
import { patternIsLinear } from "./linear-time.ts";
import { withoutAssertions } from "./without-assertions.ts";

const LINEAR = [
  /(?<!\p{L})мерзім(?!\p{L})/u,
  /(?<![ \t\r\n])[ \t\r\n]+(?=[,;:.!?)])/u,
  /(?<!№ )\p{Lu}{2,6}/u,
  /\d+(?!\d)/u,
  /\d+(?![.,]\d)/u,
  /(?<=\p{L})-(?=\p{L})/u,
  /^(\d+)\.\s+(?=[\p{Lu}"«])/u,
  /(?<=a|b)c/u,
  /(?:(?!осы)[\p{L}–-]){0,3};/u,
  new RegExp(`(?<!\\p{L})(?:${Array.from({ length: 40 }, (_, n) => `сөз${n}`).join("|")})(?!\\p{L})`, "u"),
];

const NOT_LINEAR = [
  String.raw`(a+)+$`,
  String.raw`(?:a|b|ab)+c`,
  String.raw`\s+$`,
  String.raw`\s+(?=,)`,
  String.raw`\s+(?!\s|$)`,
  String.raw`^.*table[^/]*(?=\/row-)`,
  String.raw`x(?=[^y]*y)`,
  String.raw`(?!я)\p{L}+ (?=\p{L}+:)`,
  String.raw`(?<=\p{L})\p{L}+;`,
  String.raw`(?<!\p{L})(?:\p{L}+ ?)+;`,
  String.raw`(?<=\s*),`,
  String.raw`\d+ ?(?:жұмыс |күнтізбелік )?(?:күн|минут|сағат)`,
];

describe("whether a pattern is linear", () => {
  it.each(LINEAR.map((pattern) => [String(pattern).slice(0, 60), pattern] as const))(
    "yes: %s",
    (_, pattern) => {
      expect(patternIsLinear(pattern)).toBe(true);
    },
  );
  it.each(NOT_LINEAR)("no: %s", (source) => {
    expect(patternIsLinear({ source, flags: "u" })).toBeTypeOf("string");
  });
});

describe("a pattern without its look-arounds", () => {
  it.each([
    [/(?<!\d)\d\d(?!\d)/u, ["12", "1", "a12", "312", "12b", "123", "é12 "]],
    [/(?<=№ )\d/u, ["№ 1", "№1", "1", " 1"]],
    [/(?<!№ )\d/u, ["№ 1", "№1", "1", " 1", "№ 12"]],
    [/a(?!bc)/u, ["abc", "abd", "ab", "a", "aabc"]],
    [/a(?![^b])/u, ["ab", "ac", "a"]],
    [/a(?!-)/u, ["a-", "a", "ab"]],
    [/(?:a|b(?=c))/u, ["a", "bc", "bd"]],
    // eslint-disable-next-line regexp/prefer-character-class -- neither of several is what is asked about
    [/a(?!\d|[xy]|-|$)/u, ["a", "a1", "ay", "a-", "ab", "a "]],
  ] as const)("finds in the same texts: %s", (pattern, texts) => {
    const plain = withoutAssertions(pattern.source, pattern.flags);
    expect(plain?.exact).toBe(true);
    const again = new RegExp(plain!.source, pattern.flags);
    expect(texts.map((text) => again.test(text))).toEqual(texts.map((text) => pattern.test(text)));
  });

  it("says where it does more work than the pattern", () => {
    for (const [source, flags] of [
      ["a(?!b)c", "u"],
      ["a(?<!x)b", "u"],
      ["(?:a(?!b))+", "u"],
      ["a(?!b|cd)", "u"],
      ["^a(?!b)", "mu"],
    ] as const)
      expect(withoutAssertions(source, flags)?.exact, source).toBe(false);
  });

  it("gives up on what no automaton knows", () => {
    expect(withoutAssertions("(a)\\1", "u")).toBeUndefined();
    expect(withoutAssertions("a(?<=b+)", "u")).toBeUndefined();
  });
});
