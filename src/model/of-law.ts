/** That a rule is of the general law beneath a book and of no book. */
export interface OfLaw {
  /** `perhaps`: it is not certain that it held on the day it judges. */
  readonly holds: "surely" | "perhaps";
  /** Its citation in other languages than its own. */
  readonly cites: Readonly<Record<string, string>>;
}
