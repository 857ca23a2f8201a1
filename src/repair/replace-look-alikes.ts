import type { TextLanguage } from "../language/text-language.ts";
import { wordAround } from "../model/letter.ts";
import type { Span } from "../model/span.ts";
import type { Edit } from "./edit.ts";
import type { Repair } from "./repair-type.ts";

const made = new Map<string, RegExp>();

/** A word of letters of both scripts, found from the place where one meets the other. */
function mixed(alphabet: string): RegExp {
  const own = `[${alphabet}]`;
  const pattern = made.get(alphabet) ?? new RegExp(`[a-z](?=${own})|(?<=${own})[a-z]`, "giu");
  made.set(alphabet, pattern);
  return pattern;
}

/** Puts the language's own letter for a Latin one that looks like it, in a word that is otherwise of its letters. */
export const replaceLookAlikes: Repair = {
  id: "replace-look-alikes",
  finding: "repair/look-alike",
  find: (content, { language }) => {
    if (language === undefined) return [];
    const edits: Edit[] = [];
    let done = -1;
    for (const { index } of content.matchAll(mixed(language.alphabet))) {
      if (index < done) continue;
      const word = wordAround(content, { start: index, end: index + 1 });
      done = word.end;
      edits.push(...replaced(content, word, language));
    }
    return edits;
  },
  examples: [
    ["тiркелгенiн растайтын", "тіркелгенін растайтын"],
    ["мемлекеттiк қызмет", "мемлекеттік қызмет"],
    ["пункт 9 Cтандарта", "пункт 9 Стандарта", "ru"],
    ["услугodатель", "услугodатель", "ru"],
    ["www.egov.kz порталы", "www.egov.kz порталы"],
    ["СОVID-19", "СОVID-19"],
  ],
};

/** One edit a letter; none where a Latin letter has no double or the word is mainly Latin. */
function replaced(content: string, word: Span, language: TextLanguage): Edit[] {
  const edits: Edit[] = [];
  for (let at = word.start; at < word.end; at += 1) {
    const letter = content[at] ?? "";
    if (!/[a-z]/i.test(letter)) continue;
    const by = language.lookAlike(letter);
    if (by === undefined || !language.alphabet.includes(by.toLowerCase())) return [];
    edits.push({ kind: "replace-look-alikes", at: { start: at, end: at + 1 }, by });
  }
  return edits.length * 2 <= word.end - word.start ? edits : [];
}
