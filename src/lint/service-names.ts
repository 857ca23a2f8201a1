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

function otherNames(draft: Draft, { root, parts, service }: Regulation, words: LintWords): readonly Found[] {
  const title = parts.find((part) => part.path === root.path && part.role === "title");
  if (title === undefined || service === 0) return [];
  const mention = new RegExp(`"\\s*(?=${anyOf(words.service)})`, "giu");
  const name = lastWords(title.words.text, mention);
  if (name === undefined) return [];
  const seen = new Set<string>();
  return parts
    .filter((part) => part.role === "words" || part.role === "title")
    .flatMap((part) =>
      [...part.words.text.matchAll(mention)].flatMap((match): readonly Found[] => {
        const before = wordsWithPlaces(part.words.text.slice(0, match.index)).slice(-name.length);
        const said = before.map(({ word }) => word);
        const shared = said.filter((word) => name.includes(word)).length / name.length;
        if (
          said.join(" ") === name.join(" ") ||
          shared < ALIKE ||
          said.length < name.length ||
          seen.has(said.join(" "))
        )
          return [];
        seen.add(said.join(" "));
        return [
          {
            at: citePart(draft, part, before[0]?.at ?? 0, match.index),
            beside: citePart(draft, title),
            details: { one: said.join(" "), other: name.join(" ") },
          },
        ];
      }),
    );
}

/** The words of the name in the title: all between the first quotation mark and the one before "public service". */
function lastWords(text: string, mention: RegExp): readonly string[] | undefined {
  const [match] = text.matchAll(mention);
  const start = text.indexOf('"');
  if (match === undefined || start < 0 || match.index <= start) return undefined;
  const found = wordsWithPlaces(text.slice(start, match.index)).map(({ word }) => word);
  return found.length < 2 ? undefined : found;
}

const wordsWithPlaces = (text: string): readonly { readonly word: string; readonly at: number }[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((match) => ({ word: match[0].toLowerCase(), at: match.index }));
