import { has, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** Words at most before what is taken, where the sentence tells when requests are taken and not who works when. */
const OPENING = 6;

/**
 * `Өтініштерді қабылдау сағат 9.00-ден 17.30-ға дейін`: that is a cutoff; where results are given in the same hours, these
 * are hours of work.
 */
export const takesRequests = (statement: Statement): boolean =>
  marksFor(statement, "ways-heading").some((mark) => mark.from <= OPENING) &&
  !has(statement, "schedule", "results-given");
