import type { ReadStatement } from "../extract/extract.ts";
import type { Statement } from "../extract/statement.ts";
import type { Cue } from "../language/cues.ts";
import type { RowTopic } from "../language/structure-words.ts";
import type { PlainReason, UnreadReason } from "../model/ledger.ts";
import type { Leaf } from "./leaves.ts";
import { isMarked, marksFor } from "./marked.ts";
import type { Signal } from "./signals.ts";

/** A sentence that gave no rule, with all that is known of it. */
export interface Rest {
  readonly read: ReadStatement;
  readonly signals: readonly Signal[];
  readonly leaf: Leaf;
  /** Statements that opened a list of which something gave a rule. */
  readonly leadsOfRules: ReadonlySet<Statement>;
}

/** One sign of plain words; `despite` are the signals that do not speak against it. */
interface Sign {
  readonly reason: PlainReason;
  readonly despite: readonly UnreadReason[];
  readonly holds: (rest: Rest) => boolean;
}

/** Why a sentence that gave no rule holds none; undefined where nothing says that it does not, and it is unread. */
export const plainReason = (rest: Rest): PlainReason | undefined =>
  SIGNS.find((sign) => rest.signals.every(({ reason }) => sign.despite.includes(reason)) && sign.holds(rest))
    ?.reason;

/** Words at most of a cell that says that there is nothing. */
const SHORT = 3;

function isNone({ read: { statement }, leaf }: Rest): boolean {
  return statement.words.length <= SHORT && isMarked(statement, "none") && leaf.row?.topic !== "fee";
}

const NAMING: ReadonlySet<RowTopic> = new Set(["service-name", "provider", "result"]);

/** Whoever a service is for: words that name them may say who is entitled to it. */
const PEOPLE: readonly Cue[] = ["natural-person", "natural-and-legal", "legal-person", "recipients"];

function isNamed({ read: { statement }, leaf: { row } }: Rest): boolean {
  const names = row?.topic !== undefined && NAMING.has(row.topic);
  return names && !isMarked(statement, ...PEOPLE, "form-of-result");
}

/** Whether the statement or one that it stands under has a cue. */
function opensWith(statement: Statement, cue: Cue): boolean {
  for (let at: Statement | undefined = statement; at !== undefined; at = at.lead)
    if (isMarked(at, cue)) return true;
  return false;
}

const isDefinition = ({ read: { statement } }: Rest): boolean =>
  opensWith(statement, "introduces-terms") && !isMarked(statement, "applicant", ...PEOPLE);

const isOfTheAct = ({ read: { statement }, leaf }: Rest): boolean =>
  leaf.service === 0 && leaf.row === undefined && opensWith(statement, "of-the-act");

/** Words at most before what a sentence of purpose speaks of: the act itself. */
const OPENING = 3;

function isPurpose({ read: { statement } }: Rest): boolean {
  const speaksOfAct = (["this-act", "the-act"] as const)
    .flatMap((cue) => marksFor(statement, cue))
    .some(({ from }) => from <= OPENING);
  return speaksOfAct && endsIn(statement, "says-purpose") && !isMarked(statement, "in-case");
}

/** What makes something hold in a case only. */
const CASES: readonly Cue[] = ["in-case", "at-which", "when-applying", "fact-confirmed"];

const isGotByProvider = ({ read: { statement } }: Rest): boolean =>
  isMarked(statement, "provider-gets") && !isMarked(statement, ...CASES);

const isAppeal = ({ read: { statement } }: Rest): boolean =>
  isMarked(statement, "to-court") && !isMarked(statement, "in-case");

const POINTED_AT: readonly Cue[] = ["annex-word", "clause-word", "requirements-list", "law-word"];

function isReference({ read: { statement } }: Rest): boolean {
  return (
    endsIn(statement, "points-elsewhere") &&
    isMarked(statement, ...POINTED_AT) &&
    !isMarked(statement, "in-case", "or")
  );
}

const isInformation = ({ read: { statement } }: Rest): boolean =>
  isMarked(statement, "status-information") &&
  isMarked(statement, "information", "may-obtain") &&
  !isMarked(statement, ...CASES, ...PEOPLE, "accepted");

const WEB_ADDRESS = /www\.|https?:|[a-z]\.kz(?![a-z])/;

const hasWebAddress = ({ passage, start, end }: Statement): boolean =>
  WEB_ADDRESS.test(passage.text.slice(start, end));

/** A list under opening words may ask for an address. */
const isContact = ({ read: { statement }, leaf }: Rest): boolean =>
  (isMarked(statement, "address-word") || hasWebAddress(statement)) &&
  statement.lead === undefined &&
  (leaf.row === undefined || leaf.row.topic === "other-requirements") &&
  !isMarked(statement, "to-hand-in", "document-given", "full-name", "for-whom");

const isLead = ({ read: { statement }, leadsOfRules }: Rest): boolean =>
  statement.closing === ":" &&
  leadsOfRules.has(statement) &&
  !isMarked(statement, ...CASES, ...PEOPLE, "applicant", "with-document");

/** Words at most before the one who acts. */
const NEAR_START = 6;

/** Somebody of the staff does something; what the applicant does is never only a step. */
function isStep({ read: { statement } }: Rest): boolean {
  const actor = marksFor(statement, "role")[0]?.from ?? Number.POSITIVE_INFINITY;
  const applicant = marksFor(statement, "applicant")[0]?.from ?? Number.POSITIVE_INFINITY;
  return (
    actor <= NEAR_START &&
    applicant > actor &&
    endsIn(statement, "staff-does") &&
    !isMarked(statement, ...NO_STEP) &&
    !statement.words.some(({ digits }) => digits)
  );
}

const NO_STEP: readonly Cue[] = ["in-case", "day-of", "needed", "because-of", "free", "login"];

/** Words at most behind what a sentence says. */
const CLOSING = 1;

const endsIn = (statement: Statement, cue: Cue): boolean =>
  marksFor(statement, cue).some(({ to }) => to >= statement.words.length - CLOSING);

/** The first that holds tells. */
const SIGNS: readonly Sign[] = [
  { reason: "none", despite: [], holds: isNone },
  { reason: "named", despite: ["form"], holds: isNamed },
  {
    reason: "definition",
    despite: ["way", "form", "holder", "duty", "paper", "refusal", "money"],
    holds: isDefinition,
  },
  { reason: "act", despite: ["duty", "form"], holds: isOfTheAct },
  { reason: "purpose", despite: ["way", "form", "holder", "duty", "paper"], holds: isPurpose },
  { reason: "provider-gets", despite: ["way", "holder"], holds: isGotByProvider },
  { reason: "appeal", despite: ["duty", "way"], holds: isAppeal },
  { reason: "reference", despite: ["refusal", "paper"], holds: isReference },
  { reason: "information", despite: [], holds: isInformation },
  { reason: "contacts", despite: [], holds: isContact },
  { reason: "lead", despite: ["paper", "refusal"], holds: isLead },
  { reason: "step", despite: [], holds: isStep },
];
