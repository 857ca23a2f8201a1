import type { LinkWords } from "../language/link-words.ts";

/** How links read in a language: the patterns by which their words are found and their places known. */
export interface LinkPatterns {
  /**
   * A reference as links have it: `1-қосымшаға`, `2) тармақшасына`, `№ 146`, `стандартына`; run on after `сәйкес` or a
   * mark also a title's last word. Groups: numbered, counted, of a register, bare.
   */
  readonly reference: RegExp;
  /** What can stand only after a reference, and white space before such a word. */
  readonly asks: RegExp;
  readonly asked: RegExp;
  /** A genitive at the end of what stands before a word that asks. */
  readonly wanting: RegExp;
  readonly owned: RegExp;
  readonly dated: RegExp;
  /** A date, or the sign before a number: the number of an act belongs there. */
  readonly wantsRegister: RegExp;
  readonly countedNext: RegExp;
  readonly runOn: RegExp;
  readonly goesOn: RegExp;
  readonly genitive: RegExp;
  /** The space beside a hyphen that parts a number from what it numbers or from its ending: `10 -бабының`, `8.00- ден`. */
  readonly afterNumber: RegExp;
}

const made = new WeakMap<LinkWords, LinkPatterns>();

/** The patterns of these words; made once. */
export function linkPatterns(words: LinkWords): LinkPatterns {
  const known = made.get(words);
  if (known !== undefined) return known;
  const patterns = make(words);
  made.set(words, patterns);
  return patterns;
}

const anyOf = (list: readonly string[]): string => list.join("|");
const SPACE = "(?: |\\r?\\n)";

function make(words: LinkWords): LinkPatterns {
  const numbered = `\\d{1,4}(?:-\\d{1,3}){0,2}[-–]${SPACE}?(?:${anyOf(words.numbered)})\\p{L}{0,15}`;
  const counted = `\\d{1,3}\\)${SPACE}(?:${anyOf(words.counted)})\\p{L}{0,15}`;
  const registers = anyOf(words.registers).replaceAll(" ", SPACE);
  const registered = `(?:№${SPACE})?(?:${registers}) ?-\\d{1,6}|№${SPACE}[\\d/-]{0,12}\\d`;
  const bare = `(?:${anyOf(words.bare)})\\p{L}{0,12}?(?:${anyOf(words.endings)})`;
  const asks = anyOf(words.asksForReference);
  const genitive = anyOf(words.genitive);
  const suffix = `(?:${anyOf(words.numbered)}|(?:${anyOf(words.caseEndings)})(?!\\p{L}))`;
  return {
    reference: new RegExp(
      `(?:(${numbered})|(${counted})|(${registered})|((?<!\\p{L})${bare}|(?<=${words.accordance})${bare}|(?<=[.;:])(?:${anyOf(words.titles)})))(?![\\p{L}\\p{Nd}-])`,
      "giu",
    ),
    asks: new RegExp(`^(?:${asks})(?:(?!\\p{L})|(?=${bare}))`, "u"),
    asked: new RegExp(`\\s(?=(?:${asks})(?!\\p{L}))`, "gu"),
    wanting: new RegExp(`\\p{L}(?:${genitive})(?: \\([^()]{3,60}\\))?$`, "u"),
    owned: new RegExp(
      `(?:\\p{L}(?:${genitive})|(?<!\\p{L})(?:${anyOf(words.owners)})|[,–-]|${anyOf(words.joiners)})\\s+$`,
      "iu",
    ),
    dated: new RegExp(`(?:\\d{4}|${anyOf([...words.dated, ...words.registered])})\\s+$`, "iu"),
    wantsRegister: new RegExp(`(?:\\d{2}\\.\\d{2}\\.\\d{4}|\\p{L}(?:${anyOf(words.dated)})|№)$`, "u"),
    countedNext: new RegExp(`^${counted}`, "iu"),
    runOn: new RegExp(`[.;:(]$|${words.accordance}$`, "u"),
    goesOn: new RegExp(`^\\s*(?:${anyOf(words.goesOn)})`, "u"),
    genitive: new RegExp(`(?:${genitive})$`, "u"),
    afterNumber: new RegExp(`(?<=\\d) (?=[-–]${suffix})|(?<=\\d-) (?=${suffix})`, "gu"),
  };
}

const OPEN_NUMBER = /\d[-–]$/u;
const OPEN_COUNT = /\d\)$/u;

/** A genitive before a word that asks for a reference: one is missing, also where no gap shows it. */
export const wantsReference = (before: string, links: LinkPatterns): boolean => links.wanting.test(before);

/** What the words around a gap want in it; undefined where they do not say that anything is missing. */
export type Wanted = "bare" | "register" | "any";

export function wanted(before: string, after: string, links: LinkPatterns): Wanted | undefined {
  if (OPEN_NUMBER.test(before) || OPEN_COUNT.test(before)) return "bare";
  if (links.wantsRegister.test(before)) return links.asks.test(after) ? "any" : "register";
  return links.asks.test(after) || after.startsWith("(") || links.countedNext.test(after) ? "any" : undefined;
}

export const fits = (reference: RegExpExecArray, want: Wanted): boolean =>
  want === "any" || (want === "bare" ? reference[4] !== undefined : reference[3] !== undefined);

/** Whether the words before a reference own it, so that it may stand where it is. */
export function isOwned(before: string, reference: RegExpExecArray, links: LinkPatterns): boolean {
  return reference[3] === undefined ? links.owned.test(before) : links.dated.test(before);
}

/** Run on after a mark without a space, or a number that nothing before it owns and nothing after it asks for. */
export function isMisplaced(text: string, reference: RegExpExecArray, links: LinkPatterns): boolean {
  const before = text.slice(0, reference.index);
  if (links.runOn.test(before)) return true;
  return (
    reference[4] === undefined &&
    !isOwned(before, reference, links) &&
    (links.genitive.test(reference[0]) ||
      !links.goesOn.test(text.slice(reference.index + reference[0].length)))
  );
}
