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
}
