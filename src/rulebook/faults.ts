import { isAtOrBelow } from "../model/at-or-below.ts";
import type { Rulebook } from "./rulebook.ts";

/** Something in a rulebook that its schema cannot see. */
export interface RulebookFault {
  /** JSON Pointer into the book. */
  readonly pointer: string;
  readonly message: string;
}

/** What is wrong between the rules of one book: an `id` used twice, a rule named that is not there, a ground about no document. */
export function rulebookFaults(book: Rulebook): RulebookFault[] {
  const found: RulebookFault[] = [];
  const places = new Map<string, number>();
  for (const [index, { id }] of book.rules.entries()) {
    const first = places.get(id);
    if (first === undefined) places.set(id, index);
    else
      found.push({
        pointer: `/rules/${index}/id`,
        message: `must be used once; rule ${first + 1} has it too`,
      });
  }
  for (const [index, rule] of book.rules.entries())
    for (const [place, other] of (rule.conflictsWith ?? []).entries())
      if (!places.has(other) || other === rule.id)
        found.push({
          pointer: `/rules/${index}/conflictsWith/${place}`,
          message: `must be the id of another rule of this book; ${JSON.stringify(other)} is not`,
        });
  for (const [index, rule] of book.rules.entries())
    if (rule.kind === "refusal")
      for (const [place, provision] of (rule.covers ?? []).entries())
        if (!book.rules.some((other) => other.kind === "document" && isAtOrBelow(other, provision)))
          found.push({
            pointer: `/rules/${index}/covers/${place}`,
            message: `must be the path of a provision of this book that asks for documents, or the id of such a rule; ${JSON.stringify(provision)} is neither`,
          });
  return found;
}
