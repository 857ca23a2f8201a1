import type { Language } from "./language.ts";
import type { Source } from "./source.ts";

/** Where a rule stands, as a lawyer cites it. */
export interface Cited {
  readonly cite: string;
  /** In other languages: of a provision of the general law, or of an act whose other text was at hand. */
  readonly cites?: Readonly<Record<string, string>>;
}

/** The words of a rule in the other language of its act, and where they stand there. */
export interface TwinWords {
  readonly language: Language;
  readonly cite: string;
  readonly quote: string;
  /** That text was read otherwise: it says something else than the rule. */
  readonly differs?: true;
}

/** What a rule says in the other language of its act, where that text was at hand when its book was built. */
export function twinWords(source: Pick<Source, "twin"> | undefined): TwinWords | undefined {
  const twin = source?.twin;
  if (twin === undefined) return undefined;
  const { language, cite, quote, reading } = twin;
  return { language, cite, quote, ...(reading === "differs" ? { differs: true } : {}) };
}
