import type { Language } from "../../model/language.ts";
import type { Reason, Verdict } from "../../model/verdict.ts";
import type { Provision } from "../../model/law.ts";
import { ownerCited, ownerNamed } from "../legal-citation.ts";
import { appealOf, hearingText } from "./appeal.ts";
import { bodyOf, citedIn, groundsOf, type Citing } from "./letter-body.ts";
import { LETTER, TITLES } from "./letter-words.ts";
import { lawText } from "./law-words.ts";
import { DRAFTS, PERHAPS } from "./words.ts";
import { put } from "../due/words.ts";
import { actText, type ToldAct } from "../act-text.ts";
import { moment } from "../moment.ts";
import { saidIn } from "../twin/said-in.ts";
import { findingName, type Names } from "../names.ts";
import { unreadShareWords } from "../unread-share.ts";

/** What a letter needs beside the verdict. */
export interface LetterMatter {
  readonly service: string;
  readonly act?: ToldAct | undefined;
  readonly names: Names;
  /** What of the general law judges on the day of the request. */
  readonly law?: readonly Provision[] | undefined;
}

/** A letter in its parts, line by line; lines of the body that begin with spaces belong to the line before. */
export interface Letter {
  readonly title: string;
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly signature: string;
  /** What only the clerk should know before signing. */
  readonly notes: readonly string[];
}

/**
 * The answer a clerk can send: a refusal, a notice of what is missing, or a receipt with the due time, each with the ground
 * and the clause in the regulation's own words, and how to appeal. It promises no more than the verdict holds. Number, day
 * and names stay blank. What only the clerk should know before signing stands below, apart from the letter.
 */
export function checkLetter(verdict: Verdict, matter: LetterMatter): string {
  const { title, head, body, signature, notes } = letterOf(verdict, matter);
  const { language } = matter.names;
  return [
    title.toLocaleUpperCase(language),
    "",
    ...head,
    "",
    ...body,
    "",
    signature,
    "",
    ...(notes.length === 0 ? [] : ["---", LETTER.notes[language], ...notes.map((note) => `- ${note}`), ""]),
  ].join("\n");
}

/** The same in its parts. */
export function letterOf(verdict: Verdict, { service, act, names, law = [] }: LetterMatter): Letter {
  const { language } = names;
  const owner = ownerCited(verdict.reasons.map(({ cite }) => cite)) ?? ownerNamed(act?.title ?? "");
  const cited: Citing = { names, ...(owner === undefined ? {} : { owner }) };
  const body = bodyOf(verdict, cited, law);
  const quotes = body.some((line) => isForeign(line, verdict, language))
    ? LETTER.asTheActHasIt[language]
    : "";
  const burdens = verdict.verdict === "refuse" || verdict.verdict === "incomplete";
  const isHeld = verdict.verdict === "admit" && verdict.reasons.some(({ outcome }) => outcome === "hold");
  const blank = "_".repeat(BLANK);
  return {
    title: TITLES[isHeld ? "held" : verdict.verdict][language],
    head: [
      `${LETTER.number[language]} ${LETTER.of[language]}`,
      `${LETTER.place[language]}: ${blank}`,
      `${LETTER.provider[language]}: ${blank}, ${LETTER.address[language]}: ${blank}`,
      `${LETTER.to[language]}: ${blank} ${LETTER.person[language]}, ${LETTER.number12[language]}: ____________, ${LETTER.address[language]}: ${blank}`,
      `${LETTER.service[language]}: «${service}»`,
      `${LETTER.submitted[language]}: ${moment(verdict.submitted, language)}`,
      ...(act === undefined ? [] : [`${LETTER.act[language]}: ${actText(act)}`]),
    ],
    body: [
      ...body,
      ...(quotes === "" ? [] : ["", quotes]),
      ...(burdens || isHeld ? ["", ...appealOf(law, verdict.submitted.slice(0, ISO_DAY), language)] : []),
    ],
    signature: `${LETTER.officer[language]}: ____________________   ${LETTER.signature[language]}: ____________   ${LETTER.officerName[language]}: ____________________`,
    notes: notesOf(verdict, cited, law),
  };
}

/** Whether a line quotes words in another language. */
function isForeign(line: string, { reasons }: Verdict, language: Language): boolean {
  const quote = line.trim();
  return reasons.some((reason) => {
    const said = saidIn(reason, language).quote;
    return said !== undefined && quote === `«${said}»` && saidInLanguage(reason, language) !== language;
  });
}

/** The words of the law at hand are in Russian; acts are read in Kazakh, unless their other text is the Kazakh one. */
function saidInLanguage({ cites, twin }: Reason, language: Language): Language {
  if (cites !== undefined) return "ru";
  if (twin?.language === language && twin.differs !== true) return language;
  return twin?.language === "kk" ? "ru" : "kk";
}

const BLANK = 30;
/** Letters of `YYYY-MM-DD`. */
const ISO_DAY = 10;

/** What the clerk should know before signing. */
function notesOf(verdict: Verdict, cited: Citing, law: readonly Provision[]): string[] {
  const { names } = cited;
  const { language } = names;
  const refused = verdict.verdict === "refuse";
  const findings = verdict.openFindings.map((fact) => findingName(fact, verdict, names)).join("; ");
  const drafts = groundsOf(verdict).filter(({ draft }) => draft === true);
  return [
    ...drafts.map((reason) =>
      put(LETTER.draftGround[language], {
        ground: `${citedIn(reason, cited)} («${reason.quote ?? ""}»)`,
      }),
    ),
    ...(findings === "" || refused ? [] : [put(LETTER.openFindings[language], { findings })]),
    ...(refused ? hearingText(law, language) : []),
    ...(refused && law.length === 0 ? [LETTER.appealUnknown[language]] : []),
    ...(verdict.rulebook.standing === "in-force" ? [] : [PERHAPS[language]]),
    unreadShareWords(verdict.rulebook.unread, language),
    // That the law was held as well, the letter shows by citing it.
    ...(verdict.rulebook.law === "left-out" ? [lawText(verdict.rulebook, language) ?? ""] : []),
    ...(verdict.reasons.some(({ draft }) => draft === true) ? [DRAFTS[language]] : []),
  ];
}
