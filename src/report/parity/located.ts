import type { Citation } from "../../model/citation.ts";
import type { Language } from "../../model/language.ts";
import type { Located } from "../../model/locator.ts";
import type { BothPlaces } from "../../model/parity.ts";
import { sourcePlaceText } from "../source-place.ts";

/** Where offsets of either text are. */
export type LocateBoth = Readonly<Record<"first" | "second", (offset: number) => Located>>;

/** A place as a person finds it: file, line and column, or what the file has in their stead. */
export function foundAt(
  { document, spans }: Citation,
  locate: (offset: number) => Located,
  language: Language,
): string {
  const [first] = spans;
  if (first === undefined) return document;
  const { line, column, place } = locate(first.start);
  return place === undefined
    ? `${document}:${line}:${column}`
    : `${document}: ${sourcePlaceText(place, language)}`;
}

/** Where a place begins in either text that has it. */
export const placesText = ({ first, second }: BothPlaces, locate: LocateBoth, language: Language): string =>
  [
    ...first.slice(0, 1).map((citation) => foundAt(citation, locate.first, language)),
    ...second.slice(0, 1).map((citation) => foundAt(citation, locate.second, language)),
  ].join(" ↔ ");
