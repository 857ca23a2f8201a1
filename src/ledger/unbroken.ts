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
  stretchAround(unbroken, at)?.start ?? at;

/** Some words with all of the stretches that they begin or end in. */
export const withWhole = (unbroken: readonly Span[], { start, end }: Span): Span => ({
  start: cutAt(unbroken, start),
  end: stretchAround(unbroken, end)?.end ?? end,
});

/** The stretch that a cut would break, of stretches in their order. */
function stretchAround(unbroken: readonly Span[], at: number): Span | undefined {
  const last = unbroken[firstEndingAfter(unbroken, at)];
  return last !== undefined && last.start < at ? last : undefined;
}

/** Index of the first stretch that ends after an offset, of stretches in their order. */
export function firstEndingAfter(stretches: readonly Span[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
