import { HOUR_MS } from "../../model/time-units.ts";

/** No public service was asked for before, and none will have been answered after: years that a slip of the pen makes. Epoch ms. */
export const EARLIEST_MEANT = Date.UTC(1950, 0, 1);
export const LATEST_MEANT = Date.UTC(2100, 0, 1);
/** An empty field that was taken for a number of seconds is 1 January 1970 on some clock of the world. */
export const EPOCH = { from: -14 * HOUR_MS, until: 14 * HOUR_MS };
