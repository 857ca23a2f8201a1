import type { Concept, ConceptClass } from "../language/concepts.ts";
import type { ComparedPair } from "./compared-pair.ts";
import type { Excess } from "./compare-signs.ts";
import type { ConceptSign } from "./sign.ts";

/** Classes of words for things and people that translations leave out, repeat or put otherwise. */
const OFTEN_OTHERWISE: ReadonlySet<ConceptClass> = new Set(["thing", "step", "actor", "form"]);

/** Things that every paragraph speaks of in words of its own: nothing is told of them alone. */
const COMMON: ReadonlySet<Concept> = new Set([
  "registration",
  "receipt-of",
  "decision",
  "conclusion",
  "notice",
  "agreement",
  "report",
  "order",
  "draft",
  "certificate",
]);

/** Provisions in which both texts have a word from which on it is what the act is about. */
const TOPIC = 4;
/** Provisions in which one text alone has a word that the other never has: the other words it otherwise. */
const OTHERWISE = 3;

/** How often, over the whole act, a meaning is said by both, by the first alone and by the second alone. */
interface Share {
  both: number;
  first: number;
  second: number;
}

/**
 * Takes out what tells of words and not of the law, as the whole act shows: meanings that one text never has a known word for
 * while the other has it again and again; and things alone that the act is about or that are said in many ways.
 */
export function withoutTopics(pairs: readonly ComparedPair[]): readonly ComparedPair[] {
  const shares = sharesOf(pairs);
  const isOtherwise = ({ concept, class: of }: ConceptSign, side: "first" | "second"): boolean => {
    const share = shares.get(concept);
    return OFTEN_OTHERWISE.has(of) && share !== undefined && share.both === 0 && share[side] >= OTHERWISE;
  };
  return pairs.map((pair) => {
    const concepts = {
      ours: pair.concepts.ours.filter((sign) => !isOtherwise(sign, "first")),
      theirs: pair.concepts.theirs.filter((sign) => !isOtherwise(sign, "second")),
    };
    const isTopic = ({ concept, class: of }: ConceptSign): boolean =>
      of === "thing" && (COMMON.has(concept) || (shares.get(concept)?.both ?? 0) >= TOPIC);
    const told = [...concepts.ours, ...concepts.theirs];
    return told.every(isTopic) ? { ...pair, concepts: NOTHING } : { ...pair, concepts };
  });
}

const NOTHING: Excess<ConceptSign> = { ours: [], theirs: [] };

function sharesOf(pairs: readonly ComparedPair[]): ReadonlyMap<Concept, Share> {
  const shares = new Map<Concept, Share>();
  for (const { first, second, concepts } of pairs) {
    const alone = { first: conceptsOf(concepts.ours), second: conceptsOf(concepts.theirs) };
    const said = conceptsOf([...first.concepts, ...second.concepts].filter(({ loose }) => !loose));
    for (const concept of said) {
      const share = shares.get(concept) ?? { both: 0, first: 0, second: 0 };
      if (alone.first.has(concept)) share.first += 1;
      else if (alone.second.has(concept)) share.second += 1;
      else share.both += 1;
      shares.set(concept, share);
    }
  }
  return shares;
}

const conceptsOf = (signs: readonly ConceptSign[]): ReadonlySet<Concept> =>
  new Set(signs.map(({ concept }) => concept));
