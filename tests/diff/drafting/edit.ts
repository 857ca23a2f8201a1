import type { Act, Place } from "./act.ts";

/** Words put in place of a stretch of a text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** What a drafter does to a text, and what has to be told of it. */
export interface Edit {
  readonly kind: string;
  /** What says something else is told; what says the same is not. */
  readonly told: boolean;
  /** Where it can be made; each is a way of making it once. */
  readonly ways: (act: Act) => readonly (readonly Splice[])[];
}

/** An edit of the words of one provision. */
export const ofWords = (
  kind: string,
  told: boolean,
  reword: (words: string, place: Place, act: Act) => readonly Splice[],
): Edit => ({
  kind,
  told,
  ways: (act) =>
    act.places.flatMap((place) =>
      reword(act.text.slice(place.start, place.end), place, act).map(({ start, end, by }) => [
        { start: place.start + start, end: place.start + end, by },
      ]),
    ),
});

/** The places of a pattern, each with what is put there; none where that is the same. */
export const each =
  (pattern: RegExp, by: (match: RegExpExecArray) => string | undefined) => (words: string) =>
    [...words.matchAll(pattern)].flatMap((match): readonly Splice[] => {
      const other = by(match);
      const start = match.index;
      return other === undefined || other === match[0]
        ? []
        : [{ start, end: start + match[0].length, by: other }];
    });
