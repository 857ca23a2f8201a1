/** Whether the long proofs run at their full size: `npm run test:full` sets TESTS=full, every day they are smaller. */
const FULL = process.env["TESTS"] === "full";

/** How many of something a proof takes: every day, and at full size. No proof is left out, whatever its size. */
export function size<T>(everyDay: T, full: T): T {
  return FULL ? full : everyDay;
}

/** All of a list at full size; every day each `of`-th of it, from the one that `from` counts. */
export function share<T>(all: readonly T[], from: number, of: number): readonly T[] {
  return FULL ? all : all.filter((_, index) => index % of === from);
}
