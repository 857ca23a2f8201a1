import { lineIndex, type LineColumn } from "./line-index.ts";
import { placeAt, type PlacedSpan, type SourcePlace } from "./source-place.ts";

/** Where an offset of a text is: in its lines, and in the file, where that has no lines of its own. */
export interface Located extends LineColumn {
  readonly place?: SourcePlace;
}

/** Finds many offsets in one text; the one way by which results tell where something stands. */
export function locator(content: string, places: readonly PlacedSpan[]): (offset: number) => Located {
  const lineOf = lineIndex(content);
  return (offset) => {
    const place = placeAt(places, offset);
    return { ...lineOf(offset), ...(place === undefined ? {} : { place }) };
  };
}
