/** Something that a regulation leaves to an act that is not at hand. */
export interface NotHeld {
  /** Kinds of rules that the other act holds: `document`, `refusal`, `deadline` … */
  readonly kinds: readonly string[];
  /** The other act or part, in the text's words. */
  readonly what: string;
  readonly path?: string;
  readonly cite: string;
  readonly quote?: string;
}
