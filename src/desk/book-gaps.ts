import { readVocabulary } from "../files/read-vocabulary.ts";
import { faults } from "../files/validate.ts";
import type { Gap } from "../model/book-gap.ts";
import type { BookFields } from "../review/decision.ts";
import { nameFaults } from "../rulebook/name-faults.ts";
import { rulebookFaults } from "../rulebook/faults.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { ServiceReview } from "./review-service.ts";

/** Fields without which no book is written. */
export const NEEDED = [
  "language",
  "service",
  "act",
  "inForce",
  "zone",
] as const satisfies readonly (keyof BookFields)[];

/** What is in the way of writing a book. */
export function gapsOf({ review }: ServiceReview, book: Rulebook): readonly Gap[] {
  const lists: readonly Gap[] = [
    { is: "waiting", rules: review.waiting.map((one) => one.id) },
    { is: "stale", rules: review.stale },
    { is: "lost", rules: review.lost },
    { is: "disagreement", rules: review.disagreements },
    { is: "unconfirmed", rules: review.unconfirmed },
    { is: "fields-disagree", fields: review.book.disagreements.map((one) => one.field) },
    { is: "lacking", fields: NEEDED.filter((field) => review.book.fields[field] === undefined) },
  ];
  return [...lists.filter((gap) => sizeOf(gap) > 0), ...faultsOf(book)];
}

/** A gap in words, as a command tells it. */
export function gapWords(gap: Gap): string {
  switch (gap.is) {
    case "fault":
      return `${gap.pointer} ${gap.message}`;
    case "lacking":
      return `the book does not say its ${gap.fields.join(", ")}`;
    case "fields-disagree":
      return `${gap.fields.length} fields of the book in disagreement: ${shortened(gap.fields)}`;
    default:
      return `${gap.rules.length} ${TOLD[gap.is]}: ${shortened(gap.rules)}`;
  }
}

const TOLD = {
  waiting: "waiting",
  stale: "stale",
  lost: "lost",
  disagreement: "in disagreement",
  unconfirmed: "waiting for a second person",
} as const;

const sizeOf = (gap: Gap): number => ("rules" in gap ? gap.rules : "fields" in gap ? gap.fields : []).length;

const shortened = (list: readonly string[]): string =>
  list.slice(0, 3).join(", ") + (list.length > 3 ? ` and ${list.length - 3} more` : "");

function faultsOf(book: Rulebook): readonly Gap[] {
  const wrong = faults("rulebook", book);
  const found = wrong.length > 0 ? wrong : [...rulebookFaults(book), ...nameFaults(book, readVocabulary())];
  return found.map((fault) => ({ is: "fault", ...fault }));
}
