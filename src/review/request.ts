import type { PlainReason } from "../model/ledger.ts";
import type { OwnVocabulary } from "../model/vocabulary.ts";
import type { Candidate } from "../model/rule.ts";
import { type Anchor, type Decision, isOnRule, type RuleValues } from "./decision.ts";
import { onBook, type BookRequest } from "./on-book.ts";
import { onPlace } from "./on-place.ts";
import { anchorOf } from "./anchor.ts";
import { find } from "./place.ts";
import { print } from "../model/print.ts";
import { provisions, type Reading } from "./reading.ts";
import type { Decided } from "./decided.ts";
import { freeId, type Review } from "./review.ts";
import { patched, readOtherwise, valuesOf } from "./rule-values.ts";
import { talkFor, type TalkRequest } from "./talk-request.ts";
import { foldWords, wordsPrint } from "./words.ts";

/** What a reviewer asks for: as little as can be said; `decisionFor` makes the whole decision of it. */
export type Request =
  | { readonly action: "accept"; readonly rule: string; readonly why?: string }
  | {
      readonly action: "edit";
      readonly rule: string;
      /** Only the fields that change; `null` takes a field away, save `break`, which may be null. */
      readonly fields: Readonly<Record<string, unknown>>;
      readonly why?: string;
    }
  | { readonly action: "reject"; readonly rule: string; readonly why: string }
  | {
      readonly action: "add";
      readonly values: RuleValues;
      /** Words of the text at `values.path`. */
      readonly words: string;
      readonly why?: string;
    }
  /** Ends a disagreement on a rule by taking up one of the decisions. */
  | { readonly action: "settle"; readonly rule: string; readonly decision: string; readonly why: string }
  /** Says of unread words that they hold no rule. */
  | {
      readonly action: "dismiss";
      readonly path: string;
      /** The unread words at `path`, as they are listed. */
      readonly words: string;
      /** One of the two at least. */
      readonly reason?: PlainReason;
      readonly why?: string;
    }
  /** Says of dismissed words, whoever dismissed them, that somebody has to look at them once more. */
  | { readonly action: "reopen"; readonly path: string; readonly words: string; readonly why: string }
  | { readonly action: "undo"; readonly undoes: string; readonly why?: string }
  | BookRequest
  /** Names facts and papers that the common vocabulary does not have. */
  | { readonly action: "vocabulary"; readonly vocabulary: OwnVocabulary; readonly why?: string }
  | TalkRequest;

/** Why a request could not become a decision. */
export interface Refused {
  readonly refused:
    | "no-such-rule"
    | "no-such-decision"
    | "no-such-provision"
    | "words-not-there"
    | "nothing-unread"
    | "not-dismissed"
    | "kind-is-fixed"
    | "words-are-gone"
    | "not-yours"
    | "nothing-to-settle"
    | "not-told"
    | "needs-two";
  readonly what: string;
}

/** Who decides, when (ISO instant with offset), on which version of the regulation. */
export interface Teller {
  readonly by: string;
  readonly at: string;
  readonly version: string;
}

/** Makes a whole decision of a request, or says why not. Its values are still to be checked against the schema. */
export function decisionFor(
  request: Request,
  now: { readonly review: Review; readonly reading: Reading; readonly decisions: readonly Decision[] },
  teller: Teller,
): Decision | Refused {
  const body = bodyFor(request, now, teller);
  if ("refused" in body) return body;
  const told = { ...teller, ...body, ...(request.why !== undefined && { why: request.why }) };
  return { id: print(told), ...told };
}

type Body = Decision extends infer D
  ? D extends Decision
    ? Omit<D, "id" | "at" | "by" | "version" | "why">
    : never
  : never;
type Now = Parameters<typeof decisionFor>[1];

function bodyFor(request: Request, now: Now, teller: Teller): Body | Refused {
  switch (request.action) {
    case "accept":
    case "edit":
    case "reject":
      return onRule(request, now);
    case "add":
      return added(request, now);
    case "settle":
      return settled(request, now);
    case "dismiss":
      return onPlace(request, now.review.unread);
    case "reopen":
      return onPlace(request, now.review.unread);
    case "comment":
    case "assign":
    case "four-eyes":
      return talkFor(request, now);
    case "undo":
      return undone(request.undoes, now, teller);
    case "book":
    case "not-held":
    case "remark":
    case "withdraw":
      return onBook(request, now.review.book);
    case "vocabulary":
      return { action: "vocabulary", vocabulary: request.vocabulary };
  }
}

type OnRule = Extract<Request, { action: "accept" | "edit" | "reject" }>;

