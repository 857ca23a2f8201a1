import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CUES } from "../../src/language/cues.ts";
import { TEXT_LANGUAGES } from "../../src/language/languages.ts";
import { readLexicon } from "../../src/language/lexicon.ts";

const folder = join(import.meta.dirname, "../../src/language");
const codes = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
const files = codes.flatMap((code) =>
  readdirSync(join(folder, code))
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${code}/${name}`),
);

const parsed = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

/** Every string of a file but its language, and the keys that are words. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "language" ? [] : [...(/^[\w-]+$/u.test(key) ? [] : [key]), ...strings(part)],
  );
}

/** The lists of words of a file, each by where it stands. */
function lists(value: unknown, at = ""): (readonly [at: string, words: readonly unknown[]])[] {
  if (Array.isArray(value)) return [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => lists(part, `${at}/${key}`));
}

/** What is wrong with a word: Latin letters (those of a slot and of a pattern's own signs are none), stray spaces, another form than NFC. */
function faultsOf(word: string): string[] {
  const letters = word.replaceAll(/\{[a-z]+(?:[A-Z][a-z]+)*\}|\\p\{[A-Z][a-z]?\}|\\[dps]/gu, "");
  return [
    ...(/\p{Script=Latin}/u.test(letters) ? ["a Latin letter"] : []),
    ...(/\s\s|^\s|\s$|[^\S ]/u.test(word) ? ["a stray space"] : []),
    ...(word === word.normalize("NFC") ? [] : ["not NFC"]),
  ];
}

describe("the words of every language", () => {
  it("have a folder for each language of the list, and no other", () => {
    expect(TEXT_LANGUAGES.map(({ code }) => code).sort()).toEqual([...codes].sort());
  });

  it.each(files)("are of one script, in form NFC, without stray spaces: %s", (name) => {
    const words = strings(parsed(name));
    expect(words.length).toBeGreaterThan(0);
    expect(words.flatMap((word) => faultsOf(word).map((fault) => `${word}: ${fault}`))).toEqual([]);
  });

  it.each(files)("stand once in each list, and say their language: %s", (name) => {
    const file = parsed(name) as { readonly language?: string };
    expect(file.language).toBe(name.slice(0, 2));
    for (const [at, words] of lists(file)) expect(new Set(words).size, `${name}${at}`).toBe(words.length);
  });

  it("would be rejected with a look-alike, a stray space or a letter taken apart", () => {
    for (const wrong of ["құжaт", "құжат ", "құжат  тізбесі", "құжат\u00A0тізбесі", "қи\u0306"])
      expect(faultsOf(wrong), wrong).not.toEqual([]);
    expect(faultsOf("^{n}-тарау")).toEqual([]);
  });
});

describe("the letters of the languages", () => {
  it("of one's own are in its alphabet and in no other", () => {
    for (const { code, alphabet, ownLetters } of TEXT_LANGUAGES) {
      const others = TEXT_LANGUAGES.filter((other) => other.code !== code).flatMap((one) =>
        Array.from(one.alphabet),
      );
      expect(Array.from(ownLetters).sort(), code).toEqual(
        Array.from(alphabet)
          .filter((letter) => !others.includes(letter))
          .sort(),
      );
    }
  });
});

describe.each(TEXT_LANGUAGES.filter(({ grammar }) => grammar !== undefined))(
  "the phrases of $name",
  ({ code, grammar }) => {
    it("are for every cue, each in its file, and for no other", () => {
      const said = files
        .filter((name) => name.startsWith(`${code}/`) && name.endsWith("-cues.json"))
        .map((name): [string, string[]] => [
          name.slice(code.length + 1, -".json".length),
          Object.keys((parsed(name) as { phrases: object }).phrases).sort(),
        ]);
      expect(Object.fromEntries(said)).toEqual(
        Object.fromEntries(
          Object.entries(CUES)
            .filter(([name]) => name.endsWith("-cues"))
            .map(([name, cues]) => [name, [...cues].sort()]),
        ),
      );
    });

    it("stand for a cue once, as they are or as a form of a noun", () => {
      const { exact, open } = grammar!.lexicon;
      for (const phrases of [...exact.values(), ...open.values()]) {
        const told = phrases.map(({ cue, words }) => `${cue}: ${JSON.stringify(words)}`);
        expect(told.filter((one, index) => told.indexOf(one) !== index)).toEqual([]);
      }
    });

    it("stand for cues that the reader asks for", () => {
      const { exact, open } = grammar!.lexicon;
      const said = new Set([...exact.values(), ...open.values()].flat().map(({ cue }) => cue));
      const source = ["../extract", "../ledger"]
        .map((room) => join(folder, room))
        .flatMap((room) =>
          readdirSync(room, { recursive: true, encoding: "utf8" })
            .filter((name) => name.endsWith(".ts"))
            .map((name) => readFileSync(join(room, name), "utf8")),
        )
        .join("\n");
      for (const cue of said)
        expect(source.includes(`"${cue}"`) || new RegExp(`\\b${cue}:`).test(source), cue).toBe(true);
    });
  },
);

describe("the reader of a lexicon", () => {
  const read = (phrase: string): ReturnType<typeof readLexicon> =>
    readLexicon([{ phrases: { refused: [phrase] } }]);

  it("indexes whole and open words", () => {
    expect(read("бас тарт~").exact.get("бас")?.[0]?.words[1]).toEqual({ word: "тарт", open: true });
    expect(read("шағым~").open.get("шағым")).toHaveLength(1);
  });

  for (const phrase of ["Бас тарту", "бас  тарту", "бас-тарту", "", "тарт~у"])
    it(`refuses "${phrase}"`, () => {
      expect(() => read(phrase)).toThrow(RangeError);
    });
});
