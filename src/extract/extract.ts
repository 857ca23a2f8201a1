import type { Grammar } from "../language/grammar.ts";
import type { Finding, Outcome } from "../model/finding.ts";
import { isAtOrBelow } from "../model/at-or-below.ts";
import type { Candidate, Kind } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import type { Provision } from "../structure/provision.ts";
import { CandidateMaker, type Origin } from "./candidate.ts";
import type { Reading } from "./extractor.ts";
import { EXTRACTORS } from "./extractors.ts";
import type { Mark } from "./marks.ts";
import { referenceFindings, refersTo, targetsOf, type Referring } from "./references.ts";
import type { Statement } from "./statement.ts";
import { statementsOf, type GrammarOf } from "./statements.ts";
import { termsIn } from "./term.ts";

/** A rule that a statement gave: which words of its passage carry it. */
export interface ReadRule {
  readonly id: string;
  readonly kind: Kind;
  readonly words: Span;
}

/** A statement with what it gave, and where a number stands beside a time unit in it. */
export interface ReadStatement {
  readonly statement: Statement;
  readonly terms: readonly Mark[];
  readonly rules: readonly ReadRule[];
}

/** The candidate rules of an act, with every statement that was looked at, whether it gave one or not. */
export interface Extraction extends Outcome<readonly Candidate[]> {
  readonly statements: readonly ReadStatement[];
}

/**
 * The candidate rules of an act, in the order of its tree; where references inside the file lead is among the findings. What is
 * quoted in another language than the act's is read by that, where `grammarOf` tells it.
 */
export function extract(
  tree: Provision,
  origin: Origin,
  grammar: Grammar,
  grammarOf: GrammarOf = () => grammar,
): Extraction {
  const maker = new CandidateMaker(origin);
  const value: Candidate[] = [];
  const findings: Finding[] = [];
  const statements: ReadStatement[] = [];
  const targets = targetsOf(tree);
  /** By id of a rule, where the words that gave it refer to. */
  const referred = new Map<string, readonly Referring[]>();
  for (const statement of statementsOf(tree, grammar, grammarOf)) {
    const grammar = grammarOf(statement.provision);
    const terms = termsIn(statement, grammar);
    if (isPlain(statement, terms) || isPlaceholder(statement)) {
      statements.push({ statement, terms, rules: [] });
      continue;
    }
    const readings: Reading[] = [];
    for (const extractor of EXTRACTORS) readings.push(...extractor.read(statement, grammar));
    const own = readings.map((reading) => maker.make(statement, reading));
    value.push(...own);
    const rules = own.map(({ id, kind }, index) => ({ id, kind, words: readings[index]?.words ?? NOWHERE }));
    statements.push({ statement, terms, rules });
    const ids = own.map(({ id }) => id);
    const references = ids.length === 0 ? [] : refersTo(statement, targets.get(statement.service));
    for (const id of ids) referred.set(id, references);
    findings.push(...referenceFindings(references, statement, ids, origin.document));
  }
  return { value: withCovers(value, referred), findings, statements };
}

/**
 * A ground whose words refer to provisions that ask for documents is about the documents of these: `осы Регламенттің
 * 14-тармағында көрсетілген талаптар орындалмағанда`.
 */
function withCovers(
  candidates: readonly Candidate[],
  referred: ReadonlyMap<string, readonly Referring[]>,
): Candidate[] {
  const documents = candidates.filter(({ kind }) => kind === "document");
  return candidates.map((candidate) => {
    if (candidate.kind !== "refusal") return candidate;
    const paths = new Set(referred.get(candidate.id)?.map(({ target }) => target.path));
    const covers = [...paths].filter((path) => documents.some((document) => isAtOrBelow(document, path)));
    return covers.length === 0 ? candidate : { ...candidate, covers };
  });
}

const NOWHERE: Span = { start: 0, end: 0 };

/** `[Обоснование отказа]`: words in square brackets say what will stand there in a paper made out by this form. */
const isPlaceholder = ({ passage }: Statement): boolean => /^\s*\[[^[\]]*\]\s*$/u.test(passage.text);

/** A sentence without a cue, a number or a term, in no list and no row of known topic: there is nothing in it to read. */
const isPlain = (statement: Statement, terms: readonly Mark[]): boolean =>
  statement.marks.size === 0 &&
  statement.topic === undefined &&
  statement.lead === undefined &&
  terms.length === 0 &&
  !statement.words.some((word) => word.digits);
