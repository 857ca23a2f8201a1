/** A file that cannot be read for what it holds: the code and details of the finding that says so. */
export class Damaged extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}
