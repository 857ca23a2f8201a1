import type { AmendAction } from "../model/amendment.ts";
import type { Sentence } from "./sentence.ts";
import type { Statement } from "./statements.ts";

/** What a sentence of a statement does. */
export function actionOf(
  sentence: Sentence,
  { was, wordings }: Pick<Statement, "was" | "wordings">,
): AmendAction {
  const { verb, olds, news, anchor, everywhere, inCases, byAnnex, added, beside, unclear } = sentence;
  if (sentence.otherLanguage) return { is: "other-language" };
  if (unclear) return { is: "not-understood" };
  const before = was === undefined ? {} : { was };
  switch (verb) {
    case "replace": {
      const pairs = pairsOf(olds, news);
      return pairs === undefined
        ? { is: "not-understood" }
        : { is: "replace-words", pairs, everywhere, inCases };
    }
    case "delete":
      return olds.length > 0
        ? { is: "delete-words", words: olds, everywhere, inCases }
        : { is: "delete", ...before };
    case "repeal":
      return { is: "repeal", ...before };
    case "restate":
      if (byAnnex !== undefined) return { is: "restate-by-annex", annex: byAnnex.label };
      return { is: "restate", wordings, ...before };
    case "insert": {
      const words = news[0];
      if (words !== undefined)
        return news.length > 1
          ? { is: "not-understood" }
          : { is: "insert-words", at: anchor?.at ?? "end", words, ...(anchor && { anchor: anchor.words }) };
      if (added === undefined) return { is: "not-understood" };
      return byAnnex === undefined
        ? { is: "insert", what: added, wordings, ...(beside && { beside }) }
        : { is: "insert-by-annex", what: added, annex: byAnnex.label };
    }
    case undefined:
      return { is: "not-understood" };
  }
}

/** Which words come in the place of which; undefined where that is not told. */
function pairsOf(
  olds: readonly string[],
  news: readonly string[],
): readonly (readonly [string, string])[] | undefined {
  if (olds.length === 0 || news.length === 0) return undefined;
  if (news.length !== 1 && news.length !== olds.length) return undefined;
  return olds.map((old, index) => [old, news[index] ?? news[0] ?? ""] as const);
}
