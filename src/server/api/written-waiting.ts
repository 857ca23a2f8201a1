import type { Language } from "../../model/language.ts";
import { hashOf } from "../../model/print.ts";
import type { WaitingTerm } from "../../model/verdict.ts";
import { wordedWaiting } from "../../report/check/worded.ts";

/** Terms as JSON, and the hash of what they are. */
interface Waiting {
  readonly bytes: Buffer;
  readonly hash: string;
}

/**
 * The terms that wait for another event as JSON of one language, up to the first deadline. They are the same for nearly all
 * verdicts by a book and channel: written once.
 */
export class WrittenWaiting {
  readonly #written = new WeakMap<readonly WaitingTerm[], Waiting>();

  constructor(private readonly language: Language) {}

  of(terms: readonly WaitingTerm[]): Waiting {
    const there = this.#written.get(terms);
    if (there !== undefined) return there;
    const told = wordedWaiting(terms, this.language);
    const made: Waiting = {
      bytes: Buffer.from(`"waiting":${JSON.stringify(told)},"deadlines":[`),
      hash: hashOf(told),
    };
    this.#written.set(terms, made);
    return made;
  }
}
