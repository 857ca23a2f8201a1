import type { Grammar } from "../language/grammar.ts";
import type { Channel } from "../model/rule.ts";
import { LIKELY, SURE, wholeOf, type Extractor, type Reading } from "./extractor.ts";
import { applicantNamings, isAppliedForBy } from "./phrase.ts";
import { has, marksFor } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { syntaxOf } from "./syntaxes.ts";
import { termsIn } from "./term.ts";
import { isInCorporation, waysIn } from "./ways.ts";

/** One way in which the service is applied for or given, at each place that lists the ways. */
export const channel: Extractor<"channel"> = {
  id: "channel",
  read: (statement, grammar) => {
    const confidence = listing(statement, grammar);
    if (confidence === undefined) return [];
    const ways = waysListed(statement);
    return ways.map((way): Reading<"channel"> => {
      return { fields: { kind: "channel", channel: way }, words: wholeOf(statement), confidence };
    });
  },
  examples: [
    {
      in: "kk",
      text: "Өтініштерді қабылдау және нәтижелерін беру портал арқылы жүзеге асырылады",
      gives: [{ channel: "portal" }],
    },
    {
      in: "kk",
      lead: "Өтініштерді қабылдау және олардың нәтижелерін беру:",
      text: "көрсетілетін қызметті беруші (тікелей немесе телефон арқылы өтініш берген кезде)",
      gives: [{ channel: "provider" }, { channel: "phone" }],
    },
    {
      in: "kk",
      topic: "channels",
      text: "Мемлекеттік корпорация арқылы",
      gives: [{ channel: "corporation" }],
    },
    { in: "kk", text: "Портал арқылы берілген өтінішті маман тексереді", gives: [] },
    { in: "kk", text: "Мемлекеттік қызмет портал арқылы жүгінген күні көрсетіледі", gives: [] },
    {
      in: "ru",
      text: "Прием заявления и выдача результатов оказания государственной услуги осуществляется через канцелярию услугодателя и портал",
      gives: [{ channel: "provider" }, { channel: "portal" }],
    },
    {
      in: "ru",
      topic: "channels",
      text: "через Государственную корпорацию",
      gives: [{ channel: "corporation" }],
    },
    { in: "ru", text: "Специалист проверяет заявление, поданное через портал", gives: [] },
  ],
};

/** How sure it is that the statement lists ways; not at all: it mentions one in passing, or sets a term for one. */
function listing(statement: Statement, grammar: Grammar): number | undefined {
  if (statement.topic === "channels") return givesOnly(statement) ? undefined : SURE;
  if (statement.topic !== undefined || statement.cell !== undefined || statement.closing === ":")
    return undefined;
  if (has(statement, "next-working-day", "not-counted")) return undefined;
  if (takesRequests(statement)) return SURE;
  if (isOfOne(statement, grammar)) return LIKELY;
  const ways = waysIn(statement);
  if (ways.length === 0 || limits(statement, grammar)) return undefined;
  if (has(statement, "to-get-the-service") || isForResult(statement)) {
    if (has(statement, "applies") && ways.length > 1) return SURE;
    const isApplied = has(statement, "hands-in", "applies") || has(statement.goesOn ?? statement, "hands-in");
    if (isApplied && has(statement, "applicant", "natural-person", "legal-person", "natural-and-legal"))
      return ways.length > 1 || isFirstTold(statement) ? LIKELY : undefined;
  }
  if (isServiceGiven(statement)) return LIKELY;
  return isRenderedList(statement) ? LIKELY : undefined;
}

/** `Нәтижесін беру … арқылы жүзеге асырылады` behind the ways of applying: how the result is given, and no way to apply. */
const givesOnly = (statement: Statement): boolean =>
  has(statement, "results-given") &&
  !has(statement, "ways-heading") &&
  statement.before !== undefined &&
  has(statement, "carried-out");

/** `жеке тұлғалар (бұдан әрі – …) анықтама алу үшін порталға … береді`: what they want is the result itself. */
const isForResult = (statement: Statement): boolean =>
  has(statement, "to-get") && applicantNamings(statement).length > 0;

