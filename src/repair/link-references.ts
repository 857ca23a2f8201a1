import words from "./link-words.json" with { type: "json" };

const anyOf = (list: readonly string[]): string => list.join("|");
const SPACE = "(?: |\\r?\\n)";
const NUMBERED = `\\d{1,4}(?:-\\d{1,3}){0,2}[-–]${SPACE}?(?:${anyOf(words.numbered)})\\p{L}{0,15}`;
const COUNTED = `\\d{1,3}\\)${SPACE}(?:${anyOf(words.counted)})\\p{L}{0,15}`;
const REGISTERS = anyOf(words.registers).replaceAll(" ", SPACE);
const REGISTERED = `(?:№${SPACE})?(?:${REGISTERS}) ?-\\d{1,6}|№${SPACE}[\\d/-]{0,12}\\d`;
const BARE = `(?:${anyOf(words.bare)})\\p{L}{0,12}?(?:${anyOf(words.endings)})`;

/**
 * A reference as links have it: `1-қосымшаға`, `2) тармақшасына`, `№ 146`, `стандартына`; run on after `сәйкес` or a mark
 * also a title's last word. Groups: numbered, counted, of a register, bare.
 */
export const REFERENCE = new RegExp(
  `(?:(${NUMBERED})|(${COUNTED})|(${REGISTERED})|((?<!\\p{L})${BARE}|(?<=сәйкес)${BARE}|(?<=[.;:])(?:${anyOf(words.titles)})))(?![\\p{L}\\p{Nd}-])`,
  "giu",
);

/** What can stand only after a reference. */
export const ASKS = new RegExp(`^(?:${anyOf(words.asksForReference)})(?:(?!\\p{L})|(?=${BARE}))`, "u");

/** White space before such a word. */
export const ASKED = new RegExp(`\\s(?=(?:${anyOf(words.asksForReference)})(?!\\p{L}))`, "gu");
const WANTING = new RegExp(`\\p{L}(?:${anyOf(words.genitive)})(?: \\([^()]{3,60}\\))?$`, "u");

/** A genitive before a word that asks for a reference: one is missing, also where no gap shows it. */
export const wantsReference = (before: string): boolean => WANTING.test(before);

const OWNED = new RegExp(
  `(?:\\p{L}(?:${anyOf(words.genitive)})|(?<!\\p{L})(?:${anyOf(words.owners)})|[,–-]|және|не|немесе)\\s+$`,
  "iu",
);
const DATED = new RegExp(`(?:\\d{4}|${anyOf([...words.dated, ...words.registered])})\\s+$`, "iu");
/** A date, or the sign before a number: the number of an act belongs there. */
const WANTS_REGISTER = new RegExp(`(?:\\d{2}\\.\\d{2}\\.\\d{4}|\\p{L}(?:${anyOf(words.dated)})|№)$`, "u");
const OPEN_NUMBER = /\d[-–]$/u;
const OPEN_COUNT = /\d\)$/u;
const COUNTED_NEXT = new RegExp(`^${COUNTED}`, "iu");
const RUN_ON = /[.;:(]$|сәйкес$/u;
const GOES_ON = /^\s*(?:сәйкес|көзделген)/u;
const GENITIVE = new RegExp(`(?:${anyOf(words.genitive)})$`, "u");

/** What the words around a gap want in it; undefined where they do not say that anything is missing. */
export type Wanted = "bare" | "register" | "any";

export function wanted(before: string, after: string): Wanted | undefined {
  if (OPEN_NUMBER.test(before) || OPEN_COUNT.test(before)) return "bare";
  if (WANTS_REGISTER.test(before)) return ASKS.test(after) ? "any" : "register";
  return ASKS.test(after) || after.startsWith("(") || COUNTED_NEXT.test(after) ? "any" : undefined;
}

export const fits = (reference: RegExpExecArray, want: Wanted): boolean =>
  want === "any" || (want === "bare" ? reference[4] !== undefined : reference[3] !== undefined);

/** Whether the words before a reference own it, so that it may stand where it is. */
export function isOwned(before: string, reference: RegExpExecArray): boolean {
  return reference[3] === undefined ? OWNED.test(before) : DATED.test(before);
}

/** Run on after a mark without a space, or a number that nothing before it owns and nothing after it asks for. */
export function isMisplaced(text: string, reference: RegExpExecArray): boolean {
  const before = text.slice(0, reference.index);
  if (RUN_ON.test(before)) return true;
  return (
    reference[4] === undefined &&
    !isOwned(before, reference) &&
    (GENITIVE.test(reference[0]) || !GOES_ON.test(text.slice(reference.index + reference[0].length)))
  );
}
