import type { Syntax } from "../syntax.ts";
import { actorOf } from "./actor.ts";
import { caseWords } from "./cases.ts";
import { documentsIn } from "./document-parts.ts";
import { toldInSentence } from "./document-sentences.ts";
import { groundsIn } from "./grounds.ts";
import { sameDaysIn } from "./same-day.ts";
import { isBefore, startOf } from "./start.ts";
import { subjectOf } from "./subject.ts";

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
  caseWords,
};
