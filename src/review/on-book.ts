import type { NotHeld } from "../model/not-held.ts";
import type { BookState } from "./book-state.ts";
import { pointerKey } from "./book-state.ts";
import type { BookSaid } from "./decision.ts";

/** What a reviewer asks for of the book beside its rules. */
export type BookRequest =
  | {
      readonly action: "book";
      /** Only the fields that change; null: the book is to say nothing of it. */
      readonly book: BookSaid;
      /** Decisions of others on these fields that this one knows and answers. */
      readonly settles?: readonly string[];
      readonly why?: string;
    }
  | {
      readonly action: "not-held";
      readonly notHeld: NotHeld;
      readonly instead?: NotHeld;
      readonly why?: string;
    }
  | { readonly action: "remark"; readonly remark: string; readonly instead?: string; readonly why?: string }
  /** Takes a pointer or a remark out, or says of one that is proposed that it does not belong there. */
  | {
      readonly action: "withdraw";
      readonly notHeld?: NotHeld;
      readonly remark?: string;
      readonly why: string;
    };

/** What such a request comes to; nothing where it is to take the place of what the book does not say. */
export function onBook(
  request: BookRequest,
  { notHeld, fields }: BookState,
): BookRequest | { readonly refused: "not-told"; readonly what: string } {
  if (request.action === "not-held" && request.instead !== undefined) {
    const key = pointerKey(request.instead);
    if (!notHeld.some((one) => pointerKey(one) === key))
      return { refused: "not-told", what: request.instead.what };
  }
  if (request.action === "remark" && request.instead !== undefined)
    if (fields.remarks?.includes(request.instead) !== true)
      return { refused: "not-told", what: request.instead };
  return request;
}
