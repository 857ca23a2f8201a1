import type { Denials } from "../language/lint-words.ts";
import { groupedBy } from "../model/grouped-by.ts";
import type { Part } from "./draft.ts";

/** A statement of a provision: what it speaks of, and whether it denies that. */
export interface Statement {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  /** The words it begins with: statements of one thing begin alike. */
  readonly beginning: string;
  /** The beginnings of its other words; those that deny are not among them. */
  readonly content: ReadonlySet<string>;
  /** Denied once, or any odd number of times. */
  readonly denied: boolean;
}

/** A shorter statement says too little for another to be its denial. */
const FEWEST = 5;
/** By so many words statements of one thing begin alike. */
const BEGINNING = 2;
/** So many letters tell one word from another, whatever its ending. */
const LETTERS = 5;

/** What the normative parts of each service say, in reading order. */
export const byServiceOfParts = (parts: readonly Part[]): readonly (readonly Part[])[] => [
  ...groupedBy(
    parts.filter(({ aside, role }) => !aside && role === "words"),
    ({ service }) => service ?? 0,
  ).values(),
];

/** The statements of a part, each up to a full stop or semicolon. */
export function statementsIn(part: Part, denials: Denials): readonly Statement[] {
  return [...part.words.text.matchAll(/[^.;]+/gu)].flatMap(({ 0: text, index }) => {
    const words = (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length > 1);
    const denying = words.map((word, at) => denies(word, words[at + 1], words.length - at, denials));
    const said = words.filter((word, at) => word.length > 2 && denying[at] !== true);
    const content = new Set(said.map((word) => word.slice(0, LETTERS)));
    if (content.size < FEWEST) return [];
    const start = index + (text.length - text.trimStart().length);
    return [
      {
        part,
        start,
        end: index + text.trimEnd().length,
        beginning: said
          .slice(0, BEGINNING)
          .map((word) => word.slice(0, LETTERS))
          .join(" "),
        content,
        denied: denying.filter(Boolean).length % 2 === 1,
      },
    ];
  });
}

function denies(
  word: string,
  next: string | undefined,
  fromEnd: number,
  { words, endings, bounds, within }: Denials,
): boolean {
  if (within !== undefined && fromEnd > within) return false;
  if (bounds.some((bound) => word.startsWith(bound) || next?.startsWith(bound) === true)) return false;
  return words.includes(word) || endings.some((ending) => word.endsWith(ending));
}
