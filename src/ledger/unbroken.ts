import type { Passage } from "../model/passage.ts";
import type { Span } from "../model/span.ts";

/**
 * Stretches of a passage whose letters cannot be told apart in the source (a stretched word closed up): a cut inside one
 * would give its place to both sides.
 */
export function unbrokenIn({ runs }: Passage): readonly Span[] {
  return runs
    .filter(({ length, source }) => length !== source.end - source.start)
    .map(({ at, length }) => ({ start: at, end: at + length }));
}

/** Where a cut may be instead: at the beginning of the stretch that it would break. */
export const cutAt = (unbroken: readonly Span[], at: number): number =>
  unbroken.find(({ start, end }) => start < at && at < end)?.start ?? at;

/** Some words with all of the stretches that they begin or end in. */
export const withWhole = (unbroken: readonly Span[], { start, end }: Span): Span => ({
  start: cutAt(unbroken, start),
  end: unbroken.find((one) => one.start < end && end < one.end)?.end ?? end,
});
