import { lawBeneath, provisionsBeneath } from "../law/beneath.ts";
import { readLaw } from "../files/read-law.ts";
import type { Law, Provision } from "../model/law.ts";
import { Trouble } from "../model/trouble.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** The general law beneath a rulebook, whatever the day. */
export interface BookLaw {
  readonly law: Law;
  /** What of it governs the book's service. */
  readonly provisions: readonly Provision[];
}

/** The general law of countries, each read once. */
export class Laws {
  readonly #read = new Map<string, Law | undefined>();

  /** `folders`: where `<country>-law` is looked for before what Tarmaq brings. */
  constructor(private readonly folders: readonly string[] = []) {}

  /** The law of a country; undefined where there is none. Throws `Trouble` where a file of it is not as it should be. */
  of(country: string): Law | undefined {
    if (!this.#read.has(country)) this.#read.set(country, readLaw(country, this.folders));
    return this.#read.get(country);
  }

  /** What lies beneath a book; undefined where its country has no law at hand. Throws `Trouble` where it names one in vain. */
  beneath(book: Rulebook): BookLaw | undefined {
    const beneath = lawBeneath(book);
    if (beneath === undefined) return undefined;
    const law = this.of(beneath.country);
    if (law !== undefined) return { law, provisions: provisionsBeneath(law, beneath) };
    if (book.law === undefined) return undefined;
    throw new Trouble(`${book.id} names the law of ${beneath.country}, and there is none at hand`, {
      wayOut: `Add rules/${beneath.country}-law, or leave it out with --without-law.`,
    });
  }
}
