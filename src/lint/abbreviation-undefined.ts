import type { LintWords } from "../language/lint-words.ts";
import { definitionsIn } from "./abbreviations.ts";
import { citePart, type Part } from "./draft.ts";
import type { Lint } from "./lint.ts";

/** Capital letters that stand for several words; numbers of acts (`№ ҚР ДСМ-49`) and Roman numerals are none. */
const CAPITALS = /(?<![\p{L}\p{N}№-])(?<!№ )\p{Lu}{2,6}(?![\p{L}\p{N}])(?!-\s?\d)/gu;
/** More capitals beside it: a line in capitals is a heading or a word of command, no abbreviation. */
const SHOUTING = /\p{Lu}{7,}/u;

/** `АЖО – автоматтандырылған жұмыс орны`: a definition with a dash. */
const WITH_DASH = /(?:^|[;.:)]\s*)(\p{Lu}{2,6})\s+[–—-]\s+\p{L}{3}/gu;

/** `Мемлекеттік қызмет (МҚ)`: introduced without "hereinafter". */
const IN_BRACKETS = /[\p{Ll}"»] \((\p{Lu}{2,6})\)/gu;

/** An abbreviation in capitals that the act nowhere introduces. Told once for each, at its first use. */
export const abbreviationUndefined: Lint = {
  code: "abbreviation-undefined",
  severity: "note",

  find: (draft, { lint: words }) => {
    const normative = draft.parts.filter(({ aside, role }) => !aside && role !== "head");
    const known = new Set([
      ...definitionsIn(draft.parts, words).flatMap(({ name }) => name.toUpperCase().split(/\P{L}+/u)),
      ...normative.flatMap(({ words: { text } }) =>
        [...text.matchAll(IN_BRACKETS), ...text.matchAll(WITH_DASH)].map((match) => match[1] ?? ""),
      ),
    ]);
    const said = smallWords(normative);
    const seen = new Set<string>();
    return normative.flatMap((part) =>
      uses(part, words).flatMap(({ text, at }) => {
        if (seen.has(text) || known.has(text) || said.has(text.toLowerCase())) return [];
        seen.add(text);
        return [{ at: citePart(draft, part, at, at + text.length), details: { name: text } }];
      }),
    );
  },

  examples: {
    must: [
      {
        text: [
          ["clause-5", "АЖО арқылы ЭЦҚ қойылады"],
          ["clause-2", "электрондық цифрлық қолтаңба (бұдан әрі – ЭЦҚ)"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["clause-5", "АЖО арқылы PDF файлы жіберіледі"],
          ["clause-2/item-1", "АЖО – автоматтандырылған жұмыс орны;"],
        ],
      },
      {
        in: "ru",
        text: [
          ["clause-5", "через ПШЭП, ОПИСЬ документов"],
          ["clause-6", "платежный шлюз «электронного правительства» (ПШЭП), опись прилагается"],
        ],
      },
      {
        text: [
          ["clause-5", "ЭЦҚ қойылады, ҚР заңдары"],
          ["clause-2", "электрондық цифрлық қолтаңба (бұдан әрі – ЭЦҚ)"],
        ],
      },
      { text: [["clause-5", "бұйрығы № ҚР ДСМ-49, № ҚР ДСМ- 175/2020"]] },
    ],
  },
};

/** Capitals of the other script are names of formats and systems, `PDF`. */
const LATIN = /^[A-Z]+$/;

/** Words in small letters: in capitals they are words of a heading, no abbreviations. */
const smallWords = (parts: readonly Part[]): ReadonlySet<string> =>
  new Set(
    parts.flatMap(
      ({ words: { text } }) => text.match(/(?<![\p{L}\p{N}-])\p{Ll}{4,6}(?![\p{L}\p{N}-])/gu) ?? [],
    ),
  );

function uses(
  part: Part,
  { knownAbbreviations, romanLetters }: LintWords,
): readonly { readonly text: string; readonly at: number }[] {
  const roman = new RegExp(`^[IVXLC${romanLetters.join("")}]+$`, "u");
  if (SHOUTING.test(part.words.text)) return [];
  return [...part.words.text.matchAll(CAPITALS)]
    .map((match) => ({ text: match[0], at: match.index }))
    .filter(({ text }) => !knownAbbreviations.includes(text) && !roman.test(text) && !LATIN.test(text));
}
