import type { Lexicon } from "../language/lexicon.ts";
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
export function extract(tree: Provision, origin: Origin, lexicon: Lexicon): Outcome<readonly Candidate[]> {
  const foreign = unreadLanguage(origin, lexicon);
  if (foreign !== undefined) return { value: [], findings: [foreign] };
  const maker = new CandidateMaker(origin);
  const value: Candidate[] = [];
  const findings: Finding[] = [];
  const targets = targetsOf(tree);
  for (const statement of statementsOf(tree, lexicon)) {
    if (isPlain(statement, lexicon)) continue;
    const readings: Reading[] = [];
    for (const extractor of EXTRACTORS) readings.push(...extractor.read(statement, lexicon));
    const own = readings.map((reading) => maker.make(statement, reading));
    value.push(...own);
    findings.push(...unreadIn(statement, readings, origin.document, lexicon));
    const ids = own.map(({ id }) => id);
    findings.push(...referencesIn(statement, targets.get(statement.service), ids, origin.document));
  }
  return { value, findings };
}

/** So many letters tell the language of a text; fewer may have none of a language's own by chance. */
const TELLING = 200;

/**
 * Says so where a text is not in the lexicon's language: no rule of it is read, and nothing is lost in silence. Kazakh has
 * nine letters more than Russian; they are 5 to 15 in a hundred of its letters.
 */
function unreadLanguage({ document, content }: Origin, { language }: Lexicon): Finding | undefined {
  const letters = content.match(/\p{L}/gu)?.length ?? 0;
  const own = content.match(/[әғқңөұүһі]/giu)?.length ?? 0;
  if (language !== "kk" || letters < TELLING || own * 100 >= letters) return undefined;
  const where = { in: "text", document, span: { start: 0, end: content.length } } as const;
  return { code: "extract/language-not-read", severity: "warning", where, details: { reads: language } };
}

/** A sentence without a cue, a number or a term, in no row of known topic: there is nothing in it to read. */
const isPlain = (statement: Statement, lexicon: Lexicon): boolean =>
  statement.marks.size === 0 &&
  statement.topic === undefined &&
  !statement.words.some((word) => word.digits) &&
  termsIn(statement, lexicon).length === 0;
