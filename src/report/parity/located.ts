import type { Citation } from "../../model/citation.ts";
import type { Language } from "../../model/language.ts";
import type { Located } from "../../model/locator.ts";
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
