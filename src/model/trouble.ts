/** The command could not do its work: what was wrong, where, and the way out. Ends with status 2, never a stack trace. */
export class Trouble extends Error {
  constructor(
    message: string,
    readonly at: { readonly file?: string; readonly place?: string; readonly wayOut: string },
  ) {
    super(message);
  }
}
