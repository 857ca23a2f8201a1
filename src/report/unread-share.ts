import type { Language } from "../model/language.ts";
import type { UnreadShare } from "../model/unread-share.ts";
import { filled } from "./amounts.ts";
import WORDS from "./unread-share-words.json" with { type: "json" };

/** How much of a regulation or a text is unread, in one phrase; a rulebook says it of its regulation, or it is not known. */
export function unreadShareWords(unread: UnreadShare | "unknown" | undefined, lang: Language): string {
  if (unread === undefined || unread === "unknown") return WORDS.unknown[lang];
  const { letters, of, risky } = unread;
  return filled(WORDS.said[lang], { share: percentWords(letters, of, lang), risky }, lang);
}

/** Below this, a percentage has a digit after the sign. */
const FINE = 10;
/** Never 0 or 100 % of what is there, or of what is not all. */
const LEAST = 0.1;

function percentWords(part: number, all: number, lang: Language): string {
  const share = all === 0 ? 0 : (part / all) * 100;
  const number = (value: number): string =>
    value.toFixed(value > 0 && value < FINE ? 1 : 0).replace(".", lang === "en" ? "." : ",");
  if (part > 0 && share < LEAST) return `< ${number(LEAST)} %`;
  if (part < all && share > 100 - 1) return `> 99 %`;
  return `${number(share)} %`;
}
