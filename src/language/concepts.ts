/**
 * What two texts of one law are held against each other by: meanings that every language has its own words for
 * (`language/<code>/concepts.json`), by what of a rule they are. A place that says one of them in one language only differs.
 */
export const CONCEPTS = {
  bound: ["applicant", "provider", "to-applicant", "to-provider", "corporation"],
  eligibility: [
    "natural-person",
    "legal-person",
    "entrepreneur",
    "foreigner",
    "stateless",
    "minor",
    "guardian",
    "parent",
    "representative",
    "disabled",
    "pensioner",
    "national-company",
    "training-centre",
    "criminal-record",
    "state-language",
    "russian-language",
  ],
  actor: [
    "bank",
    "court",
    "notary",
    "commission",
    "head",
    "deputy",
    "chancellery",
    "executor",
    "expert",
    "prosecutor",
    "official",
    "authorised-body",
  ],
  channel: [
    "portal",
    "e-government",
    "e-licensing",
    "post",
    "courier",
    "telephone",
    "contact-centre",
    "own-cabinet",
    "information-system",
    "internet-resource",
  ],
  document: [
    "signature",
    "one-time-password",
    "identity",
    "power-of-attorney",
    "extract",
    "copy",
    "original",
    "photo",
    "diploma",
    "receipt",
    "protocol",
    "translation",
    "notarised",
    "certified",
    "seal",
    "duplicate",
    "application",
    "certificate-of-fact",
    "consent",
    "incoming",
    "outgoing",
  ],
  form: ["electronic", "on-paper", "in-writing", "partly-automated", "proactive"],
  fee: ["free", "paid", "state-duty", "mci", "percent"],
  refusal: ["refusal", "reasoned", "untrue"],
  condition: ["expired", "not-counted", "suspended", "extended", "hearing", "complaint", "either"],
  modality: ["entitled", "prohibited", "not-allowed", "not-required"],
  deadline: ["at-once", "afterwards"],
  step: ["draws-up", "inspection"],
  hours: [
    "day-off",
    "holiday",
    "break",
    "round-the-clock",
    "queue",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
  ],
  reference: ["standard", "rules", "registry"],
  date: [
    "january",
    "february",
    "march",
    "april",
    "may-month",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ],
  thing: [
    "birth-certificate",
    "marriage",
    "land",
    "real-estate",
    "certificate",
    "licence",
    "charter",
    "scheme",
    "draft",
    "residence",
    "experience",
    "education",
    "medical",
    "weapon",
    "vehicle",
    "military",
    "tax",
    "income",
    "orphan",
    "large-family",
    "death",
    "visa",
    "customs",
    "insurance",
    "pledge",
    "auction",
    "contest",
    "exam",
    "session",
    "voting",
    "decision",
    "order",
    "notice",
    "petition",
    "conclusion",
    "report",
    "journal",
    "invoice",
    "gateway",
    "ministry",
    "committee",
    "akimat",
    "territorial",
    "police",
    "consulate",
    "embassy",
    "subsidiary",
    "state-secret",
    "third-person",
    "attorney-key",
    "registration",
    "receipt-of",
    "preliminary",
    "mobile",
    "quota",
    "agreement",
  ],
} as const;

export type ConceptClass = keyof typeof CONCEPTS;
export type Concept = (typeof CONCEPTS)[ConceptClass][number];

/**
 * The words of one language for each meaning. `word~` stands for any letters behind it, `~word` before it; what begins
 * with `?` is said otherwise as well: it answers the twin's word and asserts nothing by itself.
 */
export interface ConceptFile {
  readonly language: string;
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Words that stand for a number that is printed in digits elsewhere: `бірінші`, `первый`. */
  readonly numbers: Readonly<Record<string, readonly string[]>>;
}

interface ConceptWord {
  readonly text: string;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Words that stand for a meaning, whole or only so that they answer it. */
export interface ConceptPhrase {
  readonly concept: Concept;
  readonly class: ConceptClass;
  readonly loose: boolean;
  readonly words: readonly ConceptWord[];
}

/** The words of one language by which its text is held against its twin. */
export interface ConceptWords {
  /** By the first letter of their first word; those whose beginning is open under "". */
  readonly phrases: ReadonlyMap<string, readonly ConceptPhrase[]>;
  /** Beginnings of words that stand for a number. */
  readonly numbers: ReadonlyMap<string, readonly string[]>;
}

/** Reads the words of a language; longer phrases come before shorter ones. Throws a RangeError that names a word that is none. */
export function readConcepts({ concepts, numbers }: ConceptFile): ConceptWords {
  const all = Object.entries(CONCEPTS).flatMap(([name, ofClass]) =>
    ofClass.flatMap((concept) =>
      (concepts[concept] ?? []).map((phrase) => ({
        concept,
        class: name as ConceptClass,
        ...phraseOf(phrase),
      })),
    ),
  );
  all.sort((one, other) => lengthOf(other) - lengthOf(one));
  const phrases = new Map<string, ConceptPhrase[]>();
  for (const phrase of all) {
    const [first] = phrase.words;
    const key = first === undefined || first.openStart ? "" : first.text.charAt(0);
    phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
  }
  return { phrases, numbers: new Map(Object.entries(numbers)) };
}

const lengthOf = ({ words }: ConceptPhrase): number => words.length;

const WORD = /^~?[\p{Ll}\d]+~?$/u;

function phraseOf(written: string): Pick<ConceptPhrase, "loose" | "words"> {
  const loose = written.startsWith("?");
  const words = (loose ? written.slice(1) : written).split(" ").map((word): ConceptWord => {
    if (!WORD.test(word) || word !== word.normalize("NFC"))
      throw new RangeError(`"${word}" is not a word in small letters, with or without "~"`);
    return {
      text: word.replaceAll("~", ""),
      openStart: word.startsWith("~"),
      openEnd: word.endsWith("~"),
    };
  });
  return { loose, words };
}
