import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Finding, Outcome } from "../model/finding.ts";
import type { Candidate } from "../model/rule.ts";
import type { Provision } from "../structure/provision.ts";
import { CandidateMaker, type Origin } from "./candidate.ts";
import type { Reading } from "./extractor.ts";
import { EXTRACTORS } from "./extractors.ts";
import { statementsOf } from "./statements.ts";
import { unreadIn } from "./unread.ts";

/** The candidate rules of an act, in the order of its tree; what looks like a rule and gave none is among the findings. */
export function extract(tree: Provision, origin: Origin, lexicon: Lexicon): Outcome<readonly Candidate[]> {
  const maker = new CandidateMaker(origin);
  const value: Candidate[] = [];
  const findings: Finding[] = [];
  for (const statement of statementsOf(tree, lexicon)) {
    const readings: Reading[] = [];
    for (const extractor of EXTRACTORS) readings.push(...extractor.read(statement, lexicon));
    for (const reading of readings) value.push(maker.make(statement, reading));
    findings.push(...unreadIn(statement, readings, origin.document, lexicon));
  }
  return { value, findings };
}
