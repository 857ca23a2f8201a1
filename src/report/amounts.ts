import type { Unit } from "../model/duration.ts";
import type { Language } from "../model/language.ts";
import WORDS from "./amount-words.json" with { type: "json" };

/** What sentences count, beside time. */
export type Counted = keyof typeof WORDS.things;

/** The forms of a word by which a language counts, as `Intl.PluralRules` names them. */
type Forms = Readonly<Record<string, string>>;

/** A number with the word that it counts, `1 норма`, `2 нормы`, `5 норм`; `said` is the number as it is to be shown. */
export const counted = (thing: Counted, count: number, language: Language, said = String(count)): string =>
  `${said} ${form(WORDS.things[thing][language], count, language)}`;

/**
 * A sentence with its values: `{name}` as it is, a number with the word that it counts for `{count:rule}` and
 * `{days:working-day}`. Numbers are written as the language writes them.
 */
export function filled(
  pattern: string,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return pattern.replace(/\{(\w+)(?::([\w-]+))?\}/g, (whole, name: string, noun?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    const said = typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
    return noun === undefined ? said : `${said} ${form(formsOf(noun, language), Number(value), language)}`;
  });
}

function formsOf(noun: string, language: Language): Forms {
  const { things, units } = WORDS;
  const all: Readonly<Record<string, Readonly<Record<Language, Forms>>>> = { ...things, ...units };
  return all[noun]?.[language] ?? {};
}

/** `5 working days`; `on the same day`. */
export function termText(amount: number, unit: Unit, language: Language): string {
  const forms: Forms = WORDS.units[unit][language];
  return unit === "same-day"
    ? (forms["other"] ?? "")
    : `${numberText(amount, language)} ${form(forms, amount, language)}`;
}

/** The unit alone, as a choice among units names it: `working days`. */
export function unitName(unit: Unit, language: Language): string {
  const forms: Forms = WORDS.units[unit][language];
  return forms["other"] ?? "";
}

function form(forms: Forms, count: number, language: Language): string {
  // Russian fractions take the genitive singular, the form of two.
  const fraction = Number.isInteger(count) ? undefined : forms["few"];
  return fraction ?? forms[new Intl.PluralRules(language).select(count)] ?? forms["other"] ?? "";
}

const numberText = (amount: number, language: Language): string =>
  language === "en" ? String(amount) : String(amount).replace(".", ",");
