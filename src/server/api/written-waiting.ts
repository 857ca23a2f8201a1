import { canonicalJson } from "../../model/canonical-json.ts";
import type { Language } from "../../model/language.ts";
import type { WaitingTerm } from "../../model/verdict.ts";
import { wordedWaiting } from "../../report/check/worded.ts";

/**
 * The terms that wait for another event as canonical JSON of one language. They are the same for nearly all verdicts by a
 * book and channel: written once.
 */
export class WrittenWaiting {
  readonly #written = new WeakMap<readonly WaitingTerm[], Buffer>();

  constructor(private readonly language: Language) {}

  of(terms: readonly WaitingTerm[]): Buffer {
    const there = this.#written.get(terms);
    if (there !== undefined) return there;
    const made = Buffer.from(canonicalJson(wordedWaiting(terms, this.language)));
    this.#written.set(terms, made);
    return made;
  }
}
