import type { Truth } from "../compile/condition.ts";
import type { ChannelPlan, Plan } from "../compile/plan.ts";
import type { DocumentMember } from "../compile/planned.ts";
import { MISSING } from "../model/document-state.ts";
import type { MissingDocument, Reason, SeenDocument } from "../model/verdict.ts";
import { documentReason, goodOf, lookOf, stateOf } from "./document-reason.ts";
import type { Known } from "./known.ts";

/** What became of the documents that a channel asks for. */
export interface DocumentsSeen {
  readonly lacking: readonly MissingDocument[];
  /** Reasons that leave it open whether their documents are there. */
  readonly open: readonly Reason[];
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
  const lacking: MissingDocument[] = [];
  const open: Reason[] = [];
  for (const { members } of channel.groups) {
    const [only] = members;
    if (only === undefined || members.length > 1)
      seeAlternatives(members, plan, known, reasons, lacking, open);
    else {
      const looked = lookOf(only, plan, known);
      const given = both(looked.truth, goodOf(stateOf(only, plan, known)));
      const reason = documentReason(only, looked, given, plan, known);
      reasons[only.at] = reason;
      if (looked.truth === 1 && given === 0) add(lacking, lackOf(members, plan, known));
      else if (reason.outcome === "unknown") open.push(reason);
    }
  }
  return { lacking, open };
}

function seeAlternatives(
  members: readonly DocumentMember[],
  plan: Plan,
  known: Known,
  reasons: (Reason | undefined)[],
  lacking: MissingDocument[],
  open: Reason[],
): void {
  let asked: Truth = 0;
  let given: Truth = 0;
  for (const member of members) {
    const need = lookOf(member, plan, known).truth;
    asked = either(asked, need);
    given = either(given, both(need, goodOf(stateOf(member, plan, known))));
  }
  for (const member of members) {
    const reason = documentReason(member, lookOf(member, plan, known), given, plan, known);
    reasons[member.at] = reason;
    if (reason.outcome === "unknown") open.push(reason);
  }
  if (asked === 1 && given === 0) add(lacking, lackOf(members, plan, known));
}

/** Whether what is lacking is there, and no longer good. */
export const isExpired = ({ oneOf }: Pick<MissingDocument, "oneOf">): boolean =>
  oneOf.some(({ state }) => state === "expired");

function lackOf(members: readonly DocumentMember[], plan: Plan, known: Known): MissingDocument {
  const only = members.length === 1 ? members[0] : undefined;
  if (only !== undefined && stateOf(only, plan, known) === MISSING) return only.lacking;
  const oneOf: SeenDocument[] = [];
  const rules: string[] = [];
  for (const member of members) {
    const document = known.documents[member.document];
    if (document === undefined || lookOf(member, plan, known).truth !== 1) continue;
    if (!oneOf.includes(document)) oneOf.push(document);
    rules.push(member.words.rule);
  }
  return { oneOf, rules };
}

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

function areSame(some: readonly SeenDocument[], others: readonly SeenDocument[]): boolean {
  if (some.length !== others.length) return false;
  if (some.length === 1) return some[0]?.document === others[0]?.document;
  return namesOf(some) === namesOf(others);
}

const namesOf = (documents: readonly SeenDocument[]): string =>
  documents
    .map(({ document }) => document)
    .sort()
    .join("\n");

const both = (a: Truth, b: Truth): Truth => (a === 0 || b === 0 ? 0 : a === 1 && b === 1 ? 1 : -1);

const either = (a: Truth, b: Truth): Truth => (a === 1 || b === 1 ? 1 : a === -1 || b === -1 ? -1 : 0);
