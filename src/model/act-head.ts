import type { Span } from "./span.ts";

/** What a text says of itself, and the words it says it in. */
export interface Said<Value> {
  readonly value: Value;
  readonly words: string;
  /** Where these stand, in the text as it was ingested. */
  readonly spans: readonly Span[];
}

/** An act's entry in the state register. */
export interface Registered {
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The act by which another was repealed: what it is called, and its day, `YYYY-MM-DD` or `unknown`. */
export interface RepealedBy {
  readonly act: string;
  readonly date: string;
  readonly number?: string;
}

/** What an act's text says of the act; what it does not say is absent. Days are `YYYY-MM-DD`. */
export interface ActHead {
  readonly title?: Said<string>;
  readonly number?: Said<string>;
  /** Day of adoption. */
  readonly date?: Said<string>;
  readonly body?: Said<string>;
  /** Day of the latest amendment that the text has been brought up to. */
  readonly edition?: Said<string>;
  readonly registered?: Said<Registered>;
  /** `unknown` where it is said that the act was repealed, and not by which. */
  readonly repealed?: Said<RepealedBy | "unknown">;
}
