import type { Grammar } from "../language/grammar.ts";
import type { Finding, Outcome } from "../model/finding.ts";
import type { Candidate } from "../model/rule.ts";
import type { Provision } from "../structure/provision.ts";
import { CandidateMaker, type Origin } from "./candidate.ts";
import type { Reading } from "./extractor.ts";
import { EXTRACTORS } from "./extractors.ts";
import { referencesIn, targetsOf } from "./references.ts";
import type { Statement } from "./statement.ts";
import { statementsOf } from "./statements.ts";
import { termsIn } from "./term.ts";
import { unreadIn } from "./unread.ts";

/**
 * The candidate rules of an act, in the order of its tree; what looks like a rule and gave none, and where references
 * inside the file lead, is among the findings.
 */
export function extract(tree: Provision, origin: Origin, grammar: Grammar): Outcome<readonly Candidate[]> {
  const maker = new CandidateMaker(origin);
  const value: Candidate[] = [];
  const findings: Finding[] = [];
  const targets = targetsOf(tree);
  for (const statement of statementsOf(tree, grammar)) {
    if (isPlain(statement, grammar)) continue;
    const readings: Reading[] = [];
    for (const extractor of EXTRACTORS) readings.push(...extractor.read(statement, grammar));
    const own = readings.map((reading) => maker.make(statement, reading));
    value.push(...own);
    findings.push(...unreadIn(statement, readings, origin.document, grammar));
    const ids = own.map(({ id }) => id);
    findings.push(...referencesIn(statement, targets.get(statement.service), ids, origin.document));
  }
  return { value, findings };
}

/** A sentence without a cue, a number or a term, in no row of known topic: there is nothing in it to read. */
const isPlain = (statement: Statement, grammar: Grammar): boolean =>
  statement.marks.size === 0 &&
  statement.topic === undefined &&
  !statement.words.some((word) => word.digits) &&
  termsIn(statement, grammar).length === 0;
