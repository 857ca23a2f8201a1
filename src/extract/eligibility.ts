import type { Grammar } from "../language/grammar.ts";
import { DOUBTFUL, LIKELY, SURE, wholeOf, type Extractor, type Fields, type Reading } from "./extractor.ts";
import type { Span } from "../model/span.ts";

import { applicantNamings, namedPersons, openingOf } from "./phrase.ts";
import { has, marksFor } from "./sentence.ts";
import {
  isDefinition,
  isListedRecipient,
  isRenderedTo,
  namesPersons,
  namesRecipients,
  opensWithPerson,
} from "./recipients.ts";
import type { Statement } from "./statement.ts";
import { syntaxOf } from "./syntaxes.ts";

/** Who may receive the service, or what must hold of them. */
export const eligibility: Extractor<"eligibility"> = {
  id: "eligibility",
  read: (statement, grammar) => {
    if (
      (statement.closing === ":" && !namesRecipients(statement)) ||
      (statement.topic !== undefined && SILENT.has(statement.topic))
    )
      return [];
    if (statement.marks.size === 0) return [];
    const test = TESTS.find((one) => one.holds(statement, grammar));
    return test === undefined ? [] : [reading(statement, test.confidence, grammar)];
  },
  examples: [
    {
      in: "kk",
      text: "Мемлекеттік қызмет жеке тұлғаларға (бұдан әрі – тұтынушы) тегін көрсетіледі",
      gives: [{ who: "natural-person" }],
    },
    {
      in: "kk",
      text: "тұтынушы – қызметті алуға өтініш берген жеке және заңды тұлғалар",
      gives: [{ who: "any" }],
    },
    { in: "kk", text: "құжат иесінің келісімі болған жағдайда мәліметтерді жүйеден алады", gives: [{}] },
    { in: "kk", text: "тіркеуші алушының ұйымға бекітілгенін тексереді", gives: [{}] },
    { in: "kk", text: "Алушының ақпаратты портал арқылы алуға мүмкіндігі бар", gives: [] },
    { in: "kk", text: "Көрсетілетін қызметті беруші – жеке және заңды тұлғалар", gives: [] },
    {
      in: "ru",
      text: "Государственная услуга оказывается физическим лицам (далее – услугополучатель) бесплатно",
      gives: [{ who: "natural-person" }],
    },
    {
      in: "ru",
      text: "Государственная услуга оказывается при условии наличия у услугополучателя ЭЦП",
      gives: [{}],
    },
    {
      in: "ru",
      text: "Услугополучатель имеет возможность получения информации посредством портала",
      gives: [],
    },
  ],
};

/** Rows that say nothing of who may apply, even where they name persons. */
const SILENT: ReadonlySet<string> = new Set(["refusal", "provider", "fee", "result", "service-name"]);

interface Test {
  readonly holds: (statement: Statement, grammar: Grammar) => boolean;
  readonly confidence: number;
}

/** What makes a sentence a condition on the applicant, most telling first. */
const TESTS: readonly Test[] = [
  { holds: (statement) => statement.topic === "applicant", confidence: SURE },
  { holds: (statement) => isDefinition(statement), confidence: LIKELY },
  { holds: (statement) => isRenderedTo(statement), confidence: SURE },
  { holds: (statement) => isListedRecipient(statement), confidence: LIKELY },
  { holds: (statement) => isAttachment(statement), confidence: SURE },
  { holds: (statement) => isConsent(statement), confidence: SURE },
  { holds: (statement) => isAccess(statement), confidence: SURE },
  {
    holds: (statement) =>
      has(statement, "signature-held") && (has(statement, "needed") || isAsked(statement)),
    confidence: LIKELY,
  },
  { holds: (statement) => isIdentityNeeded(statement), confidence: LIKELY },
  { holds: (statement) => isGotWithSignature(statement), confidence: LIKELY },
  { holds: (statement) => has(statement, "third-persons"), confidence: LIKELY },
  {
    holds: (statement) =>
      has(statement, "consent-given") && has(statement, "applicant") && !has(statement, "copy"),
    confidence: DOUBTFUL,
  },
  { holds: (statement) => has(statement, "key-certificate") && has(statement, "checks"), confidence: LIKELY },
  {
    holds: (statement) => has(statement, "fact-confirmed") && has(statement, "in-case", "at-which"),
    confidence: LIKELY,
  },
  { holds: (statement) => isAfterwards(statement), confidence: DOUBTFUL },
];

