import { citePart, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";
import { regulationsOf, type Regulation } from "./regulations.ts";

/** So much of the name must be there for it to be the name at all. */
const ALIKE = 0.6;

/** The service under another name than in the title of its own regulation. Told once for each other name. */
export const serviceNames: Lint = {
  code: "service-names",
  severity: "warning",

  find: (draft, { lint: words }) =>
    regulationsOf(draft).flatMap((regulation) => otherNames(draft, regulation, words)),

  examples: {
    must: [
      {
        text: [
          ["service-1", 'title: "Орталықтан мәліметтер ұсыну" мемлекеттік қызмет көрсету қағидалары'],
          [
            "service-1/clause-1",
            'және "Орталықтан мәліметтер беру" мемлекеттік қызмет көрсету тәртібін айқындайды',
          ],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1", 'title: "Орталықтан мәліметтер ұсыну" мемлекеттік қызмет көрсету қағидалары'],
          [
            "service-1/clause-1",
            'және "Орталықтан Мәліметтер Ұсыну" мемлекеттік қызмет көрсету тәртібін айқындайды',
          ],
          ["service-1/clause-2", '"Рұқсат беру" мемлекеттік қызмет туралы'],
        ],
      },
    ],
  },
};

/** A name of more words is none: a title that was put in quotes as a whole. */
const WORDS = 100;

function otherNames(draft: Draft, { root, parts, service }: Regulation, words: LintWords): readonly Found[] {
  const title = parts.find((part) => part.path === root.path && part.role === "title");
  if (title === undefined || service === 0) return [];
  const mention = mentionPattern(words);
  const name = lastWords(title.words.text, mention);
  if (name === undefined) return [];
  const beside = citePart(draft, title);
  const seen = new Set<string>([name.join(" ")]);
  return parts
    .filter((part) => part.role === "words" || part.role === "title")
    .flatMap((part) =>
      namesBefore(part.words.text, mention, name.length).flatMap(({ start, end, said }): readonly Found[] => {
        const one = said.join(" ");
        const shared = said.filter((word) => name.includes(word)).length / name.length;
        if (shared < ALIKE || said.length < name.length || seen.has(one)) return [];
        seen.add(one);
        return [{ at: citePart(draft, part, start, end), beside, details: { one, other: name.join(" ") } }];
      }),
    );
}

/** The quotation mark that closes a name before "public service". */
const mentionPattern = (words: LintWords): RegExp => new RegExp(`"\\s*(?=${anyOf(words.service)})`, "giu");

/** So many words as the name has before each mention of the service, and where they stand. */
function namesBefore(
  text: string,
  mention: RegExp,
  length: number,
): readonly { readonly start: number; readonly end: number; readonly said: readonly string[] }[] {
  const all = wordsWithPlaces(text);
  let before = 0;
  return [...text.matchAll(mention)].map(({ index: end }) => {
    while ((all[before]?.at ?? Infinity) < end) before += 1;
    const own = all.slice(Math.max(0, before - length), before);
    return { start: own[0]?.at ?? 0, end, said: own.map(({ word }) => word) };
  });
}

/** The words of the name in the title: all between the first quotation mark and the one before "public service". */
function lastWords(text: string, mention: RegExp): readonly string[] | undefined {
  const [match] = text.matchAll(mention);
  const start = text.indexOf('"');
  if (match === undefined || start < 0 || match.index <= start) return undefined;
  const found = wordsWithPlaces(text.slice(start, match.index)).map(({ word }) => word);
  return found.length < 2 || found.length > WORDS ? undefined : found;
}

const wordsWithPlaces = (text: string): readonly { readonly word: string; readonly at: number }[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((match) => ({ word: match[0].toLowerCase(), at: match.index }));
