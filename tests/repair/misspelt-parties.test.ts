import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kazakh } from "../../src/language/kk/kazakh.ts";
import { russian } from "../../src/language/ru/russian.ts";
import type { TextLanguage } from "../../src/language/text-language.ts";
import { read } from "../../src/reading.ts";

const RUSSIAN = `# Правила оказания государственной услуги "Выдача справки"

1. Государственная услуга оказывается акиматами (далее – услугодатель).

2. Для получения справки услугополучатель подает услугодателю заявление и копию удостоверения через портал.

3. Услугодатель в течение 3 (трех) рабочих дней со дня поступления заявления услугополучателя выдает справку.

4. Услугодатель отказывает услугополучателю в оказании государственной услуги при недостоверности документов, представленных услугополучателем.

5. Сотрудник услугодателя в течение 2 (двух) часов регистрирует заявление и выдает расписку услугополучателю.
`;
const KAZAKH = `# "Анықтама беру" мемлекеттік қызмет көрсету қағидалары

1. Мемлекеттік қызметті әкімдіктер (бұдан әрі – қызметті беруші) көрсетеді.

2. Анықтама алу үшін қызметті алушы қызметті берушіге портал арқылы өтініш пен жеке куәлігінің көшірмесін береді.

3. Қызметті беруші қызметті алушының өтініші түскен күннен бастап 3 (үш) жұмыс күні ішінде анықтама береді.

4. Қызметті беруші қызметті алушы ұсынған құжаттардың дәйексіздігі анықталған кезде қызметті алушыға мемлекеттік қызметті көрсетуден бас тартады.

5. Қызметті берушінің қызметкері 2 (екі) сағат ішінде өтінішті тіркейді және қызметті алушыға қолхат береді.
`;

/** A word that a slip has left with fewer letters is not read as another. */
const LEAST_LETTERS = 5;

/** What can happen to a letter of a word, at a place within it. */
const SLIPS = {
  changed: (word: string, at: number, letter: string) => word.slice(0, at) + letter + word.slice(at + 1),
  doubled: (word: string, at: number) => word.slice(0, at) + word.slice(at - 1),
  lost: (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
  swapped: (word: string, at: number) =>
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
} as const;
const KINDS = ["changed", "doubled", "lost", "swapped"] as const;

/** The rules with the words they quote, but not where these stand: a letter more or less moves them. */
const rulesOf = (text: string): unknown =>
  read(new TextEncoder().encode(text), { file: "act.md" }).candidates.map(({ source, ...rule }) => ({
    ...rule,
    quote: source.quote,
  }));

/** A place in a party's name, neither its first letter nor the last before its ending, and what happens to it. */
const slipIn = (
  text: string,
  stems: RegExp,
): fc.Arbitrary<{ readonly word: string; readonly text: string }> => {
  const parties = [...text.matchAll(stems)];
  return fc
    .record({
      party: fc.constantFrom(...parties),
      place: fc.nat(),
      kind: fc.constantFrom(...KINDS),
      letter: fc.constantFrom(...Array.from("аеиопршщ")),
    })
    .map(({ party: { 0: word, index }, place, kind, letter }) => {
      const slip = SLIPS[kind](word, 1 + (place % (word.length - 3)), letter);
      return { word: slip, text: text.slice(0, index) + slip + text.slice(index + word.length) };
    })
    .filter((one) => one.text !== text);
};

const isWord = (word: string, { grammar }: TextLanguage): boolean => grammar?.terms?.isKnown(word) === true;

describe.each([
  { language: russian, text: RUSSIAN, stems: /(?<=[Уу])слугодател|(?<=[Уу])слугополучател/gu },
  { language: kazakh, text: KAZAKH, stems: /(?<=ызметті )алушы|(?<=ызметті )беруші/gu },
])("a slip in a party's name, $language.name", ({ language, text, stems }) => {
  it("has rules to read", () => {
    expect(rulesOf(text)).toHaveProperty(
      "length",
      expect.toSatisfy((length: number) => length >= 4),
    );
  });

  it("leaves the rules as they are", () => {
    const right = rulesOf(text);
    fc.assert(
      fc.property(slipIn(text, stems), (slip) => {
        fc.pre(slip.word.length >= LEAST_LETTERS && !isWord(slip.word, language));
        expect(rulesOf(slip.text)).toEqual(right);
      }),
      { numRuns: 60 },
    );
  });
});

it("what is cited stands in the file as it was misspelt", () => {
  const text = RUSSIAN.replace("Услугодатель в течение", "Услугадатель в течение");
  const { candidates, content } = read(new TextEncoder().encode(text), { file: "act.md" });
  const cited = candidates.flatMap(({ source }) =>
    source.spans.map(({ start, end }) => content.slice(start, end)).join(""),
  );
  expect(cited.join("\n")).toContain("Услугадатель в течение 3");
});
