import { UNITS, type Unit } from "../../model/duration.ts";
import type { Language } from "../../model/language.ts";
import type { Candidate } from "../../model/rule.ts";
import type { SaidOtherwise, SubstanceField, TwinRemark } from "../../model/twin.ts";
import { termText } from "../amounts.ts";
import { pointText } from "../parity/wording.ts";
import { citation } from "../citation.ts";
import { namedRule, ruleLine, word } from "../rule-words.ts";
import WORDS from "./words.json" with { type: "json" };

/** A text by its language, as a sentence begins with it: `The Russian text`. */
export const textName = (of: Language, lang: Language): string => WORDS.texts[of][lang];

/** What the other language's text says of a rule, in a few words: `The Russian text says otherwise: term: …`. */
export function readingText(
  { language, own, reading, otherwise, points }: TwinRemark,
  lang: Language,
): string {
  const said = `${textName(language, lang)} ${WORDS.readings[reading][lang]}`;
  const texts = { first: { language: own }, second: { language } };
  const reasons = [
    ...otherwise.map((one) => otherwiseText(one, lang)),
    ...points.map((point) => `${WORDS.words[lang]}: ${pointText(point, texts, lang)}`),
  ];
  return reasons.length === 0 ? said : `${said}; ${reasons.join("; ")}`;
}

/** The same with where it says so, in its words where they are not simply the same, and how sure the reader was without it. */
export function remarkLines({ twin, source, confidence }: Candidate, lang: Language): readonly string[] {
  if (twin === undefined) return [];
  const place = source.twin;
  const where = place === undefined ? "" : ` · ${citation(place.cite, lang)}`;
  const percent = String(Math.round(twin.alone * 100));
  const without = twin.alone === confidence ? "" : ` · ${WORDS.without[lang].replace("{percent}", percent)}`;
  return [
    `      ${readingText(twin, lang)}${where}${without}`,
    ...(place === undefined || twin.reading === "agrees" ? [] : [`        «${place.quote}»`]),
  ];
}

/** A rule that the other text has and this one has not: its kind, what it says, its words and where they stand. */
export function otherRuleText(rule: Candidate, lang: Language): string {
  const says = ruleLine(namedRule(rule, NO_GROUPS), lang);
  const what = [word("kinds", rule.kind, lang), says].filter((part) => part !== "").join(": ");
  return `${what} — «${rule.source.quote}» · ${citation(rule.cite, lang)}`;
}

/** The same beside words here that no rule was read from. */
export const besideText = (rule: Candidate, lang: Language): string =>
  `${WORDS.beside[lang]}: ${otherRuleText(rule, lang)}`;

const NO_GROUPS: ReadonlyMap<string, string> = new Map();

/** What a field is called. */
export const fieldText = (field: SubstanceField, lang: Language): string => WORDS.fields[field][lang];

function otherwiseText({ field, here, there }: SaidOtherwise, lang: Language): string {
  const value = (one: string | undefined): string =>
    one === undefined ? WORDS.nothing[lang] : valueText(field, one, lang);
  return WORDS.otherwise[lang]
    .replace("{field}", fieldText(field, lang))
    .replace("{here}", () => value(here))
    .replace("{there}", () => value(there));
}

/** Which words there are for the values of a field that is one of a list. */
const TABLES: Partial<Record<SubstanceField, Parameters<typeof word>[0]>> = {
  channels: "channels",
  subject: "subjects",
  stage: "stages",
  who: "who",
  forms: "forms",
  days: "weekdays",
  direction: "directions",
};

/** A value of a field, worded. */
export function valueText(field: SubstanceField, value: string, lang: Language): string {
  if (value === "given") return WORDS.given[lang];
  if (value === "free") return word("phrases", "free", lang);
  if (value === "24/7") return word("phrases", "roundTheClock", lang);
  const table = TABLES[field];
  if (table !== undefined)
    return value
      .split(",")
      .map((one) => word(table, one, lang))
      .join(", ");
  return value.replace(/(?<![\d.])([\d.]+) ([a-z-]+)/g, (said, amount: string, unit: string) =>
    isUnit(unit) ? termText(Number(amount), unit, lang) : said,
  );
}

const isUnit = (text: string): text is Unit => UNITS.some((unit) => unit === text);
