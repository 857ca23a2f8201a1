import type { AmendLanguage } from "../language/amend-words.ts";
import type { AmendAction, AmendReason, AmendedPlace } from "../model/amendment.ts";
import { sourceSpans, type Passage } from "../model/passage.ts";
import { exactWords, inflectedWords, type FoundWords } from "./find-words.ts";
import { withoutEnd } from "../model/without-end.ts";
import { wordsOf, type Flat, type Scope } from "./flat.ts";

/** Changes of words, each with its place. */
export interface WordsEdited {
  readonly changes: readonly WordsChange[];
}

interface WordsChange {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly place: AmendedPlace;
}

type Failed = { readonly because: AmendReason; readonly cites?: readonly string[]; readonly words?: string };
type WordsAction = Extract<AmendAction, { readonly is: "replace-words" | "delete-words" | "insert-words" }>;

/** Words of a provision, and where they are found in it. */
interface Place {
  readonly flat: Flat;
  readonly passage: Passage;
  readonly offset: number;
  readonly text: string;
}

interface At extends FoundWords {
  readonly place: Place;
  readonly inflected: boolean;
}

/** Changes words within scopes: those that stand there once, or wherever they stand where the instruction says so. */
export function editWords(
  action: WordsAction,
  flats: readonly Flat[],
  scopes: readonly Scope[],
  language: AmendLanguage,
): WordsEdited | Failed {
  if (action.is === "insert-words") return insertWords(action, flats, scopes, language);
  const told = action.is === "replace-words" ? action.pairs : action.words.map((old) => [old, ""] as const);
  const pairs = action.everywhere ? told.flatMap((pair) => atBeginnings(pair, flats, scopes)) : told;
  const changes: WordsChange[] = [];
  for (const [old, by] of pairs)
    for (const scope of action.everywhere ? [scopes] : scopes.map((one) => [one])) {
      const found = find(old, placesIn(flats, scope), language, action);
      if ("because" in found) {
        if (changes.length > 0 && action.everywhere) continue;
        return found;
      }
      for (const at of found.at) {
        const form = at.inflected ? language.reinflected(old, at.text, by) : by;
        if (form === undefined)
          return { because: "words-in-other-form", words: at.text, cites: [at.place.flat.node.cite] };
        changes.push(changed(at, form));
      }
    }
  return { changes };
}

/** A pair of words, and both with capitals where the old ones stand so at the beginning of a sentence. */
function atBeginnings(
  [old, by]: readonly [string, string],
  flats: readonly Flat[],
  scopes: readonly Scope[],
): readonly (readonly [string, string])[] {
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const begins = capital(old);
  const stem = begins.slice(0, Math.max(2, begins.length - 2));
  const stands = begins !== old && placesIn(flats, scopes).some(({ text }) => text.includes(stem));
  return stands ? [[old, by], [begins, capital(by)] as const] : [[old, by]];
}

const NOT_LAW: ReadonlySet<string> = new Set(["note", "signature"]);

function placesIn(flats: readonly Flat[], scopes: readonly Scope[]): readonly Place[] {
  return scopes.flatMap(({ from, to, within, flat }) =>
    flats.slice(from, to).flatMap((one) => {
      if (NOT_LAW.has(one.node.type) || NOT_LAW.has(one.parent?.node.type ?? "")) return [];
      if (within !== undefined && one === flat && one.node.passage !== undefined) {
        const { passage } = one.node;
        return [{ flat: one, passage, offset: within[0], text: passage.text.slice(within[0], within[1]) }];
      }
      return wordsOf(one.node)
        .filter((words) => words !== one.node.marker)
        .map((passage) => ({ flat: one, passage, offset: 0, text: passage.text }));
    }),
  );
}

