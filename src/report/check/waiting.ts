import type { Language } from "../../model/language.ts";
import type { Labels, TermStart } from "../../model/verdict.ts";
import { put } from "../due/words.ts";
import { eventName, isNamed } from "../events.ts";

/**
 * From when a term runs that the request does not start, as part of a sentence: the event in the reader's words, and in the
 * act's where `withWords` or where the event has no name.
 */
export function startsWhen(
  { startsAt, startsWith, prolongs }: TermStart,
  language: Language,
  withWords = false,
): string {
  const name = startsAt === undefined || !isNamed(startsAt) ? undefined : eventName(startsAt, language);
  const words = startsWith === undefined ? undefined : `«${startsWith}»`;
  const start = name === undefined ? words : withWords && words !== undefined ? `${name} (${words})` : name;
  return start === undefined ? NOT_SAID[language] : put(WHEN[prolongs ?? "term"][language], { start });
}

const WHEN: Readonly<Record<"term" | NonNullable<TermStart["prolongs"]>, Labels>> = {
  term: {
    kk: "мерзім мына оқиғадан басталады: {start}",
    ru: "срок начинается, когда наступит событие: {start}",
    en: "the term starts when this happens: {start}",
  },
  further: {
    kk: "мына оқиғадан кейін мерзім соншаға ұзартылады: {start}",
    ru: "на столько продлевается срок, когда наступит событие: {start}",
    en: "the term is extended by so much when this happens: {start}",
  },
  anew: {
    kk: "мына оқиғадан бастап мерзім қайта есептеледі: {start}",
    ru: "срок исчисляется заново, когда наступит событие: {start}",
    en: "the term runs anew when this happens: {start}",
  },
};
const NOT_SAID: Labels = {
  kk: "мерзімнің қай кезден басталатыны нормаларда айтылмаған",
  ru: "с какого времени срок течёт, нормы не говорят",
  en: "from when the term runs, the rules do not say",
};
