import type { ReadStatement } from "../extract/extract.ts";
import type { Mark } from "../extract/marks.ts";
import type { Statement } from "../extract/statement.ts";
import type { Cue } from "../language/cues.ts";
import { byRisk, type Risk, type UnreadReason } from "../model/ledger.ts";
import { isMarked, marksFor, wordsAt } from "./marked.ts";
import { furtherPapers } from "./further-papers.ts";
import { KINDS, type Kind } from "../model/rule.ts";
import type { Span } from "../model/span.ts";

/** Words that speak for a rule: where they stand in their passage, and rules of which kinds account for them. */
export interface Signal {
  readonly reason: UnreadReason;
  readonly risk: Risk;
  readonly at: Span;
  readonly fits: ReadonlySet<Kind>;
}

/** The riskiest signal, the first of those of one risk. */
export const riskiest = (signals: readonly Signal[]): Signal | undefined =>
  byRisk(signals, ({ risk }) => risk)[0];

/** What speaks for rules, by cue: where one of `beside` is given, only in a sentence that has one of those too. */
interface SignalCues {
  readonly reason: UnreadReason;
  readonly risk: Risk;
  readonly cues: readonly Cue[];
  readonly beside?: readonly Cue[];
  readonly fits: ReadonlySet<Kind>;
}

const NOTHING: ReadonlySet<Kind> = new Set();
const ANY: ReadonlySet<Kind> = new Set(KINDS);
const SCHEDULES: ReadonlySet<Kind> = new Set(["hours"]);
const CLOCKS: ReadonlySet<Kind> = new Set(["hours", "cutoff", "deadline"]);
const TIMES: ReadonlySet<Kind> = new Set(["hours", "cutoff", "rollover", "deadline"]);
/** What may have a length of time in its words that is none of its own: the age of a paper, of a person. */
const WITH_AMOUNTS: ReadonlySet<Kind> = new Set([...TIMES, "fee", "document", "eligibility", "refusal"]);
/** What accounts for a length of time that is told as a limit. */
const LIMITS: ReadonlySet<Kind> = new Set([...TIMES, "fee", "document"]);

const BY_CUE: readonly SignalCues[] = [
  {
    reason: "refusal",
    risk: "high",
    cues: ["refused", "refusal-made", "is-ground"],
    fits: new Set(["refusal"]),
  },
  {
    reason: "money",
    risk: "high",
    cues: ["in-tenge", "in-mci", "free", "paid", "payment"],
    fits: new Set(["fee"]),
  },
  {
    reason: "paper",
    risk: "high",
    cues: ["document-given", "with-document", "list-of-documents"],
    beside: ["to-hand-in", "hands-in", "needed", "sending", "list-of-documents", "with-document"],
    fits: new Set(["document"]),
  },
  {
    reason: "paper",
    risk: "high",
    cues: ["request-word"],
    beside: ["to-get-the-service"],
    fits: new Set(["document"]),
  },
  {
    reason: "clock",
    risk: "high",
    cues: ["round-the-clock", "in-the-day"],
    fits: TIMES,
  },
  { reason: "amount", risk: "some", cues: ["on-that-day"], fits: new Set(["deadline"]) },
  {
    reason: "clock",
    risk: "high",
    cues: ["next-working-day", "outside-hours"],
    fits: new Set(["rollover", "deadline"]),
  },
  {
    reason: "holder",
    risk: "some",
    cues: ["signature-held", "consent", "consent-given", "third-persons", "attached", "rendered-to"],
    fits: new Set(["eligibility", "document"]),
  },
  {
    reason: "holder",
    risk: "some",
    cues: ["natural-person", "natural-and-legal", "legal-person", "recipients"],
    beside: ["called-hereafter", "to-get-the-service", "is-rendered"],
    fits: new Set(["eligibility", "document"]),
  },
  { reason: "duty", risk: "high", cues: ["duty", "needed"], fits: ANY },
  {
    reason: "form",
    risk: "some",
    cues: ["fully-automated", "partly-automated", "proactive", "composite", "is-form-of"],
    fits: new Set(["form"]),
  },
  {
    reason: "way",
    risk: "some",
    cues: [
      "portal",
      "corporation",
      "phone",
      "post",
      "in-person",
      "paper-way",
      "turning-to-provider",
      "help-desk",
    ],
    fits: new Set(["channel", "hours"]),
  },
];

/** All signals of a statement, the riskiest sorts first, those of one sort in the order of the words. */
export function signalsOf(read: ReadStatement): readonly Signal[] {
  const { statement, terms } = read;
  return [
    ...terms.map((term) => amount(statement, term)),
    ...clockTimes(read),
    ...furtherPapers(read).map((at): Signal => ({ reason: "paper", risk: "some", at, fits: NOTHING })),
    ...BY_CUE.flatMap((sort) => byCue(statement, sort)),
  ];
}

function amount(statement: Statement, term: Mark): Signal {
  const isLimit = LIMITING.flatMap((cue) => marksFor(statement, cue)).some(
    ({ from }) => from >= term.to && from - term.to <= NEAR,
  );
  return {
    reason: "amount",
    risk: "high",
    at: wordsAt(statement, term),
    fits: isLimit ? LIMITS : WITH_AMOUNTS,
  };
}

const LIMITING: readonly Cue[] = ["within", "no-later", "at-most"];
/** Words at most between a length of time and what makes it a limit. */
const NEAR = 2;

const CLOCK_TIME = /^(?:[01]?\d|2[0-4])[.:][0-5]\d$/;

/** Several times of day are a schedule, of which a reading of each as the end of taking requests has made too little. */
function clockTimes({ statement, rules }: ReadStatement): Signal[] {
  const times = statement.words.filter(({ digits, text }) => digits && CLOCK_TIME.test(text));
  const fits = times.length < 2 || rules.some(({ kind }) => kind === "hours") ? CLOCKS : SCHEDULES;
  return times.map(({ start, end }) => ({ reason: "clock", risk: "high", at: { start, end }, fits }));
}

function byCue(statement: Statement, { cues, beside, ...sort }: SignalCues): Signal[] {
  if (beside !== undefined && !isMarked(statement, ...beside)) return [];
  return cues
    .flatMap((cue) => marksFor(statement, cue))
    .map((mark) => ({ reason: sort.reason, risk: sort.risk, at: wordsAt(statement, mark), fits: sort.fits }));
}
