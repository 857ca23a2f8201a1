/** Something that has to be decided before a book is written, and on what. */
export type Gap =
  | {
      readonly is: "waiting" | "stale" | "lost" | "disagreement" | "unconfirmed";
      readonly rules: readonly string[];
    }
  | { readonly is: "lacking" | "fields-disagree"; readonly fields: readonly string[] }
  | { readonly is: "fault"; readonly pointer: string; readonly message: string };
