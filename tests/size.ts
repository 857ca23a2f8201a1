/** Whether the long proofs run at their full size: `npm run test:full` sets TESTS=full, every day they are smaller. */
export const FULL = process.env["TESTS"] === "full";

/** How many of something a proof takes: every day, and at full size. No proof is left out, whatever its size. */
export function size<T>(everyDay: T, full: T): T {
  return FULL ? full : everyDay;
}
