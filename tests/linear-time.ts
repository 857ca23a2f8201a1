import { checkSync } from "recheck";

/** What is asked about: a `RegExp`, or one as it stands in the code. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

// In this very thread, so that the verdict does not hang on whether a Java or a binary for this machine is about.
process.env["RECHECK_SYNC_BACKEND"] = "pure";

/** Steps bound the search for an attack, never time: a busy machine gets the same verdict later. */
const WITHOUT_A_CLOCK = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
} as const;

/** Whether a pattern takes linear time on every text: true, or the text that shows otherwise. */
export function patternIsLinear({ source, flags }: Pattern): true | string {
  const result = checkSync(source, flags, WITHOUT_A_CLOCK);
  if (result.status === "safe") return true;
  return result.status === "vulnerable" ? result.attack.pattern : JSON.stringify(result.error);
}
