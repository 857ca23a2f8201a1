/** The words by which lints know references, abbreviations and topics (`language/<code>/lint.json`); small letters, beginnings of words. */
export interface LintWords {
  readonly language: string;
  /** `тармақ`, `тармағ`: a numbered clause; so for items, annexes, rows, chapters and articles of laws. */
  readonly clause: readonly string[];
  readonly item: readonly string[];
  readonly annex: readonly string[];
  readonly row: readonly string[];
  readonly article: readonly string[];
  /** "This": before a reference into the same document. */
  readonly this: readonly string[];
  /** What a reference into the same document names: the rules, the regulation, the order. */
  readonly document: readonly string[];
  /** "Hereinafter", before the dash and the abbreviation. */
  readonly hereinafter: string;
  /** Refusing, as a ground or an act. */
  readonly refuse: readonly string[];
  /** The list of requirements, which is a table. */
  readonly list: readonly string[];
  /** The State corporation. */
  readonly corporation: readonly string[];
  /** "Approve", where an act puts others in force. */
  readonly approve: readonly string[];
  /** The words between a service's name in quotes and what is said of it. */
  readonly service: readonly string[];
  /** "Of the year": after the number of a year. */
  readonly ofYear: string;
  /** Months in the form that a date of an act must not have, beside the form it must have. */
  readonly wrongMonths: Readonly<Record<string, string>>;
  /** Abbreviations that need no introduction. */
  readonly knownAbbreviations: readonly string[];
  /** Issuing bodies in the nominative, and the word for an order. */
  readonly nominativeBodies: readonly string[];
  readonly order: readonly string[];
  /** Words that join items of a list. */
  readonly and: readonly string[];
  /** Letters of the language's script that are printed for Roman numerals. */
  readonly romanLetters: readonly string[];
  /** Letters with the plain ones that stand for them where a keyboard or a reader has not got them. */
  readonly plainLetters: Readonly<Record<string, string>>;
  /** In what order the words of a phrase stand. */
  readonly phrases: LintPhrases;
  /** So many letters tell one word from another, whatever its ending: compounds may begin alike. */
  readonly tellingLetters: number;
  /** Whether one closing quotation mark closes all names that end there: `«Корпорация «Правительство для граждан»`. */
  readonly quotesCloseOnce: boolean;
  /** Whether one opening mark opens all names that begin there: `«Азаматтарға арналған үкімет» мемлекеттік корпорациясы»`. */
  readonly quotesOpenOnce: boolean;
  /** Words that may stand twice in a row. */
  readonly doubledByRight: readonly string[];
  /** What turns a sentence into its denial, and what looks like that and bounds a number. */
  readonly denials: Denials;
  /** What may be asked for beside the first issue, by its kind: renewal, duplicate, extension, termination. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** "Before the end of the term", which a notice may be counted back from. */
  readonly endOfTerm: readonly string[];
  /** The beginnings of the months' names, in their order. */
  readonly months: readonly string[];
  /** What the title of an act ends or begins with: `… бекіту туралы`, `Об утверждении …`. */
  readonly about: readonly string[];
  /** Grounds of refusal that laws word in many ways, by what they come to. */
  readonly grounds: Readonly<Record<string, readonly string[]>>;
  /** What a verb ends with that says what is done, not who does it: `беріледі`, `выдается`. */
  readonly isDone: readonly string[];
  /** What a sentence says that holds in some cases alone. */
  readonly inCase: readonly string[];
  /** What a paper says of who somebody is or for whom they act: it is shown, and in no list of papers. */
  readonly ofPerson: readonly string[];
  /** Who asks for a service, and who gives it. */
  readonly recipient: readonly string[];
  readonly provider: readonly string[];
  /** Phrases in which the one stands where the other must. */
  readonly slips: readonly string[];
  /** What a refusal is founded on. */
  readonly ground: readonly string[];
  /** What somebody applies with. */
  readonly application: readonly string[];
  /** Taking in: hours in which this is done are not those in which somebody works. */
  readonly intake: readonly string[];
}

/** Words and endings that deny; `bounds` are those behind which, or in which, nothing is denied: `не позднее`, `аспайды`. */
export interface Denials {
  readonly words: readonly string[];
  readonly endings: readonly string[];
  readonly bounds: readonly string[];
  /** Where a sentence ends with its verb: so many of its last words may deny it; others deny a part of it. */
  readonly within?: number;
}

/**
 * Phrases in the order of the language: `{n}` a number, `{word}` what it numbers, `~` any letters, `[ … ]` may be absent;
 * the other slots are the words of `LintWords` that bear their name.
 */
export interface LintPhrases {
  /** `9-тармақ`, `пункт 9`; without the number `қосымша`, `приложение`. */
  readonly numbered: string;
  /** `1) тармақша`, `подпункт 1)`. */
  readonly counted: string;
  /** `осы Қағидалардың`, `настоящих Правил`. */
  readonly self: string;
  /** A clause and an annex (`{target}`) of it; `{between}`: a few words that layout has moved there. */
  readonly clause: string;
  readonly annex: string;
  /** `тізбенің 8-тармағы`, `пункт 8 Перечня`. */
  readonly ofList: string;
  readonly date: string;
  /** An annex of a clause: the two the wrong way round. */
  readonly inverted: string;
  /** A stamp that has the issuing body in the nominative, up to what follows it, and the number of the act with what follows that. */
  readonly stampBody: string;
  readonly stampAct: string;
}
