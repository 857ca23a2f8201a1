import type { Rule } from "../model/rule.ts";
import type { Grammar } from "./grammar.ts";
import { languageOf } from "./language-of.ts";
import { TEXT_LANGUAGES } from "./languages.ts";
import type { TextLanguage } from "./text-language.ts";

/** A language whose rules are read. */
export interface RuleLanguage extends TextLanguage {
  readonly grammar: Grammar;
}

export const isRead = (language: TextLanguage | undefined): language is RuleLanguage =>
  language?.grammar !== undefined;

/**
 * The language of rules that stand in no text, told by the words they quote; where these are in none of the languages
 * that are read, the first of them, since no rule is asked for its words then.
 */
export function languageOfRules(
  rules: readonly Pick<Rule, "cite" | "source">[],
  languages: readonly TextLanguage[] = TEXT_LANGUAGES,
): RuleLanguage {
  const read = languages.filter(isRead);
  const words = rules.map(({ cite, source }) => source?.quote ?? cite).join("\n");
  const language = read.find((one) => one === languageOf(words, languages)) ?? read[0];
  if (language === undefined) throw new TypeError("rules need a language whose rules are read");
  return language;
}