/**
 * Whether a sentence that names one way says who the applicants are (`жеке тұлға (бұдан әрі – …) портал арқылы … жібереді`):
 * so the text tells how the service is applied for. Later mentions of a way are in passing.
 */
const isFirstTold = (statement: Statement): boolean =>
  !has(statement, "when-applying", "turned-to") ||
  applicantNamings(statement).length > 0 ||
  isAppliedForBy(statement);

/** `Мемлекеттік қызмет … арқылы көрсетіледі`: the service is what is spoken of, before anyone applies. */
function isServiceGiven(statement: Statement): boolean {
  const [service] = marksFor(statement, "service-given");
  if (service === undefined || !has(statement, "is-rendered", "regulates")) return false;
  // `Мемлекеттік корпорация … көрсетеді`: it renders the service, and is no way to it.
  if (waysIn(statement).every((way) => way === "corporation") && !has(statement, "by-way")) return false;
  return !marksFor(statement, "when-applying").some((mark) => mark.from < service.from);
}

/** Words at most before what a sentence says of the taking of requests. */
const NEAR_START = 6;

/** `Өтінішті қабылдау портал арқылы жүзеге асырылады`, and the same of giving the result: one of the two for itself. */
const isOfOne = (statement: Statement, grammar: Grammar): boolean =>
  marksFor(statement, "by-way").some(
    (way) =>
      // `документов, оформленных через портал`: the way of what is given, not of giving it.
      !grammar.is(statement.words[way.from - 1]?.text ?? "", "done") &&
      marksFor(statement, "carried-out").some((done) => done.from >= way.to && done.from - way.to <= 1),
  ) &&
  waysIn(statement).length > 0 &&
  (["ways-heading", "results-given"] as const).some((cue) =>
    marksFor(statement, cue).some((mark) => mark.from <= NEAR_START),
  );

/** `Өтініштерді қабылдау және нәтижелерін беру …`, in the statement or in the words that open its list. */
function takesRequests(statement: Statement): boolean {
  const opening = statement.lead ?? statement;
  const told = (one: Statement): boolean =>
    marksFor(one, "ways-heading").some(
      (mark) => mark.from <= NEAR_START || one.closing === ":" || has(one, "carried-out"),
    ) && has(one, "results-given");
  return told(opening) || (told(statement) && has(statement, "carried-out"));
}

/** `Мемлекеттік қызмет тұтынушыға: 1) …; 2) … көрсетіледі`. */
function isRenderedList(statement: Statement): boolean {
  const { lead } = statement;
  const tail = statement.tail ?? statement;
  if (lead === undefined) return false;
  if (has(lead, "to-get-the-service") && !has(lead, "list-of-documents"))
    return has(tail, "applies") || (has(tail, "hands-in") && has(tail, "the-request", "document"));
  return has(lead, "service-given") && has(tail, "is-rendered");
}

const limits = (statement: Statement, grammar: Grammar): boolean =>
  termsIn(statement, grammar).length > 0 || syntaxOf(grammar).sameDaysIn(statement, grammar).length > 0;

/** The ways named; a provider named at such a place is one too. */
function waysListed(statement: Statement): readonly Channel[] {
  const atProvider = takesRequests(statement) || statement.topic === "channels";
  const handedIn = has(statement, "to-get-the-service") && has(statement, "to-provider");
  const inPerson = handedIn || (atProvider && has(statement, "provider", "direct"));
  const ways = waysIn(statement);
  const isElsewhere =
    ways.includes("corporation") &&
    marksFor(statement, "provider").every(({ from }) => isInCorporation(statement, from));
  if (inPerson && !isElsewhere && !ways.includes("provider")) return ["provider", ...ways];
  // Who takes requests and names no way takes them where they work.
  return ways.length === 0 &&
    statement.closing !== ":" &&
    statement.topic === "channels" &&
    takesRequests(statement)
    ? ["provider"]
    : ways;
}
