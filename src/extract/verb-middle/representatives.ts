import type { Grammar } from "../../language/grammar.ts";
import { depthsOf, gapBefore } from "../brackets.ts";
import { DOUBTFUL, type Reading } from "../extractor.ts";
import type { Mark } from "../marks.ts";
import { has, marksFor, wordsBetween } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import type { DocumentReadings } from "../syntax.ts";
import { isParticiple, isVerb, nameStart } from "./clause.ts";

/** Words at most that say what a paper is like. */
const NEAR = 2;

/** Words at most between whoever acts for another and what he proves it with. */
const TO_PROOF = 8;

/** Who acts for another, and what he proves it with: `его представителя, действующего на основании доверенности`. */
interface Proof {
  readonly from: number;
  readonly person: Mark;
  readonly by: Mark;
  readonly paper: Mark;
}

export function proofsIn(statement: Statement, grammar: Grammar): readonly Proof[] {
  const depths = depthsOf(statement, 0);
  return marksFor(statement, "by-paper").flatMap((by): Proof[] => {
    const person = marksFor(statement, "representative").findLast(
      (one) => one.to <= by.from && by.from - one.to <= TO_PROOF && depths[one.from] === depths[by.from],
    );
    const paper = marksFor(statement, "document-owning").find(
      ({ from }) => from >= by.from && from - by.to <= NEAR,
    );
    const isTold = marksFor(statement, "by-paper").some((one) => one.from < by.from && by.from < one.to);
    if (isTold || person === undefined || paper === undefined) return [];
    return [{ from: nameStart(statement, person.from, 0, grammar), person, by, paper }];
  });
}

/** Papers of those who act for another are theirs alone. */
export function ofRepresentatives(
  statement: Statement,
  grammar: Grammar,
  readings: DocumentReadings,
): Reading<"document">[] {
  if (!has(statement, "results-given", "shown", "hands-in", "is-handed-in", "applies", "is-issued"))
    return [];
  const depths = depthsOf(statement, 0);
  return proofsIn(statement, grammar).flatMap(({ from, person, by, paper }) => {
    let to = paper.to;
    const isInside = (at: number): boolean => at < statement.words.length && depths[at] === depths[by.from];
    while (isInside(to) && !isOver(statement, to, grammar)) to += 1;
    const condition = wordsBetween(statement, from, person.to);
    return readings(statement, by.from, to, DOUBTFUL, condition, grammar);
  });
}

/** Whether what is said of a paper ends before a word: with a verb, or a comma that no attribute follows. */
const isOver = (statement: Statement, at: number, grammar: Grammar): boolean =>
  isVerb(statement, at, grammar) ||
  (/[,;]/u.test(gapBefore(statement, at)) && !isParticiple(statement, at, grammar));
