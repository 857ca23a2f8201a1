import type { Provision } from "../model/law.ts";

/** Whether a law leaves it open at which hour a last day ends: it has both, closing and 24:00, and does not say which is whose. */
export const leavesLastHourOpen = (provisions: readonly Provision[]): boolean =>
  provisions.some(
    (each) => each.kind === "counting" && each.question === "last-hour" && each.answer === "24:00-or-closing",
  );
