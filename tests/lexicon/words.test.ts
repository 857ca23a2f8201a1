import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kazakh } from "../../src/language/kk/kazakh.ts";
import { readLexicon } from "../../src/language/lexicon.ts";

const folder = new URL("../../src/lexicon/kk", import.meta.url);
const FILES = readdirSync(folder).filter((name) => name !== "structure.json");

const parsed = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

/** Every string of a file, keys left out. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe("the words of Kazakh", () => {
  for (const name of FILES) {
    const words = strings(parsed(name)).filter((word) => word !== "kk");

    it(`are in form NFC, without stray spaces: ${name}`, () => {
      for (const word of words) {
        expect(word).toBe(word.normalize("NFC"));
        expect(word).toBe(word.trim());
        expect(word).not.toMatch(/\s\s/u);
      }
    });

    it(`have no Latin letter among Cyrillic ones: ${name}`, () => {
      for (const word of words) expect(/\p{Script=Latin}/u.test(word), word).toBe(false);
    });
  }

  for (const name of FILES.filter((file) => file !== "time.json" && file !== "numbers.json"))
    it(`stand once in each list: ${name}`, () => {
      const { phrases } = parsed(name) as { phrases: Record<string, string[]> };
      for (const [cue, list] of Object.entries(phrases)) expect(new Set(list).size, cue).toBe(list.length);
    });

  it("name no cue twice, in whichever file", () => {
    const cues = FILES.flatMap((name) =>
      Object.keys((parsed(name) as { phrases?: Record<string, string[]> }).phrases ?? {}),
    );
    expect(new Set(cues).size).toBe(cues.length);
  });

  it("give every cue that the reader asks for, and only those", () => {
    const source = readdirSync(new URL("../../src/extract", import.meta.url))
      .map((name) => readFileSync(new URL(`../../src/extract/${name}`, import.meta.url), "utf8"))
      .join("\n");
    const cues = [...kazakh.exact.values(), ...kazakh.open.values()].flat().map(({ cue }) => cue);
    for (const cue of new Set(cues))
      expect(
        source.includes(`"${cue}"`) || new RegExp(`\\b${cue}:`).test(source) || source.includes(`: "${cue}"`),
        cue,
      ).toBe(true);
  });
});

describe("the reader of a lexicon", () => {
  const files = (phrase: string): Parameters<typeof readLexicon>[0] => ({
    numbers: { language: "kk", numbers: {}, multipliers: {} },
    time: {
      units: {},
      qualifiers: {},
      weekdays: {},
      endings: { plural: [], possessive: [], case: [], genitive: [], from: [], to: [], done: [], says: [] },
    },
    phrases: [{ phrases: { refused: [phrase] } }],
  });

  it("indexes whole and open words", () => {
    expect(readLexicon(files("бас тарт~")).exact.get("бас")?.[0]?.words[1]).toEqual({
      word: "тарт",
      open: true,
    });
    expect(readLexicon(files("шағым~")).open.get("шағым")).toHaveLength(1);
  });

  for (const phrase of ["Бас тарту", "бас  тарту", "бас-тарту", "", "тарт~у"])
    it(`refuses "${phrase}"`, () => {
      expect(() => readLexicon(files(phrase))).toThrow(RangeError);
    });
});
