import type { KeptFile } from "../files/kept-file.ts";
import { faults } from "../files/validate.ts";
import { canonical } from "../rulebook/canonical.ts";
import { rulebookFaults } from "../rulebook/faults.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { ActUnderReview } from "./act.ts";
import type { ServiceReview } from "./review-service.ts";

/** A rulebook derived from candidates and decisions, and what is still in the way of writing it. */
export interface DerivedBook {
  /** Where it belongs. */
  readonly file: KeptFile;
  /** Its bytes: the same for the same candidates and decisions. */
  readonly content: string;
  /** What has to be decided first, in words; empty when the book is whole. */
  readonly missing: readonly string[];
}

/** Derives the rulebook of one service from its candidates and decisions, and from nothing else. */
export function deriveBook(act: ActUnderReview, now: ServiceReview): DerivedBook {
  const { review, service } = now;
  const { fields, notHeld } = review.book;
  const book: Rulebook = {
    id: service.reading.regulation,
    version: act.version,
    ...fields,
    ...(notHeld.length > 0 && { notHeld }),
    rules: review.accepted,
  };
  return {
    file: service.bookFile,
    content: canonical(book),
    missing: [...undecided(now), ...faultsOf(book)],
  };
}

function undecided({ review }: ServiceReview): string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["waiting", review.waiting.map((one) => one.id)],
    ["stale", review.stale],
    ["lost", review.lost],
    ["in disagreement", review.disagreements],
    ["fields of the book in disagreement", review.book.disagreements.map((one) => one.field)],
  ];
  const head = review.book.fields;
  const lacking = (["language", "service", "act", "inForce", "zone"] as const).filter(
    (field) => head[field] === undefined,
  );
  return [
    ...lists
      .filter(([, list]) => list.length > 0)
      .map(([what, list]) => `${list.length} ${what}: ${shortened(list)}`),
    ...(lacking.length > 0 ? [`the book does not say its ${lacking.join(", ")}`] : []),
  ];
}

const shortened = (list: readonly string[]): string =>
  list.slice(0, 3).join(", ") + (list.length > 3 ? ` and ${list.length - 3} more` : "");

function faultsOf(book: Rulebook): string[] {
  const wrong = faults("rulebook", book);
  return (wrong.length > 0 ? wrong : rulebookFaults(book)).map(
    ({ pointer, message }) => `${pointer} ${message}`,
  );
}
