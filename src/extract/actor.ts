import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Mark } from "./marks.ts";
import { isApplicant, openingOf } from "./phrase.ts";
import { gapAfter, marksFor, wordsBetween, type Sentence } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** The words for whoever a term binds: the subject of the sentence, the addressee of a complaint, the head of a column. */
export function actorOf(statement: Statement, term: Mark, lexicon: Lexicon): string | undefined {
  const inColumn = statement.cell?.actor?.text.trim();
  if (inColumn !== undefined && inColumn !== "") return inColumn;
  for (let at: Statement | undefined = statement; at !== undefined; at = at.lead) {
    const actor = addresseeIn(at, lexicon) ?? subjectIn(at, at === statement ? term : undefined);
    if (actor !== undefined) return actor;
  }
  return undefined;
}

/** `көрсетілетін қызметті берушінің атына` binds `көрсетілетін қызметті беруші`. */
function addresseeIn(sentence: Sentence, lexicon: Lexicon): string | undefined {
  const [addressed] = marksFor(sentence, "addressed");
  if (addressed === undefined) return undefined;
  const words = wordsBetween(sentence, openingOf(sentence, addressed.from - 1), addressed.from);
  const ending = lexicon.endings.genitive.find((one) => words.endsWith(one));
  return ending === undefined ? undefined : words.slice(0, -ending.length);
}

function subjectIn(sentence: Sentence, term: Mark | undefined): string | undefined {
  const roles = marksFor(sentence, "role").filter((mark) => !isBound(sentence, mark));
  const since = marksFor(sentence, "count-from").find((mark) => term !== undefined && mark.from < term.from);
  const isStart = (mark: Mark): boolean =>
    since !== undefined && isApplicant(sentence, mark) && mark.to < since.from;
  const role =
    roles.find((mark) => !isStart(mark) && (term === undefined || mark.from < term.from)) ?? roles[0];
  if (role === undefined || isStart(role)) return undefined;
  return wordsBetween(sentence, openingOf(sentence, role.from), role.to);
}

/** A name that belongs to the next word, `кеңсе қызметкері`, or is only the means, `портал арқылы`. */
function isBound(sentence: Sentence, mark: Mark): boolean {
  const next = sentence.words[mark.to]?.text ?? "";
  if (gapAfter(sentence, mark.to - 1).trim() !== "") return false;
  return (
    marksFor(sentence, "role").some((other) => other.from === mark.to) ||
    marksFor(sentence, "not-alone").some((other) => other.from === mark.to) ||
    GENITIVE.test(next)
  );
}

/** `беруші басшысының`: the name stands for the owner of what follows. */
const GENITIVE = /(?:сының|сінің|сына|сіне)$/;
