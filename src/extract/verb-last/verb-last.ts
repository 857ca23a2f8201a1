import type { Syntax } from "../syntax.ts";
import { actorOf } from "./actor.ts";
import { caseWords } from "./case-words.ts";
import { documentsIn } from "./document-parts.ts";
import { toldInSentence } from "./document-sentences.ts";
import { groundsIn } from "./grounds.ts";
import { sameDaysIn } from "./same-day.ts";
import { isBefore, startOf } from "./start.ts";
import { subjectOf } from "./subject.ts";
import { times } from "./times.ts";

/** Words at most between a term and the word that makes it no limit: `бес жылдан аспайтын өтілі`. */
const NEAR = 3;

/** Verbs end their clause; what a noun has stands before it, and what it is to the verb, behind it. */
export const verbLast: Syntax = {
  subjectOf,
  startOf,
  isBefore,
  actorOf,
  sameDaysIn,
  documentsIn,
  toldInSentence,
  groundsIn,
  denies: (mark, term) => (mark.from >= term.to && mark.from - term.to <= NEAR) || mark.to === term.from,
  isOnlyCase: () => false,
  subjectEnd: (_statement, name) => name.to,
  isClause: ({ words }, grammar) => grammar.is(words.at(-1)?.text ?? "", "says"),
  toldBeforeList: () => [],
  times,
  caseWords,
};
