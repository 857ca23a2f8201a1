import type { TwinWords } from "../../model/cited.ts";
import type { Language } from "../../model/language.ts";
import { citation } from "../citation.ts";
import { textName } from "./remark.ts";
import WORDS from "./words.json" with { type: "json" };

/** A rule as a result cites it. */
interface CitedRule {
  readonly cite: string;
  /** Of a provision of the general law: its citation in other languages than the law's. */
  readonly cites?: Readonly<Record<string, string>>;
  readonly quote?: string;
  readonly twin?: TwinWords;
}

/** A rule's citation and words as a reader gets them. */
export interface SaidIn {
  readonly cite: string;
  readonly quote?: string;
  /** The text in the other language, named: where it has the rule, and its words where they say something else. */
  readonly other?: string;
}

/**
 * What a rule says, by the act's text in the reader's language, where that says the same; else by the text that it was read
 * from, cited in the reader's language. The other text is named.
 */
export function saidIn({ cite, cites, quote, twin }: CitedRule, language: Language): SaidIn {
  const own = quote === undefined ? {} : { quote };
  if (cites !== undefined) return { cite: cites[language] ?? cite, ...own };
  if (twin === undefined) return { cite: citation(cite, language), ...own };
  if (twin.language === language && twin.differs !== true)
    return {
      cite: twin.cite,
      quote: twin.quote,
      other: WORDS.readFrom[language].replace("{cite}", () => cite),
    };
  const named = `${textName(twin.language, language)}${twin.differs === true ? ` ${WORDS.readings.differs[language]}` : ""}`;
  const words = twin.differs === true ? ` «${twin.quote}»` : "";
  return {
    cite: citation(cite, language),
    ...own,
    other: `${named}: ${citation(twin.cite, language)}${words}`,
  };
}
