import type { Language } from "../../model/language.ts";
import type { JudgingBook, Labels, LawCited, StartedTerm, ToldTerm } from "../../model/verdict.ts";
import { saidIn } from "../twin/said-in.ts";
import { termText } from "../amounts.ts";
import { word } from "../rule-words.ts";
import { put } from "../due/words.ts";
import { dueMoment } from "../moment.ts";

/** A citation in the reader's language: the general law brings its own, and so does an act whose text in it is at hand. */
export const citeIn = (
  cited: Pick<LawCited, "cite" | "cites"> & Pick<StartedTerm, "twin">,
  language: Language,
): string => saidIn(cited, language).cite;

/** How long a term is; one of no length is told by what it is. */
export const lengthOf = ({ amount, unit }: Pick<ToldTerm, "amount" | "unit">, language: Language): string =>
  unit === "same-day" ? word("phrases", "sameDay", language) : termText(amount, unit, language);

/** What a verdict says of the general law beneath its book; undefined where there is none. */
export function lawText({ law }: JudgingBook, language: Language): string | undefined {
  if (law === undefined) return undefined;
  return law === "left-out" ? LEFT_OUT[language] : put(BENEATH[language], { country: law.country });
}

/** What a due time rests on beside its rule, each in a few words. */
export function restsOn(term: StartedTerm, language: Language): string[] {
  const { startedBy, movedBy, otherwise } = term;
  return [
    ...(startedBy === undefined ? [] : [STARTED_BY[startedBy][language]]),
    ...(movedBy === undefined
      ? []
      : [
          put(MOVED_BY[language], { cite: citeIn(movedBy, language) }) +
            (movedBy.perhaps === true ? ` (${PERHAPS_LAW[language]})` : ""),
        ]),
    ...(otherwise === undefined
      ? []
      : [put(OTHERWISE[otherwise.why][language], { due: dueMoment(otherwise.due, language) })]),
  ];
}

export const PERHAPS_LAW: Labels = {
  kk: "сол күні қолданыста болғаны анық емес",
  ru: "действовало ли в тот день, не установлено",
  en: "whether it held on that day is not certain",
};
export const OF_LAW: Labels = { kk: "жалпы заң", ru: "общий закон", en: "general law" };
const LEFT_OUT: Labels = {
  kk: "Барлық қызметке ортақ заң ескерілмеді (--without-law).",
  ru: "Общий для всех услуг закон не учтён (--without-law).",
  en: "The general law, which holds for every service, was left out (--without-law).",
};
const BENEATH: Labels = {
  kk: "Барлық қызметке ортақ заңмен бірге ({country}).",
  ru: "Вместе с общим для всех услуг законом ({country}).",
  en: "Judged with the general law beneath it ({country}).",
};
const STARTED_BY: Readonly<Record<NonNullable<StartedTerm["startedBy"]>, Labels>> = {
  registered: { kk: "тіркелген күнінен", ru: "со дня регистрации", en: "from registration" },
  submitted: {
    kk: "тіркелген күні белгісіз, өтініш берілген күннен саналды",
    ru: "день регистрации неизвестен, считано со дня подачи",
    en: "registration is not told, counted from submission",
  },
};
const MOVED_BY: Labels = {
  kk: "келесі жұмыс күні тіркеледі: {cite}",
  ru: "регистрируется на следующий рабочий день: {cite}",
  en: "registered on the next working day: {cite}",
};
const OTHERWISE: Readonly<Record<NonNullable<StartedTerm["otherwise"]>["why"], Labels>> = {
  "hours-unknown": {
    kk: "жұмыс уақыты белгісіз: одан кейін түскен болса, {due}",
    ru: "часы работы неизвестны: если поступило после них, {due}",
    en: "hours are not known: if it came after them, {due}",
  },
  "last-hour": {
    kk: "немесе {due}: қайсысы екенін ешбір норма шешпейді, екеуінің арасы анықталмайды",
    ru: "или {due}: что из двух, ни одна норма не решает; между ними сказать нельзя",
    en: "or {due}: no clause decides which; between the two it cannot be told",
  },
};
