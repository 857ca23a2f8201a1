import QUESTIONS from "./questions.json" with { type: "json" };
import type { Channel } from "../../model/rule.ts";
import type { Labels } from "../../model/verdict.ts";
import { citation } from "../citation.ts";

/** What only an office can look up: an applicant may leave it open. */
const ASKED_OF_OFFICE: readonly string[] = ["request.identityDataInSystems"];

/** Names of the fields that every request form has, and of the channels. */
export const FORM_WORDS = {
  /** Of a fact, as whoever applies is asked for it. */
  questions: QUESTIONS as Readonly<Record<string, Labels>>,
  askedOfOffice: ASKED_OF_OFFICE,
  office: {
    kk: "Мұны мекеме біледі: білмесеңіз, ашық қалдырыңыз.",
    ru: "Это знает учреждение: если вы не знаете, оставьте без ответа.",
    en: "The office knows this: leave it open if you do not.",
  },
  sometimes: {
    kk: "Өзге жауаптар осыған тәуелді еткенде ғана керек.",
    ru: "Нужно, только если этого требуют другие ответы.",
    en: "Needed only where the other answers make it matter.",
  },
  rests: { kk: "Негізі", ru: "Основание", en: "Rests on" },
  cited: citation,
  channel: { kk: "Жүгіну тәсілі", ru: "Способ обращения", en: "Way of applying" },
  facts: { kk: "Мәліметтер", ru: "Сведения", en: "Facts" },
  documents: { kk: "Ұсынылған құжаттар", ru: "Представленные документы", en: "Documents handed in" },
  document: { kk: "Құжат", ru: "Документ", en: "Document" },
  documentType: { kk: "Қай құжат", ru: "Какой документ", en: "Which document" },
  validUntil: { kk: "Жарамдылығының соңғы күні", ru: "Последний день действия", en: "Last day of validity" },
  yes: { kk: "Иә", ru: "Да", en: "Yes" },
  no: { kk: "Жоқ", ru: "Нет", en: "No" },
  needed: { kk: "Қажетті құжаттар", ru: "Нужны документы", en: "Documents needed" },
  perhaps: {
    kk: "Жауаптарға қарай қажет болатын құжаттар",
    ru: "Документы, нужные в зависимости от ответов",
    en: "Documents needed depending on the answers",
  },
  noneNeeded: {
    kk: "Қолда бар нормалар бойынша құжат талап етілмейді.",
    ru: "По имеющимся нормам документы не требуются.",
    en: "The rules at hand ask for no documents.",
  },
  or: { kk: "немесе", ru: "или", en: "or" },
  notHeld: {
    kk: "Құжаттарды мұнда ескерілмеген акт те белгілейді",
    ru: "Документы устанавливает и акт, который здесь не учтён",
    en: "Documents are also set by an act that is not taken into account here",
  },
  channels: {
    provider: { kk: "көрсетілетін қызметті берушіде", ru: "у услугодателя", en: "at the provider" },
    phone: { kk: "телефон арқылы", ru: "по телефону", en: "by telephone" },
    portal: {
      kk: "«электрондық үкімет» порталы",
      ru: "портал «электронного правительства»",
      en: "e-government portal",
    },
    corporation: { kk: "Мемлекеттік корпорация", ru: "Государственная корпорация", en: "State corporation" },
    post: { kk: "пошта арқылы", ru: "по почте", en: "by post" },
  } satisfies Record<Channel, Labels>,
};
