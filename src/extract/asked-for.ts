import { has } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** An element that is asked for as a paper; attachment or a signature that must be there is none. */
export const isAskedFor = (statement: Statement): boolean =>
  !has(statement, "attached", "signature-held", "result-of-step", "at-most") && has(statement, "document");