function onRule(request: OnRule, now: Now): Body | Refused {
  const known = now.review.decided.find((one) => one.rule === request.rule);
  const waiting = now.review.waiting.find((one) => one.id === request.rule);
  const subject = known ? fromDecided(known, now.reading) : waiting && fromCandidate(waiting, now.reading);
  if (subject === undefined) return { refused: "no-such-rule", what: request.rule };
  const { anchor, values } = subject;
  if (request.action === "reject") return { action: "reject", rule: request.rule, anchor };
  if (known?.placed.standing === "lost") return { refused: "words-are-gone", what: request.rule };
  if (values === undefined) return { refused: "no-such-rule", what: request.rule };
  if (request.action === "accept") return { action: "accept", rule: request.rule, anchor, values };
  for (const fixed of ["kind", "path"] as const)
    if (Object.hasOwn(request.fields, fixed) && request.fields[fixed] !== values[fixed])
      return { refused: "kind-is-fixed", what: fixed };
  const edited = patched(values, request.fields);
  const read = readOtherwise(subject.candidate, edited);
  return { action: "edit", rule: request.rule, anchor, values: edited, ...(read && { read }) };
}

interface Subject {
  readonly anchor: Anchor;
  /** What the reader proposes, where it still does. */
  readonly candidate?: Candidate;
  readonly values?: RuleValues;
}

const fromCandidate = (candidate: Candidate, reading: Reading): Required<Subject> => ({
  candidate,
  anchor: anchorOf(candidate, reading),
  values: valuesOf(candidate),
});

/**
 * A rule decided before keeps its anchor's words and its values, so that others' decisions on it still compare. One
 * whose words have changed gets the new words, and the fields that the reader now reads from them.
 */
function fromDecided(known: Decided, reading: Reading): Subject {
  const standing = known.positions.flatMap((one) => (one.action === "reject" ? [] : [one.values])).at(-1);
  const { candidate } = known.placed;
  const last = known.positions.at(-1)?.anchor;
  const fresh = candidate && fromCandidate(candidate, reading);
  if (last === undefined) throw new RangeError(`nobody holds anything about ${known.rule}`);
  if (fresh === undefined) return { anchor: last, ...(standing && { values: standing }) };
  if (known.placed.standing === "stale")
    return { ...fresh, values: patched(standing ?? {}, { ...fresh.values }) };
  return { ...fresh, anchor: { ...fresh.anchor, words: last.words }, values: standing ?? fresh.values };
}

function added(request: Extract<Request, { action: "add" }>, now: Now): Body | Refused {
  const { kind, path } = request.values;
  const provision = provisions(now.reading.leaves)(path);
  if (provision === undefined) return { refused: "no-such-provision", what: path };
  const found = find(request, provision);
  if (found === undefined) return { refused: "words-not-there", what: path };
  const used = new Set([
    ...now.review.decided.map((one) => one.rule),
    ...now.review.waiting.map((one) => one.id),
  ]);
  for (const decision of now.decisions) if (isOnRule(decision)) used.add(decision.rule);
  const rule = freeId([now.reading.regulation, kind, path].join("/"), used);
  const anchor = {
    kind,
    path,
    words: foldWords(found.quote),
    ordinal: 1,
    around: wordsPrint(provision.passage.text),
  };
  return { action: "add", rule, anchor, values: request.values };
}

function settled(request: Extract<Request, { action: "settle" }>, now: Now): Body | Refused {
  const known = now.review.decided.find((one) => one.rule === request.rule);
  if (known === undefined) return { refused: "no-such-rule", what: request.rule };
  const chosen = known.positions.find((one) => one.id === request.decision);
  if (chosen === undefined) return { refused: "no-such-decision", what: request.decision };
  if (known.verdict !== undefined) return { refused: "nothing-to-settle", what: request.rule };
  const { rule, anchor } = chosen;
  const settles = known.positions.map((one) => one.id);
  if (chosen.action === "reject") return { action: "reject", rule, anchor, settles };
  return { action: chosen.action, rule, anchor, values: chosen.values, settles };
}

/** Each undoes their own; to answer another's decision, decide otherwise or settle. */
function undone(id: string, now: Now, teller: Teller): Body | Refused {
  const decision = now.decisions.find((one) => one.id === id);
  if (decision === undefined) return { refused: "no-such-decision", what: id };
  if (decision.by !== teller.by) return { refused: "not-yours", what: decision.by };
  if (decision.action === "four-eyes") return { refused: "needs-two", what: id };
  return { action: "undo", undoes: id };
}
