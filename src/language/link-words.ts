/** How the links of a language's acts read (`language/<code>/links.json`); small letters. */
export interface LinkWords {
  /** Beginnings of what is pointed to with a number and a hyphen before it: `1-қосымшаға`. */
  readonly numbered: readonly string[];
  /** The same with a number and a bracket: `2) тармақшасына`. */
  readonly counted: readonly string[];
  /** The same without any number, and the endings it then has. */
  readonly bare: readonly string[];
  readonly endings: readonly string[];
  /** Last words of titles that are links. */
  readonly titles: readonly string[];
  /** Registers of acts, as they stand before a number. */
  readonly registers: readonly string[];
  /** What can stand only after a reference; `accordance` is the one that references are run on to. */
  readonly asksForReference: readonly string[];
  readonly accordance: string;
  /** What an item that a reference follows goes on with. */
  readonly goesOn: readonly string[];
  /** Endings of an owner, and words that own what comes after them. */
  readonly genitive: readonly string[];
  readonly owners: readonly string[];
  /** Words that join one reference to the next. */
  readonly joiners: readonly string[];
  /** What stands before the number of an act: endings of its date, and words of its registration. */
  readonly dated: readonly string[];
  readonly registered: readonly string[];
  /** Endings that stand behind a number and a hyphen. */
  readonly caseEndings: readonly string[];
}
