/** Milliseconds of a second. */
export const SECOND_MS = 1000;
/** Milliseconds of a minute. */
export const MINUTE_MS = 60 * SECOND_MS;
/** Milliseconds of an hour. */
export const HOUR_MS = 60 * MINUTE_MS;
/** Milliseconds of a day that no change of the clock makes longer or shorter. */
export const DAY_MS = 24 * HOUR_MS;

/** Seconds of an hour. */
export const HOUR_SECONDS = 3600;
/** Seconds of a day that no change of the clock makes longer or shorter. */
export const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Minutes of a day; counted from its midnight, where it ends: 24:00. */
export const DAY_MINUTES = 1440;
