import type { ActUnderReview } from "../../desk/act.ts";
import { standingOfBuilt } from "../../desk/build-book.ts";
import { deriveBook } from "../../desk/derive-book.ts";
import { NEEDED } from "../../desk/book-gaps.ts";
import { proposalsFor } from "../../desk/propose-book.ts";
import type { ServiceReview } from "../../desk/review-service.ts";
import { BOOK_FIELDS, type BookField, type BookProposals, type Ground } from "../../model/book-proposal.ts";
import { canonicalJson } from "../../model/canonical-json.ts";
import type { NotHeld } from "../../model/not-held.ts";
import { remarkWords } from "../../report/book/book-words.ts";
import { activeDecisions } from "../../review/active.ts";
import { isOnBook, pointerKey, type Said } from "../../review/book-state.ts";
import type { OnBook } from "../../review/decision.ts";
import type { BookSaying, BookView, FieldView, ListedView } from "../../web/book-views.ts";

/** The book of a service as its page shows it to a reviewer: what is proposed, decided, missing and built. */
export async function bookView(act: ActUnderReview, now: ServiceReview, reader: string): Promise<BookView> {
  const { service, review, decisions } = now;
  const proposals = proposalsFor(act, service);
  const derived = deriveBook(act, now);
  const built = await standingOfBuilt(derived);
  const last = activeDecisions(decisions).findLast((one) => one.by === reader && isOnBook(one));
  return {
    act: act.id,
    actTitle: act.about?.title ?? act.text.file,
    service: service.number,
    name: service.name,
    language: act.language,
    rules: review.accepted.length,
    fields: BOOK_FIELDS.map((field) => fieldView(field, now, proposals, reader)),
    pointers: pointersOf(now, proposals, reader),
    remarks: remarksOf(act, now, proposals, reader),
    gaps: derived.gaps,
    // A book built by another reader's measure of the unread is as decided.
    built: typeof built === "string" ? built : "same",
    ...(last !== undefined && { last: last.id }),
    torn: now.torn.length > 0,
  };
}

/** A field of the book: what it says and who said so, and what is proposed. */
export function fieldView(
  field: BookField,
  { review: { book } }: ServiceReview,
  { fields }: BookProposals,
  reader: string,
): FieldView {
  const value = book.fields[field];
  const proposal = fields.find((one) => one.field === field);
  const positions = book.said.find((one) => one.field === field)?.decisions ?? [];
  return {
    field,
    isNeeded: NEEDED.some((one) => one === field),
    ...(value !== undefined && { value }),
    said: positions.map((one) => saying(one, one.book[field] ?? null, reader)),
    isDisputed: book.disagreements.some((one) => one.field === field),
    ...(proposal !== undefined && { proposal }),
    isAsProposed: value !== undefined && canonicalJson(value) === canonicalJson(proposal?.value),
  };
}

function pointersOf({ review: { book } }: ServiceReview, { notHeld }: BookProposals, reader: string) {
  const grounds = new Map(notHeld.map((one) => [pointerKey(one.notHeld), [one.ground]]));
  return listed<NotHeld>(
    { held: book.pointers, withdrawn: book.withdrawn.pointers },
    notHeld.map((one) => one.notHeld),
    { keyOf: pointerKey, groundsOf: (what) => grounds.get(pointerKey(what)) ?? [], reader },
  );
}

function remarksOf(
  act: ActUnderReview,
  { review: { book } }: ServiceReview,
  { remarks }: BookProposals,
  reader: string,
) {
  const proposed = new Map(remarks.map((one) => [remarkWords(one, act.language), one.grounds]));
  return listed<string>({ held: book.remarks, withdrawn: book.withdrawn.remarks }, [...proposed.keys()], {
    keyOf: (remark) => remark,
    groundsOf: (remark) => proposed.get(remark) ?? [],
    reader,
  });
}

interface Listing<What> {
  readonly keyOf: (what: What) => string;
  readonly groundsOf: (what: What) => readonly Ground[];
  readonly reader: string;
}

/** What the book has, then what is proposed and nobody has decided on, then what was withdrawn. */
function listed<What>(
  { held, withdrawn }: { readonly held: readonly Said<What>[]; readonly withdrawn: readonly Said<What>[] },
  proposed: readonly What[],
  { keyOf, groundsOf, reader }: Listing<What>,
): readonly ListedView<What>[] {
  const known = new Set([...held, ...withdrawn].map(({ what }) => keyOf(what)));
  const replaced = new Set(held.flatMap(({ decision }) => insteadKey(decision) ?? []));
  const view = (
    standing: ListedView<What>["standing"],
    { what, decision }: Said<What>,
  ): ListedView<What> => ({
    what,
    standing,
    said: saying(decision, what, reader),
    grounds: groundsOf(what),
  });
  return [
    ...held.map((one) => view("held", one)),
    ...proposed
      .filter((what) => !known.has(keyOf(what)) && !replaced.has(canonicalJson(what)))
      .map((what) => ({ what, standing: "proposed" as const, grounds: groundsOf(what) })),
    ...withdrawn.map((one) => view("withdrawn", one)),
  ];
}

/** What a decision has put its own in the place of. */
const insteadKey = (decision: OnBook): string | undefined =>
  "instead" in decision ? canonicalJson(decision.instead) : undefined;

const saying = <What>({ id, by, at, why }: OnBook, what: What, reader: string): BookSaying<What> => ({
  decision: id,
  by,
  at,
  what,
  ...(why !== undefined && { why }),
  isOwn: by === reader,
});
