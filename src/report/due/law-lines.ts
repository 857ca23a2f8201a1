import type { Assumption, LawOfDue, LawOfTerm } from "../../model/due-explanation.ts";
import type { Language } from "../../model/language.ts";
import { put, untilText, wordsIn } from "./words.ts";

/** What of the general law a due time rests on, and what it would be otherwise, as lines; none where there is no law. */
export function lawLines(law: LawOfDue | undefined, language: Language): string {
  if (law === undefined) return "";
  const words = wordsIn(language);
  const { beneath } = words;
  const others = law.otherwise.map(
    ({ why, due }) => `       ${put(beneath.otherwise[why], { due: untilText(due, words) })}\n`,
  );
  const cited = law.provisions.map((provision) => `  ${provisionText(provision, language)}\n`);
  return [...others, `${beneath.law}\n`, ...cited].join("");
}

function provisionText(
  { about, cite, cites, words, deemed, perhaps }: LawOfTerm,
  language: Language,
): string {
  const { beneath } = wordsIn(language);
  const quote = words[language] ?? Object.values(words)[0];
  const said = deemed === undefined ? beneath.about[about] : beneath.deemed[deemed];
  const doubt = perhaps === true ? ` (${beneath.perhaps})` : "";
  return `${said}: ${cites?.[language] ?? cite}${doubt}${quote === undefined ? "" : ` «${quote}»`}`;
}

/** What is an assumption of ours, a line each. */
export function assumedLines(assumed: readonly Assumption[] | undefined, language: Language): string {
  const { beneath } = wordsIn(language);
  return (assumed ?? []).map((one) => `${beneath.assumed}: ${beneath.assumptions[one]}\n`).join("");
}
