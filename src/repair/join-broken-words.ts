import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

/** A hyphen at a line's end with the rest of its word on the next line. Some converters leave blank lines between. */
const AT_LINE_END = /-[ \t\u{A0}]*(?:\r?\n[ \t\u{A0}]*){1,5}(?=\p{Ll}|\p{Nd})/gu;
/** A hyphen at a line's beginning, the first part of its word on the line before: `18.00\n-ге дейін`. */
const AT_LINE_START = /\n[ \t\u{A0}]*(?=[-–]\p{Ll})/gu;
/** A hyphen inside a line with a space after it, where tables were narrow: `авторизация- лау`. */
const IN_LINE = /-[ \u{A0}](?=\p{Ll})/gu;
const ENDS_WORD = /[\p{L}\p{Nd}]/u;
const LAST_WORD = /[\p{L}\p{Nd}.]+$/u;
const NEXT_WORD = /^\p{L}+/u;

/**
 * Joins a word that the end of a line has cut in two. The hyphen goes where the text knows the word without it and stays
 * otherwise: lines break at hyphens that belong to their word, too.
 */
export const joinBrokenWords: Repair = {
  id: "join-broken-words",
  find: (content, { words }) => {
    const edits: Edit[] = [];
    const push = (start: number, end: number, by: string): void => {
      edits.push({ kind: "join-broken-words", at: { start, end }, by });
    };
    for (const { index, 0: cut } of content.matchAll(AT_LINE_START)) {
      let start = index;
      while (start > 0 && /[ \t\r\u{A0}]/u.test(content[start - 1] ?? "")) start -= 1;
      if (ENDS_WORD.test(content[start - 1] ?? "")) push(start, index + cut.length, "");
    }
    for (const { index, 0: cut } of content.matchAll(AT_LINE_END)) {
      if (!ENDS_WORD.test(content[index - 1] ?? "")) continue;
      const [first, second] = wordsAround(content, index, index + cut.length);
      push(index, index + cut.length, isKnownWhole(first, second, words.has) ? "" : "-");
    }
    for (const { index, 0: cut } of content.matchAll(IN_LINE)) {
      if (!ENDS_WORD.test(content[index - 1] ?? "")) continue;
      const [first, second] = wordsAround(content, index, index + cut.length);
      if (isKnownWhole(first, second, words.has)) push(index, index + cut.length, "");
      else if (words.has(`${first}-${second}`)) push(index + 1, index + cut.length, "");
    }
    return edits;
  },
  examples: [
    ["жұмысшылар келді, жұмыс-\nшылар кетті", "жұмысшылар келді, жұмысшылар кетті"],
    ["сағат 18.00\n-ге дейін", "сағат 18.00-ге дейін"],
    ["Заңының 10\n-бабының", "Заңының 10-бабының"],
    ["осы Қағидаларға 2-\nқосымшаға сәйкес", "осы Қағидаларға 2-қосымшаға сәйкес"],
    ["2024-\n2026", "2024-2026"],
    ["медициналық-\nсанитариялық", "медициналық-санитариялық"],
    ["дүйсенбі - \nсенбі", "дүйсенбі - сенбі"],
    ["бастап- 1 (бір)", "бастап- 1 (бір)"],
  ],
};

function wordsAround(content: string, start: number, end: number): [first: string, second: string] {
  return [
    LAST_WORD.exec(content.slice(Math.max(0, start - 40), start))?.[0] ?? "",
    NEXT_WORD.exec(content.slice(end, end + 40))?.[0] ?? "",
  ];
}

const isKnownWhole = (first: string, second: string, has: (word: string) => boolean): boolean =>
  first.length > 1 && second.length > 1 && has(first + second) && !has(`${first}-${second}`);
