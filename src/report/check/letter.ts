import type { Verdict } from "../../model/verdict.ts";
import { bodyOf } from "./letter-body.ts";
import { LETTER, TITLES } from "./letter-words.ts";
import { lawText } from "./law-words.ts";
import { DRAFTS, PERHAPS } from "./words.ts";
import { put } from "../due/words.ts";
import { actText, type ToldAct } from "../act-text.ts";
import { moment } from "../moment.ts";
import { findingName, type Names } from "../names.ts";
import { unreadShareWords } from "../unread-share.ts";

/** What a letter needs beside the verdict. */
export interface LetterMatter {
  readonly service: string;
  readonly act?: ToldAct | undefined;
  readonly names: Names;
}

/**
 * The answer a clerk can send: a refusal, a request for the missing documents, or a receipt with the due time, each with
 * the ground and the clause in the regulation's own words. It promises no more than the verdict holds. Number, day and
 * names stay blank. What only the clerk should know before signing stands below, apart from the letter.
 */
export function checkLetter(verdict: Verdict, { service, act, names }: LetterMatter): string {
  const { language } = names;
  const body = bodyOf(verdict, names);
  const quotes = body.some((line) => line.includes("«")) ? LETTER.asTheActHasIt[language] : "";
  const notes = notesOf(verdict, names);
  return [
    TITLES[verdict.verdict][language].toLocaleUpperCase(language),
    "",
    `${LETTER.number[language]} ${LETTER.of[language]}`,
    `${LETTER.provider[language]}: ______________________________`,
    `${LETTER.to[language]}: ______________________________`,
    `${LETTER.service[language]}: «${service}»`,
    `${LETTER.submitted[language]}: ${moment(verdict.submitted, language)}`,
    ...(act === undefined ? [] : [`${LETTER.act[language]}: ${actText(act)}`]),
    "",
    ...body,
    ...(quotes === "" ? [] : ["", quotes]),
    ...(verdict.verdict === "refuse" ? ["", LETTER.appeal[language]] : []),
    "",
    `${LETTER.officer[language]}: ____________________   ${LETTER.signature[language]}: ____________`,
    "",
    ...(notes.length === 0 ? [] : ["---", LETTER.notes[language], ...notes.map((note) => `- ${note}`), ""]),
  ].join("\n");
}

/** What the clerk should know before signing. */
function notesOf(verdict: Verdict, names: Names): string[] {
  const { language } = names;
  const findings = verdict.openFindings.map((fact) => findingName(fact, verdict, names)).join("; ");
  return [
    ...(findings === "" || verdict.verdict === "refuse"
      ? []
      : [put(LETTER.openFindings[language], { findings })]),
    ...(verdict.rulebook.standing === "in-force" ? [] : [PERHAPS[language]]),
    unreadShareWords(verdict.rulebook.unread, language),
    ...[lawText(verdict.rulebook, language)].flatMap((text) => text ?? []),
    ...(verdict.reasons.some(({ draft }) => draft === true) ? [DRAFTS[language]] : []),
  ];
}
