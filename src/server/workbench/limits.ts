export const MEGABYTE = 1024 * 1024;

/** Of a change, in bytes. */
export const LARGEST_BODY = MEGABYTE / 4;
/** Of a file that is opened, in bytes. */
export const LARGEST_ACT = 32 * MEGABYTE;
