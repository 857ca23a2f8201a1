import type { Syntax } from "../syntax.ts";
import { actorOf } from "./actor.ts";
import { caseWords, isOnlyCase } from "./cases.ts";
import { isClause, subjectEnd } from "./clause.ts";
import { documentsIn } from "./document-parts.ts";
import { toldBeforeList, toldInSentence } from "./document-sentences.ts";
import { groundsIn } from "./grounds.ts";
import { sameDaysIn } from "./same-day.ts";
import { isBefore, startOf } from "./start.ts";
import { subjectOf } from "./subject.ts";
import { times } from "./times.ts";

/** Words at most between a word that makes a number no limit and the number: `стаж работы в должности судьи не менее десяти лет`. */
const BEFORE = 12;
/** The same, where it stands behind the number: `трех лет стажа`. */
const BEHIND = 2;

/** Verbs stand behind their subject; prepositions before their noun, and what belongs to a noun, behind it. */
export const verbMiddle: Syntax = {
  subjectOf,
  startOf,
  isBefore,
  actorOf,
  sameDaysIn,
  documentsIn,
  toldInSentence,
  groundsIn,
  denies: (mark, term) =>
    (mark.from >= term.to && mark.from - term.to <= BEHIND) ||
    (mark.to <= term.from && term.from - mark.to <= BEFORE),
  isOnlyCase,
  subjectEnd,
  isClause,
  toldBeforeList,
  times,
  caseWords,
};
