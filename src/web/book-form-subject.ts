import type { BookField } from "../model/book-proposal.ts";
import type { NotHeld } from "../model/not-held.ts";

/** What a form of the book's page is about. */
export type BookFormSubject =
  | {
      readonly is: "book";
      readonly field: BookField;
      /** What the book says, else what is proposed; absent where neither. */
      readonly value: unknown;
      /** Decisions of others on the field, which this one answers. */
      readonly settles: readonly string[];
      readonly daysAfterPublication?: number;
      readonly suggested: BookSuggestions;
    }
  | { readonly is: "not-held"; readonly what?: NotHeld; readonly instead: boolean }
  | { readonly is: "remark"; readonly what?: string; readonly instead: boolean }
  | { readonly is: "withdraw"; readonly named: { readonly notHeld?: NotHeld; readonly remark?: string } };

/** What fields suggest: zones and calendars that are at hand. */
export interface BookSuggestions {
  readonly zones: readonly string[];
  readonly calendars: readonly string[];
}