function find(
  words: string,
  places: readonly Place[],
  language: AmendLanguage,
  { everywhere, inCases }: { readonly everywhere: boolean; readonly inCases: boolean },
): { readonly at: readonly At[] } | Failed {
  const exact = places.flatMap((place) =>
    exactWords(place.text, words).map((one) => ({ ...one, place, inflected: false })),
  );
  const other = (): readonly At[] =>
    places.flatMap((place) =>
      inflectedWords(place.text, words, language).map((one) => ({ ...one, place, inflected: true })),
    );
  if (everywhere || inCases) {
    const all = [...exact, ...other()];
    return all.length === 0 ? { because: "words-not-found", words } : { at: all };
  }
  const found = exact.length > 0 ? exact : other();
  if (found.length === 1) return { at: found };
  if (found.length === 0) return { because: "words-not-found", words };
  const cites = [...new Set(found.map(({ place }) => place.flat.node.cite))];
  return { because: exact.length > 0 ? "words-several" : "words-in-other-form", words, cites };
}

function changed({ from, to, text, place, inflected }: At, by: string): WordsChange {
  const [start, end] = by === "" ? withSpace(place.text, from, to) : [from, to];
  return at(
    place,
    start,
    end,
    by,
    [{ is: "removed", text }, ...(by === "" ? [] : [{ is: "added" as const, text: by }])],
    inflected,
  );
}

/** Words that are taken out go with the space before them, or behind them at a beginning. */
function withSpace(text: string, from: number, to: number): readonly [number, number] {
  if (text.charAt(from - 1) === " ") return [from - 1, to];
  return text.charAt(to) === " " ? [from, to + 1] : [from, to];
}

function at(
  { flat, passage, offset }: Place,
  from: number,
  to: number,
  by: string,
  marks: AmendedPlace["marks"],
  inflected: boolean,
): WordsChange {
  const { start, end } = edges(passage, offset + from, offset + to);
  const { path, cite } = flat.node;
  return { start, end, by, place: { path, cite, marks, ...(inflected ? { inflected } : {}) } };
}

/** Where a stretch of words stands in the file; of an empty one, where it would stand. */
function edges(passage: Passage, from: number, to: number): { readonly start: number; readonly end: number } {
  if (to > from) {
    const spans = sourceSpans(passage, from, to);
    return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
  }
  const before =
    from > 0 ? sourceSpans(passage, from - 1, from).at(-1)?.end : sourceSpans(passage, 0, 1)[0]?.start;
  return { start: before ?? 0, end: before ?? 0 };
}

const CLOSES = ".;:,";
const JOINS = /^[,.;:)]/u;

function insertWords(
  action: Extract<WordsAction, { readonly is: "insert-words" }>,
  flats: readonly Flat[],
  scopes: readonly Scope[],
  language: AmendLanguage,
): WordsEdited | Failed {
  const changes: WordsChange[] = [];
  for (const scope of scopes) {
    const spot =
      action.anchor === undefined
        ? endOf(flats, scope)
        : beside(action.anchor, action.at, flats, scope, language);
    if ("because" in spot) return spot;
    const { place, offset } = spot;
    const glued = JOINS.test(action.words);
    const by = action.at === "before" ? `${action.words} ` : `${glued ? "" : " "}${action.words}`;
    changes.push(at(place, offset, offset, by, [{ is: "added", text: action.words }], false));
  }
  return { changes };
}

type Spot = { readonly place: Place; readonly offset: number } | Failed;

function beside(
  anchor: string,
  side: "after" | "before" | "end",
  flats: readonly Flat[],
  scope: Scope,
  language: AmendLanguage,
): Spot {
  const found = find(anchor, placesIn(flats, [scope]), language, { everywhere: false, inCases: false });
  if ("because" in found) return found;
  const [one] = found.at;
  if (one === undefined) return { because: "words-not-found", words: anchor };
  return { place: one.place, offset: side === "before" ? one.from : one.to };
}

/** The end of the only words of a scope, before the mark that closes them. */
function endOf(flats: readonly Flat[], scope: Scope): Spot {
  const places = placesIn(flats, [scope]).filter(({ text }) => text !== "");
  const [place] = places;
  if (place === undefined) return { because: "target-not-found" };
  if (places.length > 1)
    return { because: "target-several", cites: places.map(({ flat }) => flat.node.cite) };
  return { place, offset: withoutEnd(place.text, CLOSES).length };
}
