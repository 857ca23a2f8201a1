import { judgingBy, openedBy, type JudgingLibrary, type LibraryOptions } from "./judging.ts";
import { attempt, type Result } from "./result.ts";

export type { Request, RequestDocument, AssertedFinding } from "../check/request.ts";
export type { ServiceAtHand, ServiceVersion } from "../library/services.ts";
export type { Receipt } from "../model/receipt.ts";
export type { Answer, Change, MissingDocument, Reason, SeenFact, StartedTerm } from "../model/verdict.ts";
export type {
  Begun,
  CheckAnswer,
  CheckOptions,
  FormOptions,
  JudgingLibrary,
  LibraryOptions,
} from "./judging.ts";
export type { Fault, Result } from "./result.ts";

/** Opens rulebooks to judge requests by. Neither the reader of texts nor the audit's database is loaded. */
export const openLibrary = (options: LibraryOptions = {}): Result<JudgingLibrary> =>
  attempt("the rulebooks", () => judgingBy(openedBy(options)));
