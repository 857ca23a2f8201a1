import { CHANNELS, type Channel } from "../model/rule.ts";
import { has, marksFor, type Sentence } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** The ways of applying that a sentence names, in the order of the model. */
export function waysIn(sentence: Sentence): Channel[] {
  const ways = CHANNELS.filter((channel) => NAMES[channel](sentence));
  return ways.length === 0 && has(sentence, "turning-to-provider") ? ["provider"] : ways;
}

const NAMES: Readonly<Record<Channel, (sentence: Sentence) => boolean>> = {
  provider: (sentence) => has(sentence, "in-person"),
  phone: (sentence) => has(sentence, "phone") && !has(sentence, "complaint"),
  portal: (sentence) => has(sentence, "portal"),
  corporation: (sentence) => has(sentence, "corporation"),
  post: (sentence) => has(sentence, "post") && !has(sentence, "not-post"),
};

/** The ways that a statement itself is told for: named in it, or in the one before that it goes on with (`Бұл ретте …`). */
export function namedWays(statement: Statement): readonly Channel[] {
  const own = waysIn(statement);
  if (own.length > 0 || statement.before === undefined || !has(statement, "in-this-case")) return own;
  return waysIn(statement.before);
}

/** Whether a sentence says of what follows it by which way people apply: `Портал арқылы жүгінген кезде …`, or a lead. */
export function setsWay(sentence: Sentence): boolean {
  if (waysIn(sentence).length === 0) return false;
  return (
    sentence.closing === ":" ||
    has(sentence, "when-applying") ||
    marksFor(sentence, "applicant").some((mark) => mark.from <= OPENING)
  );
}

/** Words at most before the applicant, where the applicant opens the sentence. */
const OPENING = 3;
