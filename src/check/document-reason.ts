import type { Truth } from "../compile/condition.ts";
import type { Plan } from "../compile/plan.ts";
import type { DocumentMember } from "../compile/planned.ts";
import { DOCUMENT_STATES, EXPIRED, MISSING, PRESENT, UNTOLD } from "../model/document-state.ts";
import type { Reason, ReasonCode, SeenDocument } from "../model/verdict.ts";
import type { Known } from "./known.ts";
import { look } from "./look.ts";
import type { Looked } from "./memory.ts";

/** Whether a document is asked for, and what that rests on. */
export const lookOf = ({ at, when }: DocumentMember, plan: Plan, known: Known): Looked =>
  when === undefined ? ALWAYS : look(at, when, plan, known);

/** A document is given, is not, or perhaps. */
const TRUTHS = 3;
/** A document in each of its states, with the document asked for not given, given, or perhaps. */
const WAYS = DOCUMENT_STATES.length * TRUTHS;

/** Of a rule without a condition. */
const ALWAYS: Looked = { sight: 0, truth: 1, facts: [], missing: [] };

export const stateOf = ({ document }: DocumentMember, { facts }: Plan, { places }: Known): number =>
  places[facts.length + document] ?? 0;

/** Whether a document is there and good. */
export const goodOf = (state: number): Truth =>
  state === PRESENT ? 1 : state === MISSING || state === EXPIRED ? 0 : -1;

/**
 * What became of a document rule; `given`: whether one of the documents that serve it is there and good, as far as that can
 * be told, and what would decide that. Where its facts have few values, the reason of an earlier request that saw the same
 * serves again.
 */
export function documentReason(
  member: DocumentMember,
  looked: Looked,
  { given, facts }: Given,
  plan: Plan,
  known: Known,
): Reason {
  const state = stateOf(member, plan, known);
  const seen = known.documents[member.document];
  const plain = plan.documents[member.document]?.seen[state];
  if (seen === undefined || plain === undefined)
    throw new RangeError(`${member.words.rule} asks for no document of its book`);
  if (isReplacedPerhaps(looked.truth, state, given)) {
    const make = (): Reason => replacedPerhaps(member, looked, seen, facts);
    if (looked.sight < 0 || seen.validUntil !== undefined) return make();
    return known.memory.hanging(member.at, `${looked.sight} ${state} ${facts.join()}`, make);
  }
  if (looked.sight < 0) return reasonOf(member, looked, state, given, seen);
  const way = looked.sight * WAYS + state * TRUTHS + given + 1;
  const before = known.memory.reasonsOf(member.at, WAYS * (member.when?.sight?.size ?? 1));
  const shared = (before[way] ??= reasonOf(member, looked, state, given, plain));
  // A day of validity is the applicant's own: a reason with one is not kept.
  return seen.validUntil === undefined ? shared : withDocument(shared, seen);
}

/** Whether one of the documents that serve a rule is there and good; -1: that hangs on these facts. */
export interface Given {
  readonly given: Truth;
  readonly facts: readonly string[];
}

/** It is asked for and not there, and nobody can tell whether another one serves instead. */
const isReplacedPerhaps = (need: Truth, state: number, given: Truth): boolean =>
  need === 1 && given === -1 && goodOf(state) === 0;

function replacedPerhaps(
  { words }: DocumentMember,
  { facts }: Looked,
  document: SeenDocument,
  missing: readonly string[],
): Reason {
  return { ...told(words, "unknown", "document-replaced-unknown", facts, document), missing };
}

function reasonOf(
  { words }: DocumentMember,
  { truth: need, facts, missing }: Looked,
  state: number,
  given: Truth,
  document: SeenDocument,
): Reason {
  const settled = settledCode(need, state, given);
  const [outcome, code] = settled ?? ["unknown", need === -1 ? "document-need-unknown" : "document-unknown"];
  const reason = told(words, outcome, code, facts, document);
  if (code === "document-missing-whichever") return { ...reason, missing };
  if (settled !== undefined) return reason;
  const name = state === UNTOLD ? "documents" : `documents.${document.document}.validUntil`;
  return {
    ...reason,
    missing: [...missing, ...(goodOf(state) === -1 ? [name] : [])],
  };
}

function settledCode(
  need: Truth,
  state: number,
  given: Truth,
): readonly [Reason["outcome"], ReasonCode] | undefined {
  const good = goodOf(state);
  if (need === 0) return ["pass", "document-not-needed"];
  if (good === 1) return ["pass", "document-present"];
  if (given === 1) return ["pass", "other-document-present"];
  if (need === 1 && good === 0 && given === 0)
    return ["fail", state === EXPIRED ? "document-expired" : "document-missing"];
  // One of several is asked for in any case, and none of them is there.
  if (need === -1 && good === 0 && given === 0) return ["fail", "document-missing-whichever"];
  return undefined;
}

/** Documents stand before the path, as they always did where a rule has a path and words to quote. */
function told(
  words: DocumentMember["words"],
  outcome: Reason["outcome"],
  code: ReasonCode,
  facts: Reason["facts"],
  document: SeenDocument,
): Reason {
  const { rule, kind, path, cite, quote, draft, twin } = words;
  const documents = [document];
  if (path === undefined || quote === undefined || draft !== undefined || twin !== undefined)
    return { ...words, outcome, code, facts, documents };
  return { rule, kind, outcome, code, facts, documents, path, cite, quote };
}

/** The same reason with a document that bears a day. Field by field it takes 15 ns, as a spread 35. */
function withDocument(reason: Reason, document: SeenDocument): Reason {
  const { rule, kind, outcome, code, facts, missing, path, cite, quote, draft, twin } = reason;
  const documents = [document];
  const saysMore = draft !== undefined || missing !== undefined || twin !== undefined;
  if (path === undefined || quote === undefined || saysMore) return { ...reason, documents };
  return { rule, kind, outcome, code, facts, documents, path, cite, quote };
}
