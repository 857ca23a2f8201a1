import type { Language } from "../model/language.ts";
import { citedParts, type PartName } from "./citation.ts";
import LAWS from "./law-names.json" with { type: "json" };
import LEGAL from "./legal-words.json" with { type: "json" };

/** A provision of the general law, as a result cites it. */
interface CitedLaw {
  readonly rule: string;
  readonly cite: string;
  readonly cites?: Readonly<Record<string, string>>;
}

/** Ends the word for an article, whichever the language. */
const ARTICLE = ". ";

/** Behind `art.`: article, clause in brackets, item, and what stands behind a comma. */
const PLACE = /^(\d+(?:-\d+)*)(?:\((\d+(?:-\d+)?)\)(?:(\d+(?:-\d+)?)\))?)?(?:, (.+))?$/u;

/**
 * A provision of a law as a lawyer cites it, with the law in full: `пункт 2 статьи 25 Закона … «О государственных услугах»`.
 * What is cited otherwise stays as it is.
 */
export function lawCitation({ rule, cite, cites }: CitedLaw, language: Language): string {
  const name = LAWS[(rule.split("/")[1] ?? "") as keyof typeof LAWS] as (typeof LAWS)["zgu"] | undefined;
  const [, article, clause, item, rest] =
    PLACE.exec(cite.slice(cite.lastIndexOf(ARTICLE) + ARTICLE.length)) ?? [];
  const parts = rest === undefined ? [] : citedParts(rest);
  if (name === undefined || article === undefined || parts === undefined) return cites?.[language] ?? cite;
  const chain: readonly (readonly [PartName | "article", string])[] = [
    ["article", article],
    ...(clause === undefined ? [] : [["clause", clause] as const]),
    ...(item === undefined ? [] : [["item", item] as const]),
    ...parts.map((part) => [part.name, part.number] as const),
  ];
  const words = chain.map(([part, number], at) => {
    const isLast = at === chain.length - 1;
    const { kk, ru, en } = LEGAL.parts[part];
    const forms = { kk: kk[isLast ? 2 : 3], ru: ru[isLast ? 0 : 1], en };
    return (forms[language] ?? "").replace("{n}", number);
  });
  if (language === "kk") return [name.kk, ...words].join(" ");
  const outward = [...words.toReversed(), name[language]];
  return language === "en" ? outward.join(" of ") : outward.join(" ");
}
