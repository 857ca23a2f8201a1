import type { Location } from "sarif";
import type { Citation } from "../model/citation.ts";
import type { Language } from "../model/language.ts";
import type { Located } from "../model/locator.ts";
import type { SourcePlace } from "../model/source-place.ts";
import { sourcePlaceText } from "./source-place.ts";

type Cited = Pick<Citation, "path" | "spans">;
/** Where an offset is; absent where no text was looked at. */
type Locate = ((offset: number) => Located) | undefined;

/**
 * Words in a file as SARIF places them: lines and columns where the file has them. A DOCX, PDF or web page has none that a
 * viewer could find: of these the place is told in words and as a property, of a page also as the element.
 */
export function sarifLocation(cited: Cited, uri: string, locate: Locate, language: Language): Location {
  const physicalLocation = { artifactLocation: { uri } };
  const logicalLocations = cited.path === "" ? [] : [{ fullyQualifiedName: cited.path }];
  const ends = endsOf(cited, locate);
  if (ends === undefined) return { physicalLocation, logicalLocations };
  const { start, end } = ends;
  const { place } = start;
  if (place === undefined) {
    const region = {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
    return { physicalLocation: { ...physicalLocation, region }, logicalLocations };
  }
  const element = place.in === "html" ? [{ fullyQualifiedName: place.element, kind: "element" }] : [];
  return {
    physicalLocation,
    logicalLocations: [...logicalLocations, ...element],
    message: { text: sourcePlaceText(place, language) },
    properties: { place: { ...place } },
  };
}

/** What a result says of the place before its words, where a viewer could not show it: `page 3, 5 cm from the top: `. */
export function sarifPlace(cited: Cited | undefined, locate: Locate, language: Language): string {
  const place: SourcePlace | undefined = cited && endsOf(cited, locate)?.start.place;
  return place === undefined ? "" : `${sourcePlaceText(place, language)}: `;
}

function endsOf(
  { spans }: Cited,
  locate: Locate,
): { readonly start: Located; readonly end: Located } | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || locate === undefined) return undefined;
  return { start: locate(first.start), end: locate(last.end) };
}
