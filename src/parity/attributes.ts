import type { Sentence } from "../extract/sentence.ts";
import type { ConceptWords } from "../language/concept-words.ts";
import type { ParityPoint } from "../model/parity.ts";
import type { FoundConcept } from "./concepts-in.ts";
import { isWord } from "./is-word.ts";
import { said } from "./said.ts";
import type { AttributeSign, SignMaker, Signs } from "./sign.ts";

/** Words at most between "and" and an attribute, and before the "and" where its first noun is looked for. */
const REACH = 24;
const BEFORE = 5;
/** An attribute that stands so near behind "and" has none of the joined nouns before it but the first. */
const AT_ONCE = 1;

/**
 * What is said of papers that "and" joins, and of which of them. A language whose attributes stand before their noun says
 * it of the last alone where it stands behind "and"; a form that agrees with several says it of all.
 */
export function attributesIn(
  { words }: Sentence,
  concepts: readonly FoundConcept[],
  { attributes, joins }: ConceptWords,
  attributesLead: boolean,
  sign: SignMaker,
): readonly AttributeSign[] {
  return words.flatMap(({ text }, at): readonly AttributeSign[] => {
    const form = attributes.find(({ word }) => isWord(text, word));
    if (form === undefined) return [];
    const and = words
      .slice(Math.max(0, at - REACH), at)
      .findLastIndex((word) => joins.get(word.text) === "and");
    if (and < 0) return [];
    const joined = Math.max(0, at - REACH) + and;
    return [
      {
        ...sign(form.attribute, at, at + 1),
        attribute: form.attribute,
        belongsTo: belongsTo(form.all, at - joined, attributesLead),
        before: new Set(
          concepts.flatMap(({ concept, from, to }) =>
            to <= joined && joined - from <= BEFORE ? [concept] : [],
          ),
        ),
      },
    ];
  });
}

function belongsTo(all: boolean, behind: number, attributesLead: boolean): AttributeSign["belongsTo"] {
  if (attributesLead || behind <= AT_ONCE) return "last";
  return all ? "all" : "unclear";
}

/** What one language says of all papers of a list and the other of its last one. */
export function attributePoints(first: Signs, second: Signs): readonly ParityPoint[] {
  return first.attributes.flatMap((one) => {
    const others = second.attributes.filter(({ attribute }) => attribute === one.attribute);
    const [other] = others;
    if (other === undefined || others.length > 1) return [];
    const places = new Set([one.belongsTo, other.belongsTo]);
    const isOneList = [...one.before].some((concept) => other.before.has(concept));
    return isOneList && places.has("all") && places.has("last")
      ? [{ class: "document" as const, first: said(one), second: said(other) }]
      : [];
  });
}