function reading(statement: Statement, confidence: number, grammar: Grammar): Reading<"eligibility"> {
  const who = whoIn(statement);
  const [channel] = statement.channels;
  return {
    fields: {
      kind: "eligibility",
      ...(who === undefined ? {} : { who }),
      ...(channel === undefined ? {} : { channel }),
    },
    words: ownWords(statement, grammar),
    confidence,
  };
}

/** Words of a sentence from which on its subject is cut out of it: the rest tells how the service is applied for. */
const LONG = 24;

/** In a long sentence, the words up to the end of the name that it gives the applicant. */
function ownWords(statement: Statement, grammar: Grammar): Span {
  const [called] = applicantNamings(statement);
  const name = marksFor(statement, "applicant").find(
    (mark) => called !== undefined && mark.from >= called.to,
  );
  const opens = called !== undefined && opensWithPerson(statement, [called]);
  const person =
    namedPersons(statement).findLast((mark) => called !== undefined && mark.to <= called.from) ??
    (opens ? { from: 0, to: 1 } : undefined);
  const tellsHow =
    statement.words.length >= LONG &&
    (opens || has(statement, "to-get-the-service")) &&
    !has(statement, "is-rendered");
  if (!tellsHow || name === undefined || person === undefined) return wholeOf(statement);
  const from = person.from > NEAR_START ? openingOf(statement, person.from, grammar) : 0;
  return {
    start: statement.words[from]?.start ?? statement.start,
    end: statement.words[syntaxOf(grammar).subjectEnd(statement, name, grammar) - 1]?.end ?? statement.end,
  };
}

/** Words at most between the beginning of a sentence and its subject: `Мемлекеттік қызметті алу үшін`. */
const NEAR_START = 8;

/** Kinds of persons are told where the sentence says to whom the service is given, not where it speaks of data. */
function whoIn(statement: Statement): Fields<"eligibility">["who"] {
  const namesThem = isDefinition(statement) || isRenderedTo(statement) || isListedRecipient(statement);
  if (!namesThem && statement.topic !== "applicant") return undefined;
  const { lead } = statement;
  const told = lead !== undefined && namesRecipients(lead) && !namesPersons(statement) ? lead : statement;
  const natural = has(told, "natural-person");
  const legal = has(told, "legal-person");
  if (has(told, "natural-and-legal") || (natural && legal)) return "any";
  return legal ? "legal-person" : natural ? "natural-person" : undefined;
}

/** Attachment to the provider: checked, asked for, or where people apply `бекітілген жері бойынша`. */
function isAttachment(statement: Statement): boolean {
  if (has(statement, "attachment-checked")) return true;
  return has(statement, "attached") && (has(statement, "needed", "applies") || isAsked(statement));
}

/** `келісімі болған жағдайда алады`. */
const isConsent = (statement: Statement): boolean =>
  has(statement, "consent") &&
  (has(statement, "provider-gets", "may-obtain", "obtains") ||
    (statement.lead !== undefined && has(statement.lead, "third-persons")));

/** With a signature or a password the service can be had; information about it is no service. */
const isAccess = (statement: Statement): boolean =>
  has(statement, "signature-held", "one-time-password") &&
  has(statement, "may-obtain") &&
  !has(statement, "information");

/** `ЭЦҚ болған жағдайда қызметті портал арқылы алады`. */
const isGotWithSignature = (statement: Statement): boolean =>
  has(statement, "signature-held", "one-time-password") &&
  has(statement, "in-case") &&
  has(statement, "portal") &&
  has(statement, "applicant") &&
  has(statement, "obtains", "may-obtain", "to-obtain") &&
  !has(statement, "provider-gets");

/** `жүгіну үшін алушы қолтаңба алуы қажет`: said of whoever applies. */
const isIdentityNeeded = (statement: Statement): boolean =>
  has(statement, "signature") &&
  has(statement, "applicant") &&
  has(statement, "turned-to") &&
  has(statement, "needed");

/** An item of a list of what the applicant must have. */
const isAsked = (statement: Statement): boolean =>
  statement.lead !== undefined && has(statement.lead, "to-get-the-service", "technical-condition");

/** `… шығарылғаннан кейін қызметті алу үшін … жүгінеді`. */
function isAfterwards(statement: Statement): boolean {
  if (!has(statement, "to-get-the-service") || !has(statement, "applies")) return false;
  const [purpose] = marksFor(statement, "to-get-the-service");
  return marksFor(statement, "count-from").some((mark) => purpose !== undefined && mark.from < purpose.from);
}
