import type { Truth } from "../compile/condition.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import type { DocumentGroup, DocumentMember } from "../compile/planned.ts";
import { MISSING } from "../model/document-state.ts";
import type { LackingDocument, MissingDocument, Reason, SeenDocument } from "../model/verdict.ts";
import { resultOf } from "./deciding.ts";
import { documentReason, goodOf, lookOf, stateOf, type Given } from "./document-reason.ts";
import type { Known } from "./known.ts";

/** What became of the documents that a channel asks for. */
export interface DocumentsSeen {
  readonly lacking: readonly MissingDocument[];
  /** Groups of which nobody can tell whether they lack a document. */
  readonly perhaps: readonly DocumentGroup[];
  /** Reasons that leave it open whether their documents are there. */
  readonly open: readonly Reason[];
}

/** The same while they are looked at one after another. */
interface Seeing {
  readonly lacking: MissingDocument[];
  readonly perhaps: DocumentGroup[];
  readonly open: Reason[];
}

/**
 * Holds the documents of a request against what the channel asks for, group by group. Puts down the reasons of the
 * document rules at their places, and gives what is lacking.
 */
export function documentsSeen(
  plan: Plan,
  channel: ChannelPlan,
  known: Known,
  reasons: (Reason | undefined)[],
): DocumentsSeen {
  const seeing: Seeing = { lacking: [], perhaps: [], open: [] };
  for (const group of channel.groups) {
    const [only] = group.members;
    if (only === undefined || group.members.length > 1) seeAlternatives(group, plan, known, reasons, seeing);
    else {
      const looked = lookOf(only, plan, known);
      const isMissing = looked.truth === 1 && goodOf(stateOf(only, plan, known)) === 0;
      const reason = documentReason(only, looked, isMissing ? NONE : OPEN, plan, known);
      reasons[only.at] = reason;
      if (isMissing) add(seeing.lacking, lackOf(group.members, plan, known));
      else if (reason.outcome === "unknown") {
        seeing.open.push(reason);
        seeing.perhaps.push(group);
      }
    }
  }
  return seeing;
}

const NONE: Given = { given: 0, facts: [] };
const ONE: Given = { given: 1, facts: [] };
const OPEN: Given = { given: -1, facts: [] };

function seeAlternatives(
  group: DocumentGroup,
  plan: Plan,
  known: Known,
  reasons: (Reason | undefined)[],
  { lacking, perhaps, open }: Seeing,
): void {
  const { members } = group;
  const given = givenIn(group, plan, known);
  for (const member of members) {
    const reason = documentReason(member, lookOf(member, plan, known), given, plan, known);
    reasons[member.at] = reason;
    if (reason.outcome === "unknown") open.push(reason);
  }
  if (given === NONE) add(lacking, lackOf(members, plan, known));
  else if (given.given === -1) perhaps.push(group);
}

/** Whether one of the documents is there and good, or none is asked for; where that is open by itself, by the diagram of the group. */
function givenIn({ members, lacks }: DocumentGroup, plan: Plan, known: Known): Given {
  let asked: Truth = 0;
  let given: Truth = 0;
  for (const member of members) {
    const need = lookOf(member, plan, known).truth;
    asked = either(asked, need);
    given = either(given, both(need, goodOf(stateOf(member, plan, known))));
  }
  if (asked === 0 || given === 1) return ONE;
  if (asked === 1 && given === 0) return NONE;
  const { result, facts } = resultOf(lacks, plan, known);
  return result === undefined ? { given: -1, facts } : result === 1 ? NONE : ONE;
}

/** Whether what is lacking is there, and no longer good. */
export const isExpired = ({ oneOf }: Pick<MissingDocument, "oneOf">): boolean =>
  oneOf.some(({ state }) => state === "expired");

/** What is lacking of documents of which one is enough; one of which nobody knows whether it is asked for, with its condition. */
export function lackOf(members: readonly DocumentMember[], plan: Plan, known: Known): MissingDocument {
  const only = members.length === 1 ? members[0] : undefined;
  if (only !== undefined && isNotThere(only, plan, known)) return only.lacking;
  const oneOf: LackingDocument[] = [];
  const rules: string[] = [];
  for (const member of members) {
    const document = known.documents[member.document];
    const need = lookOf(member, plan, known).truth;
    if (document === undefined || need === 0) continue;
    const { condition: when } = member;
    const lacking = need === 1 || when === undefined ? document : { ...document, when };
    if (!oneOf.some((other) => isLike(other, lacking))) oneOf.push(lacking);
    rules.push(member.words.rule);
  }
  return { oneOf, rules };
}

/** Whether a document is asked for in any case and is not there at all. */
const isNotThere = (member: DocumentMember, plan: Plan, known: Known): boolean =>
  lookOf(member, plan, known).truth === 1 && stateOf(member, plan, known) === MISSING;

/** Whether two of the lacking are one document, asked for on one condition. */
const isLike = (one: LackingDocument, other: LackingDocument): boolean =>
  one.document === other.document && one.when === other.when;

/** The same documents asked for by several rules are lacking once. */
function add(lacking: MissingDocument[], lack: MissingDocument): void {
  for (let index = 0; index < lacking.length; index += 1) {
    const there = lacking[index];
    if (there === undefined || !areSame(there.oneOf, lack.oneOf)) continue;
    lacking[index] = { oneOf: there.oneOf, rules: [...there.rules, ...lack.rules] };
    return;
  }
  lacking.push(lack);
}

function areSame(some: readonly LackingDocument[], others: readonly LackingDocument[]): boolean {
  if (some.length !== others.length || some.some(isConditional) || others.some(isConditional)) return false;
  if (some.length === 1) return some[0]?.document === others[0]?.document;
  return namesOf(some) === namesOf(others);
}

const isConditional = ({ when }: LackingDocument): boolean => when !== undefined;

/** Which documents these are, in whatever order. */
export const namesOf = (documents: readonly SeenDocument[]): string =>
  documents
    .map(({ document }) => document)
    .sort()
    .join("\n");

const both = (a: Truth, b: Truth): Truth => (a === 0 || b === 0 ? 0 : a === 1 && b === 1 ? 1 : -1);

const either = (a: Truth, b: Truth): Truth => (a === 1 || b === 1 ? 1 : a === -1 || b === -1 ? -1 : 0);
