/** What the server says of a file that somebody wants opened: the act that it became, or why it did not. */
export type Opened =
  | {
      readonly ok: true;
      readonly file: string;
      readonly act: string;
      readonly title: string;
      /** What its text does not say, by the names of the fields. */
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly file: string; readonly error: string };
