import type { BookField, RemarkProposal, Why } from "../../model/book-proposal.ts";
import type { Gap } from "../../model/book-gap.ts";
import type { InForce } from "../../model/in-force.ts";
import type { Language } from "../../model/language.ts";
import { actText, type ToldAct } from "../act-text.ts";
import { filled } from "../amounts.ts";
import { citation } from "../citation.ts";
import { dotted } from "../dotted.ts";
import { validity } from "../rules/rulebook-view.ts";
import { word } from "../rule-words.ts";
import WORDS from "./words.json" with { type: "json" };

type Key = keyof typeof WORDS;
const said = (key: string, lang: Language): string =>
  Object.hasOwn(WORDS, key) ? WORDS[key as Key][lang] : key;

/** That a book is not built yet. */
export const draftWords = (lang: Language): string => WORDS.draft[lang];

/** Why something is proposed, or nothing is. */
export const whyWords = ({ code, values = {} }: Why, lang: Language): string =>
  filled(said(`why.${code}`, lang), inWords(values, lang), lang);

/** How sure a proposal is. */
export const standingWords = (standing: string, lang: Language): string => said(`standing.${standing}`, lang);

/** A remark as it is proposed, in the language of the text, in which the book's quotes are. */
export const remarkWords = ({ code, values }: RemarkProposal, lang: Language): string =>
  filled(said(`remark.${code}`, lang), inWords(values, lang), lang);

/** What is in the way of building a book, without what it is about. */
export const gapWords = (gap: Gap, lang: Language): string =>
  gap.is === "fault"
    ? `${said("gap.fault", lang)}: ${gap.pointer} ${gap.message}`
    : filled(
        said(`gap.${gap.is}`, lang),
        { count: "rules" in gap ? gap.rules.length : gap.fields.length },
        lang,
      );

/** What a field of a book says, a line each. */
export function fieldWords(field: BookField, value: unknown, lang: Language): readonly string[] {
  switch (field) {
    case "service":
      return serviceWords(value as Service);
    case "act":
      return [actText({ ...UNTOLD, ...(value as Partial<ToldAct>) })];
    case "inForce":
      return [validity(value as InForce, lang)];
    case "week":
      return [said(`week.${String(value)}`, lang)];
    case "rest":
      return [(value as readonly number[]).map((day) => word("weekdays", String(day), lang)).join(", ")];
    case "law":
      return lawWords(value as Law, lang);
    default:
      return [String(value)];
  }
}

interface Service {
  readonly number?: number;
  readonly name?: Readonly<Record<string, string>>;
}
type Law =
  "none" | { readonly country: string; readonly scope?: string; readonly without?: readonly string[] };

/** An act of which little is known, as far as it is. */
const UNTOLD: ToldAct = { title: "unknown", number: "unknown", date: "unknown", body: "unknown" };

const serviceWords = ({ number, name = {} }: Service): readonly string[] => [
  ...(number === undefined ? [] : [`№ ${number}`]),
  ...Object.entries(name).map(([language, words]) => `${language}: ${words}`),
];

function lawWords(law: Law, lang: Language): readonly string[] {
  if (law === "none") return [said("law.none", lang)];
  const { country, scope = "service", without = [] } = law;
  return [
    filled(said("law.of", lang), { country, scope: scopeWords(scope, lang) }, lang),
    ...(without.length === 0 ? [] : [filled(said("law.without", lang), { ids: without.join(", ") }, lang)]),
  ];
}

/** What a service gives. */
export const scopeWords = (scope: string, lang: Language): string => said(`scope.${scope}`, lang);

/** Days as papers have them, citations as the reader's language has them. */
const inWords = (
  values: Readonly<Record<string, string>>,
  lang: Language,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      CITED.has(name) ? citation(value, lang) : dotted(value),
    ]),
  );

/** Values that cite a provision. */
const CITED: ReadonlySet<string> = new Set(["cite", "first", "second"]);
