import type { Citation } from "../../model/citation.ts";
import type { Located } from "../../model/locator.ts";
import type { BothPlaces, NotCompared, ParityDifference } from "../../model/parity.ts";
import type { HeldTexts, ReadOtherwise } from "../../model/held-texts.ts";
import type { LocateBoth } from "./located.ts";

/** A citation with its place in the file. */
export interface PlacedCitation extends Citation, Partial<Located> {
  /** First and last line of the file that the words touch, from 1. */
  readonly lines?: readonly [first: number, last: number];
}

type Placed<One extends BothPlaces> = Omit<One, keyof BothPlaces> & {
  readonly [Side in keyof BothPlaces]: readonly PlacedCitation[];
};

/** A comparison of languages for programs (schemas/parity.schema.json). */
export interface ParityReport extends Omit<HeldTexts, "differences" | "notCompared" | "readOtherwise"> {
  readonly differences: readonly Placed<ParityDifference>[];
  readonly notCompared: readonly Placed<NotCompared>[];
  readonly readOtherwise: readonly Placed<ReadOtherwise>[];
}

/** A comparison of languages for programs: each citation with its lines. */
export function parityReport(parity: HeldTexts, locate: LocateBoth): ParityReport {
  const placed = <One extends BothPlaces>(one: One): Placed<One> => ({
    ...one,
    first: one.first.map((citation) => placedCitation(citation, locate.first)),
    second: one.second.map((citation) => placedCitation(citation, locate.second)),
  });
  return {
    ...parity,
    differences: parity.differences.map(placed),
    notCompared: parity.notCompared.map(placed),
    readOtherwise: parity.readOtherwise.map(placed),
  };
}

function placedCitation(citation: Citation, locate: (offset: number) => Located): PlacedCitation {
  const [first, last] = [citation.spans[0], citation.spans.at(-1)];
  if (first === undefined || last === undefined) return citation;
  const at = locate(first.start);
  return { ...citation, ...at, lines: [at.line, locate(Math.max(first.start, last.end - 1)).line] };
}
