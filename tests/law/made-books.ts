import { Library } from "../../src/library/library.ts";
import { Laws } from "../../src/library/laws.ts";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";
import type { Request } from "../../src/check/request.ts";
import type { DeadlineRule, HoursRule, Rule } from "../../src/model/rule.ts";
import type { StartedTerm, Verdict } from "../../src/model/verdict.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

/** Mon–Fri 9:00–18:30 with a break, as most regulations have it. */
export const HOURS: HoursRule = {
  id: "made/hours",
  kind: "hours",
  who: "provider",
  days: [1, 2, 3, 4, 5],
  open: "09:00",
  close: "18:30",
  break: ["13:00", "14:30"],
  cite: "clause 2",
};

/** The term of a service that runs from its submission. */
export const term = (more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  id: "made/term",
  kind: "deadline",
  subject: "service",
  amount: 5,
  unit: "working-day",
  fromEvent: "submitted",
  toEvent: "result-issued",
  cite: "clause 1",
  ...more,
});

/** A rulebook of Kazakhstan in the zone of Almaty. */
export const book = (rules: readonly Rule[], more: Partial<Rulebook> = {}): Rulebook => ({
  id: "made",
  zone: "Asia/Almaty",
  calendar: "kz",
  rules,
  ...more,
});

/** A library of one book, with the general law beneath it, or without. */
const library = (of: Rulebook, law: Laws | "left-out" | undefined = new Laws()): Library =>
  new Library([{ file: "made.json", book: of, sha256: "0".repeat(64) }], readVocabulary(), undefined, law);

/** The verdict on a request by the portal. */
export const judged = (
  of: Rulebook,
  request: Omit<Request, "service" | "channel"> & Partial<Pick<Request, "channel">>,
  law?: Laws | "left-out",
): Verdict => library(of, law).judge({ service: of.id, channel: "portal", ...request });

/** The one term that a request by the portal starts. */
export function started(
  rule: Partial<DeadlineRule>,
  request: Omit<Request, "service" | "channel"> & Partial<Pick<Request, "channel">>,
  rules: readonly Rule[] = [HOURS],
): StartedTerm {
  const { deadlines } = judged(book([...rules, term(rule)]), request);
  const [only] = deadlines;
  if (only === undefined || deadlines.length > 1) throw new Error(`${deadlines.length} terms were started`);
  return only;
}
