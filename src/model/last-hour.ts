/** At which hour a last day ends: when the organisation closes, or at 24:00. */
export type LastHour = "closing" | "midnight";
