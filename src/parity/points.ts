import type { Concept } from "../language/concepts.ts";
import type { ParityClass, ParityPoint, ParitySaid } from "../model/parity.ts";
import { addressPoints } from "./addresses.ts";
import { attributePoints } from "./attributes.ts";
import type { Block } from "./block.ts";
import type { ComparedPair } from "./compared-pair.ts";
import { joinPoints } from "./joins.ts";
import { exchangedParties } from "./parties.ts";
import { said } from "./said.ts";
import type { ConceptSign, Sign } from "./sign.ts";

/** In what the two sides of a pair differ. */
export function pointsOf(compared: ComparedPair): readonly ParityPoint[] {
  // Words that both texts have in one of the two languages are no translation of each other.
  if (textOf(compared.pair.ours) === textOf(compared.pair.theirs)) return [];
  return withoutRepeated([
    ...valuePoints(() => "deadline", compared.amounts.ours, compared.amounts.theirs),
    ...valuePoints(() => "hours", compared.clocks.ours, compared.clocks.theirs),
    ...valuePoints(
      ({ refers }) => (refers ? "reference" : "number"),
      compared.numbers.ours,
      compared.numbers.theirs,
    ),
    ...exchangedParties(compared.first, compared.second),
    ...valuePoints(() => "denial", compared.denials.ours, compared.denials.theirs),
    ...joinPoints(compared.first, compared.second),
    ...attributePoints(compared.first, compared.second),
    ...addressPoints(compared.first, compared.second),
    ...conceptPoints(compared),
    ...missingWords(compared),
  ]);
}

/** Of points about the same words of one side the first alone: a notary's paper is told once. */
const withoutRepeated = (points: readonly ParityPoint[]): readonly ParityPoint[] =>
  points.filter(
    ({ first, second }, index) =>
      (first !== undefined && second !== undefined) ||
      !points
        .slice(0, index)
        .some((told) => [told.first?.words, told.second?.words].includes((first ?? second)?.words)),
  );

const textOf = (blocks: readonly Block[]): string =>
  blocks.map(({ words }) => words.text.replace(/\s+/gu, " ")).join(" ");

/** Values in the order of the text: what one side says only goes with what the other says only. */
function valuePoints<Kind extends Sign>(
  classOf: (sign: Kind) => ParityClass,
  ours: readonly Kind[],
  theirs: readonly Kind[],
): readonly ParityPoint[] {
  return Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index): ParityPoint[] => {
    const [one, other] = [ours[index], theirs[index]];
    const sign = one ?? other;
    if (sign === undefined) return [];
    return [
      {
        class: classOf(sign),
        ...(one === undefined ? {} : { first: said(one) }),
        ...(other === undefined ? {} : { second: said(other) }),
      },
    ];
  }).flat();
}

/** Meanings that are held against each other in a way of their own. */
const PARTIES: ReadonlySet<Concept> = new Set(["applicant", "provider", "to-applicant", "to-provider"]);

function conceptPoints({ concepts }: ComparedPair): readonly ParityPoint[] {
  const points = (signs: readonly ConceptSign[], side: "first" | "second"): readonly ParityPoint[] =>
    signs.flatMap((sign) => (PARTIES.has(sign.concept) ? [] : [{ class: sign.class, [side]: said(sign) }]));
  const [ours, theirs] = [points(concepts.ours, "first"), points(concepts.theirs, "second")];
  const isDate = ({ class: of }: ParityPoint): boolean => of === "date";
  // A month that one side alone names is misspelt on the other.
  const dates = ours.some(isDate) && theirs.some(isDate);
  return [...ours, ...theirs].filter((point) => dates || !isDate(point));
}

/** Letters by which one side is longer, and how many times so, where words of it have no counterpart. */
const MISSED = 80;
const TIMES = 1.75;

/** A line to be filled in. */
const BLANK = /__/u;

/** Words that one side alone has, told by its length: the two languages take about as many letters for one thing. */
function missingWords({ pair }: ComparedPair): readonly ParityPoint[] {
  const [one, other] = [textOf(pair.ours), textOf(pair.theirs)];
  const isLonger = (some: string, others: string): boolean =>
    !BLANK.test(some) && some.length - others.length > MISSED && some.length > TIMES * others.length;
  const words = (quote: string): ParitySaid => ({ value: "words", words: quote });
  if (isLonger(one, other)) return [{ class: "missing", first: words(one) }];
  return isLonger(other, one) ? [{ class: "missing", second: words(other) }] : [];
}
