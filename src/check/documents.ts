import type { Truth } from "../compile/condition.ts";
import type { ChannelPlan, DocumentGroup, DocumentMember, Plan } from "../compile/plan.ts";
import type { MissingDocument, Reason, ReasonCode, SeenDocument } from "../model/verdict.ts";
import type { Known } from "./known.ts";

/** What was seen of one document rule. */
export interface MemberSeen {
  readonly document: SeenDocument;
  readonly outcome: Reason["outcome"];
  readonly code: ReasonCode;
  /** What would have to be told, where it cannot be said. */
  readonly missing: readonly string[];
}

export interface GroupSeen {
  readonly members: readonly MemberSeen[];
}

/** A ground that consists in missing or expired documents. */
interface AboutDocuments {
  readonly holds: Truth;
  readonly missing: readonly string[];
}

/** What was seen of all documents that a channel asks for. */
export interface DocumentsSeen {
  readonly groups: readonly GroupSeen[];
  readonly lacking: readonly MissingDocument[];
  readonly missing: AboutDocuments;
  readonly expired: AboutDocuments;
}

/** Holds the documents of a request against what the channel asks for, group by group. */
export function documentsSeen(plan: Plan, channel: ChannelPlan, known: Known): DocumentsSeen {
  const seen = channel.groups.map((group) => groupSeen(group, plan, known));
  const lacking = merged(seen.flatMap(({ lack }) => (lack === undefined ? [] : [lack])));
  if (lacking.length === 0 && seen.every(isSettled))
    return { groups: seen, lacking, missing: NONE, expired: NONE };
  const open = seen.flatMap(({ members }) => members).filter(({ outcome }) => outcome === "unknown");
  const about = (isSo: (lack: MissingDocument) => boolean): AboutDocuments => {
    const could = open.filter(
      ({ document }) => document.state === "unknown" || isSo({ oneOf: [document], rules: [] }),
    );
    const holds = lacking.some(isSo) ? 1 : could.length > 0 ? -1 : 0;
    return { holds, missing: [...new Set(could.flatMap(({ missing }) => missing))] };
  };
  const isExpired = ({ oneOf }: MissingDocument): boolean => oneOf.some(({ state }) => state === "expired");
  return { groups: seen, lacking, missing: about((lack) => !isExpired(lack)), expired: about(isExpired) };
}

const NONE: AboutDocuments = { holds: 0, missing: [] };

const isSettled = ({ members }: GroupSeen): boolean => members.every(({ outcome }) => outcome !== "unknown");

/** The same documents asked for by several rules are lacking once. */
function merged(lacking: readonly MissingDocument[]): MissingDocument[] {
  if (lacking.length < 2) return [...lacking];
  const byDocuments = new Map<string, MissingDocument>();
  for (const lack of lacking) {
    const key = lack.oneOf
      .map(({ document }) => document)
      .sort()
      .join("\n");
    const there = byDocuments.get(key);
    byDocuments.set(key, there === undefined ? lack : { ...there, rules: [...there.rules, ...lack.rules] });
  }
  return [...byDocuments.values()];
}

interface Weighed {
  readonly member: DocumentMember;
  readonly document: SeenDocument;
  /** Whether it is asked for. */
  readonly need: Truth;
  /** Whether it is there and good. */
  readonly good: Truth;
}

function groupSeen(
  group: DocumentGroup,
  plan: Plan,
  known: Known,
): GroupSeen & { lack: MissingDocument | undefined } {
  const weighed = group.members.map((member) => weigh(member, known));
  const asked = any(weighed.map(({ need }) => need));
  const given = any(weighed.map(({ need, good }) => both(need, good)));
  const members = weighed.map((one) => memberSeen(one, given, plan, known));
  if (asked !== 1 || given !== 0) return { members, lack: undefined };
  const wanted = weighed.filter(({ need }) => need === 1);
  return {
    members,
    lack: { oneOf: wanted.map(({ document }) => document), rules: wanted.map(({ member }) => member.rule) },
  };
}

function weigh(member: DocumentMember, known: Known): Weighed {
  const document = known.documents[member.document] ?? { document: member.rule, state: "unknown" };
  const good = document.state === "present" ? 1 : document.state === "unknown" ? -1 : 0;
  return { member, document, need: member.when?.test(known.values) ?? 1, good };
}

function memberSeen(
  { member, document, need, good }: Weighed,
  given: Truth,
  plan: Plan,
  known: Known,
): MemberSeen {
  const settled = (outcome: Reason["outcome"], code: ReasonCode): MemberSeen => ({
    document,
    outcome,
    code,
    missing: [],
  });
  if (need === 0) return settled("pass", "document-not-needed");
  if (good === 1) return settled("pass", "document-present");
  if (given === 1) return settled("pass", "other-document-present");
  if (need === 1 && good === 0 && given === 0)
    return settled("fail", document.state === "expired" ? "document-expired" : "document-missing");
  const name = known.listed ? `documents.${document.document}.validUntil` : "documents";
  const missing = [...(need === -1 ? askedFacts(member, plan, known) : []), ...(good === -1 ? [name] : [])];
  const code = need === -1 ? "document-need-unknown" : "document-unknown";
  return { document, outcome: "unknown", code, missing };
}

const askedFacts = ({ when }: DocumentMember, plan: Plan, { values }: Known): string[] =>
  (when?.leaves ?? [])
    .filter(({ slot }) => values[slot] === undefined)
    .map(({ slot }) => plan.facts[slot]?.id ?? "");

const both = (a: Truth, b: Truth): Truth => (a === 0 || b === 0 ? 0 : a === 1 && b === 1 ? 1 : -1);

const any = (truths: readonly Truth[]): Truth => (truths.includes(1) ? 1 : truths.includes(-1) ? -1 : 0);
