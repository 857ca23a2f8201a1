import type { ParityPoint } from "../model/parity.ts";
import type { Block } from "./block.ts";
import { excessOf } from "./compare-signs.ts";
import { said } from "./said.ts";
import type { Sign, Signs } from "./sign.ts";

/** An address of the net as it stands in an act, with blanks that printing has put in. */
const ADDRESS = /www\s?\.\s?[\p{L}\p{N}\u200b-]+(?:\s?\.\s?[\p{L}\p{N}\u200b-]+){1,3}/giu;
/** What is printed otherwise for one address: points, hyphens, blanks, and letters that another script has as well. */
const UNCERTAIN = /[^bdf-nq-wz0-9]/gu;

/** The addresses of pages in a block's words. */
export const addressesIn = (block: Block): readonly Sign[] =>
  [...block.words.text.matchAll(ADDRESS)].map((match) => ({
    value: match[0].toLowerCase().replace(UNCERTAIN, ""),
    block,
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Where both languages name pages, those that one of them alone names. */
export function addressPoints(first: Signs, second: Signs): readonly ParityPoint[] {
  if (first.addresses.length === 0 || second.addresses.length === 0) return [];
  const { ours, theirs } = excessOf(first.addresses, second.addresses);
  const rest = (signs: readonly Sign[], of: readonly Sign[]): readonly Sign[] =>
    signs.filter(
      ({ value }) => !of.some((other) => other.value.includes(value) || value.includes(other.value)),
    );
  return [
    ...rest(ours, second.addresses).map((sign) => ({ class: "channel" as const, first: said(sign) })),
    ...rest(theirs, first.addresses).map((sign) => ({ class: "channel" as const, second: said(sign) })),
  ];
}
