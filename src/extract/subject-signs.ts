import type { Cue } from "../language/cues.ts";
import type { Mark } from "./marks.ts";
import { has, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** An act or a regulation enters into force; a judgment that has is only spoken of. */
export const entersIntoForce = (statement: Statement): boolean =>
  has(statement, "entry-into-force") &&
  (statement.service === 0 || has(statement, "the-act") || has(statement, "put-into-force"));

/** What the act itself orders those who carry it out; a part of it that governs a service speaks of that. */
export const isOfAct = ({ service, provision }: Statement): boolean =>
  service === 0 && !/^(?:[a-z]{2}\/)?(?:annex|regulation)/.test(provision.path);

/** Whether what opens the list of a statement, or a list around that, has a cue. */
export const leads = ({ lead }: Statement, cue: Cue): boolean =>
  lead !== undefined && (has(lead, cue) || leads(lead, cue));

/** Whether the statement, with words that count, its leads or the titles over it have a cue. */
export function isUnder(
  statement: Statement,
  cue: Cue,
  counts: (mark: Mark) => boolean = () => true,
): boolean {
  if (marksFor(statement, cue).some(counts) || statement.under.some((title) => has(title, cue))) return true;
  return statement.lead !== undefined && isUnder(statement.lead, cue);
}
