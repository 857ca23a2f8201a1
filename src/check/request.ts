import type { FactValue } from "../model/condition.ts";
import type { Channel } from "../model/rule.ts";

/** A document that the applicant brings or sends. */
export interface RequestDocument {
  /** Document type of `rules/vocabulary.json`. */
  readonly type: string;
  /** Last day on which it is good, `YYYY-MM-DD`. */
  readonly validUntil?: string;
}

/** A finding that an officer asserts. */
export interface AssertedFinding {
  readonly fact: string;
  readonly holds: boolean;
  readonly by: string;
  readonly at: string;
}

/** A request for a service, as `schemas/request.schema.json` has it. */
export interface Request {
  /** The book's `id`, or the service's own. */
  readonly service: string;
  readonly channel: Channel;
  /** ISO time; without an offset it is read in the provider's zone. */
  readonly submitted: string;
  /** When it was registered, where that is known: terms from registration run from it. */
  readonly registered?: string;
  /** IANA zone of the provider, where it is not the book's. */
  readonly zone?: string;
  /** Facts of `rules/vocabulary.json`; one that is absent or null is unknown. */
  readonly facts?: Readonly<Record<string, FactValue>>;
  /** Absent: it is not known which documents there are. A document not on the list is missing. */
  readonly documents?: readonly RequestDocument[];
  readonly findings?: readonly AssertedFinding[];
}
