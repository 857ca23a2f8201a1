import { CONCEPTS, type Concept, type ConceptClass } from "./concepts.ts";

/** What joins two things: `и`, `или`. */
export type Join = "and" | "or";

/** What is said of papers and belongs to one of them or to all: that they are certified, signed, issued, translated. */
export const ATTRIBUTES = ["certified", "signed", "issued", "translated"] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/**
 * Words that deny, by how they do. `plain`: a verb's own denial, which no other answers but one of any kind. What each language
 * has a word of its own for (refusing, excepting, banning …) answers the other's word for that, `bound` (`не позднее`) denies
 * nothing, and `noun` are words that deny or only look like it (`несоответствие`, `недвижимость`).
 */
export const DENIALS = [
  "plain",
  "bound",
  "refusal",
  "exception",
  "ban",
  "inaction",
  "end",
  "limit",
  "obstacle",
  "noun",
] as const;
export type Denial = (typeof DENIALS)[number];

/**
 * The words of one language for each meaning. `word~` stands for any letters behind it, `~word` before it; what begins
 * with `?` is said otherwise as well: it answers the twin's word and asserts nothing by itself.
 */
export interface ConceptFile {
  readonly language: string;
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly denials: Readonly<Record<Denial, readonly string[]>>;
  readonly joins: Readonly<Record<Join, readonly string[]>>;
  /** The forms of an attribute, and those of them that belong to several things at once. */
  readonly attributes: Readonly<
    Record<Attribute, { readonly one: readonly string[]; readonly all: readonly string[] }>
  >;
  /** Words that stand for a number that is printed in digits elsewhere: `бірінші`, `первый`. */
  readonly numbers: Readonly<Record<string, readonly string[]>>;
}

/** A word, or the beginning or end of one. */
export interface ConceptWord {
  readonly text: string;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Words that stand for something, whole or only so that they answer it. */
export interface Phrase {
  readonly loose: boolean;
  readonly words: readonly ConceptWord[];
}

/** Words that stand for a meaning. */
export interface ConceptPhrase extends Phrase {
  readonly concept: Concept;
  readonly class: ConceptClass;
}

/** Words that deny. */
export interface DenialPhrase extends Phrase {
  readonly denial: Denial;
}

/** Phrases by the first letter of their first word; those whose beginning is open under "". Longer ones come first. */
export type PhraseIndex<One extends Phrase = Phrase> = ReadonlyMap<string, readonly One[]>;

/** The words of one language by which its text is held against its twin. */
export interface ConceptWords {
  readonly phrases: PhraseIndex<ConceptPhrase>;
  readonly denials: PhraseIndex<DenialPhrase>;
  readonly joins: ReadonlyMap<string, Join>;
  readonly attributes: readonly AttributeForm[];
  /** Beginnings of words that stand for a number. */
  readonly numbers: ReadonlyMap<string, readonly string[]>;
}

/** A form of an attribute; `all` where it belongs to several things at once. */
export interface AttributeForm {
  readonly attribute: Attribute;
  readonly word: ConceptWord;
  readonly all: boolean;
}

/** Reads the words of a language. Throws a RangeError that names a word that is none. */
export function readConcepts({ concepts, denials, joins, attributes, numbers }: ConceptFile): ConceptWords {
  const all = Object.entries(CONCEPTS).flatMap(([name, ofClass]) =>
    ofClass.flatMap((concept) =>
      (concepts[concept] ?? []).map((phrase) => ({
        concept,
        class: name as ConceptClass,
        ...phraseOf(phrase),
      })),
    ),
  );
  return {
    phrases: indexed(all),
    denials: indexed(
      DENIALS.flatMap((denial) => denials[denial].map((phrase) => ({ denial, ...phraseOf(phrase) }))),
    ),
    joins: new Map([
      ...joins.and.map((word) => [word, "and"] as const),
      ...joins.or.map((word) => [word, "or"] as const),
    ]),
    attributes: ATTRIBUTES.flatMap((attribute) => {
      const forms = (words: readonly string[], of: boolean): readonly AttributeForm[] =>
        words.map((word) => ({ attribute, word: wordOf(word), all: of }));
      return [...forms(attributes[attribute].all, true), ...forms(attributes[attribute].one, false)];
    }),
    numbers: new Map(Object.entries(numbers)),
  };
}

function indexed<One extends Phrase>(all: readonly One[]): PhraseIndex<One> {
  const index = new Map<string, One[]>();
  for (const phrase of [...all].sort((one, other) => other.words.length - one.words.length)) {
    const [first] = phrase.words;
    const key = first === undefined || first.openStart ? "" : first.text.charAt(0);
    const known = index.get(key);
    if (known === undefined) index.set(key, [phrase]);
    else known.push(phrase);
  }
  return index;
}

const WORD = /^~?[\p{Ll}\d]+~?$/u;

function phraseOf(written: string): Phrase {
  const loose = written.startsWith("?");
  return { loose, words: (loose ? written.slice(1) : written).split(" ").map(wordOf) };
}

function wordOf(written: string): ConceptWord {
  if (!WORD.test(written) || written !== written.normalize("NFC"))
    throw new RangeError(`"${written}" is not a word in small letters, with or without "~"`);
  return {
    text: written.replaceAll("~", ""),
    openStart: written.startsWith("~"),
    openEnd: written.endsWith("~"),
  };
}
