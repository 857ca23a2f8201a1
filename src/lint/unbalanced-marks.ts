import { citePart, type Part } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";

/** Brackets or quotation marks that are opened and not closed, or closed and not opened, within one provision. */
export const unbalancedMarks: Lint = {
  code: "unbalanced-marks",
  severity: "warning",

  find: (draft, { lint: words }) => {
    const normative = draft.parts.filter((part) => !(part.aside && part.role === "words"));
    const afterItem = goesOnAfter(words);
    // An act that opens both names somewhere shows that it means to.
    const opensOnce = words.quotesOpenOnce && !normative.some((part) => part.words.text.includes('""'));
    const brackets = normative.map((part) => looseBracket(part, afterItem));
    return normative.flatMap((part, index): readonly Found[] => {
      const { text } = part.words;
      const bracket = brackets[index];
      const isClosed = bracket !== undefined && pairs(normative, brackets, index);
      const loose = [
        ...(bracket === undefined || isClosed ? [] : [bracket]),
        ...looseQuotes(text, words, opensOnce),
      ];
      return loose.map((at) => ({ at: around(draft, part, at), details: { mark: text[at] ?? "" } }));
    });
  },

  examples: {
    must: [
      { text: [["clause-4", "стандартын бекіту туралы» министрдің бұйрығы"]] },
      {
        text: [
          ["clause-1", '""Фтизиатрия" орталығынан мәлімет ұсыну" қағидалары'],
          ["clause-2", '"Психиатрия" орталығынан мәлімет ұсыну" қағидалары'],
        ],
      },
      {
        in: "ru",
        text: [["clause-3", "Государственная услуга «Проведение аттестации лиц оказывается департаментами"]],
      },
      { in: "ru", text: [["clause-2/item-7", "услуг в «личном кабинете»;»"]] },
      { text: [["clause-7", "сенбіге дейін (дүйсенбі-жұма күндері 8.00-ден 20.00-ге дейін."]] },
      { text: [["clause-9", '"Дербес деректер туралы Қазақстан Республикасының Заңы']] },
    ],
    mustNot: [
      { text: [["clause-4", '"Азаматтарға арналған үкімет" мемлекеттік корпорациясы" акционерлік қоғамы']] },
      { text: [["clause-4", "«Мүлікті есепке алу» стандартын бекіту туралы» министрдің бұйрығы"]] },
      {
        in: "ru",
        text: [
          ["clause-7", "НАО «Государственная корпорация «Правительство для граждан» (далее – корпорация)"],
        ],
      },
      {
        in: "ru",
        text: [
          ["clause-7", "выписку (и) из реестра (в редакции приказа № 10270) и подпункта 1) части первой"],
        ],
      },
      {
        in: "ru",
        text: [
          [
            "row-7/paragraph-2",
            "портал – круглосуточно (при обращении после окончания рабочего времени согласно",
          ],
          ["row-7/paragraph-3", "Кодексу, прием осуществляется следующим рабочим днем)."],
        ],
      },
      { text: [["clause-7", "Заңның (бұдан әрі – Заң) 10-бабының 1) тармақшасына сәйкес"]] },
      { text: [["clause-9", '"Дербес деректер туралы" Заңы; ((екі) рет)']] },
    ],
  },
};

const around = (draft: Parameters<typeof citePart>[0], part: Part, at: number) =>
  citePart(draft, part, Math.max(0, at - 30), Math.min(part.words.text.length, at + 40));

/** So many items and paragraphs on, a bracket that was opened in one may be closed in another. */
const NEAR = 4;

/** Whether the bracket that is loose in one part and one in a part near it are each other's: words of one cell or list. */
function pairs(parts: readonly Part[], loose: readonly (number | undefined)[], index: number): boolean {
  const markAt = (at: number): string | undefined => parts[at]?.words.text[loose[at] ?? -1];
  const step = markAt(index) === "(" ? 1 : -1;
  const own = over(parts[index]?.path ?? "");
  for (let at = index + step; Math.abs(at - index) <= NEAR; at += step) {
    if (over(parts[at]?.path ?? "") !== own) return false;
    const mark = markAt(at);
    if (mark !== undefined) return mark !== markAt(index);
  }
  return false;
}

/** `"Азаматтарға арналған үкімет" мемлекеттік корпорациясы"`: one mark opens two names. */
const NAME_IN_NAME = /^[^"]*"[^"]+"\s?\p{L}[^"]*"/u;

/** Of an item or paragraph, what it stands in. */
const over = (path: string): string => path.replace(/\/(?:item|paragraph)-[^/]*$/u, "");

/**
 * Places of quotation marks without a partner: the last of an odd number; where one mark may close several names, of those
 * that show what they do the first that closes and was not opened, and the first that opens with none after it that closes.
 */
function looseQuotes(
  text: string,
  { quotesCloseOnce, quotesOpenOnce }: LintWords,
  opensOnce: boolean,
): readonly number[] {
  const quotes = [...text.matchAll(/["«»“”„]/gu)];
  const shows = quotesCloseOnce || quotesOpenOnce;
  const plain = quotes.filter(({ 0: mark }) => !shows || !/[«»]/u.test(mark));
  const last = plain.at(-1);
  const isOdd = plain.length % 2 === 1 && !(opensOnce && NAME_IN_NAME.test(text));
  const odd = isOdd && last !== undefined ? [last.index] : [];
  if (plain.length === quotes.length) return odd;
  const loose: number[] = [];
  let [most, opened, closed] = [0, -1, false];
  for (const { index, 0: mark } of quotes.filter(({ 0: one }) => /[«»]/u.test(one))) {
    if (mark === "«") {
      most += 1;
      if (opened < 0) opened = index;
    } else if (most > 0) [most, opened, closed] = [most - 1, -1, true];
    else if (!quotesOpenOnce || !closed) loose.push(index);
  }
  return [...odd, ...loose.slice(0, 1), ...(opened < 0 ? [] : [opened])];
}

/** A bracket that a list's number or letter stands before: up to three digits, which are no act's number. */
const LISTED = /(?<![\p{L}\p{N}(]|№ ?)(?:\d{1,3}(?:-\d{1,3})?|\p{Ll})$/u;

/** The bracket after an item's number, and words that show that it is one. */
function goesOnAfter(words: LintWords): RegExp {
  const goesOn = anyOf([...words.item, ...words.clause, ...words.this, ...words.article]);
  return new RegExp(`^\\)\\s*(?:[,–-]|${anyOf(words.and)}(?!\\p{L})|${goesOn})`, "iu");
}

/** Place of the first bracket without a partner. The bracket after a number or letter of a list is none. */
function looseBracket({ words: { text } }: Part, afterItem: RegExp): number | undefined {
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") open.push(at);
    if (text[at] !== ")") continue;
    const listed = LISTED.test(text.slice(Math.max(0, at - 10), at));
    if (listed && (open.length === 0 || afterItem.test(text.slice(at, at + 20)))) continue;
    if (open.pop() === undefined) return at;
  }
  return open[0];
}
