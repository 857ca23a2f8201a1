import type { AmendWords } from "../language/amend-words.ts";
import type { Token } from "./tokens.ts";

/** Letters at most behind the beginning of an ordinal: its own ending. */
const ENDING = 5;

/** The ordinal in words that begins at a token, `пятьдесят четвертый`; `to` is its last token. */
export function ordinalAt(
  tokens: readonly Token[],
  at: number,
  words: AmendWords,
): { readonly value: number; readonly to: number } | undefined {
  let value = 0;
  for (let next = at; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token?.is !== "word") return undefined;
    const cardinal = words.cardinals[token.text];
    if (cardinal !== undefined) {
      value += cardinal;
      continue;
    }
    const last = ordinalOf(token.text, words);
    return last === undefined ? undefined : { value: value + last, to: next };
  }
  return undefined;
}

function ordinalOf(word: string, words: AmendWords): number | undefined {
  let best: readonly [beginning: string, value: number] | undefined;
  for (const [beginning, value] of Object.entries(words.ordinals))
    if (
      word.startsWith(beginning) &&
      word.length - beginning.length <= ENDING &&
      beginning.length > (best?.[0].length ?? 0)
    )
      best = [beginning, value];
  return best?.[1];
}
