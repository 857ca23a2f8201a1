/** That a rule is of the general law beneath a book and of no book. */
export interface OfLaw {
  /** `perhaps`: it is not certain that it held on the day it judges. */
  readonly holds: "surely" | "perhaps";
  /** Its citation in other languages than its own. */
  readonly cites: Readonly<Record<string, string>>;
  /** The law's own words by language, where they are at hand. */
  readonly words?: Readonly<Record<string, string>>;
  /** What its ground is called in other ways: the fact that it consists in, and that fact's words. */
  readonly names?: readonly string[];
  /** The days of its provision, where it judges cases of all days (`YYYY-MM-DD`, as `law/provision-days.ts` tells them). */
  readonly days?: {
    readonly first: string | undefined;
    readonly surely: string | undefined;
    readonly end: string | undefined;
    readonly surelyOver: string | undefined;
  };
  /**
   * A duty that not every case is under: it is judged only where it was done (`where-done`), or where nothing was done
   * nobody can tell, since exceptions hold (`unless-excepted`).
   */
  readonly owed?: "where-done" | "unless-excepted";
  /** Done so many days before the term's end. */
  readonly daysEarly?: number;
  /** The day counts to its end, whenever an office closes. */
  readonly wholeDay?: true;
}
