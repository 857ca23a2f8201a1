import { withoutEnd } from "../../model/without-end.ts";

/** Marks that are printed in several ways, each in one. */
const PRINTED: readonly (readonly [RegExp, string])[] = [
  [/[«»“”„‟‘’‚"']/gu, '"'],
  [/[\u2010-\u2015\u2212-]/gu, "-"],
  [/_+/gu, ""],
  [/[\s\u00ad\u200b-\u200d\u2060]+/gu, ""],
];

function plain(text: string): string {
  const told = PRINTED.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text.normalize("NFC"));
  // How an item ends hangs on whether it is the last of its list.
  return withoutEnd(told, ".;,:");
}

/**
 * Whether two wordings are equal but for how they are set: spaces and lines, kinds of quotation marks and dashes, blanks to
 * fill in, and the mark at the end.
 */
export const sameWording = (old: string, now: string): boolean => old === now || plain(old) === plain(now);
