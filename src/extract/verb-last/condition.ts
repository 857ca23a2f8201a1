import type { Grammar } from "../../language/grammar.ts";
import type { Mark } from "../marks.ts";
import { marksFor } from "../sentence.ts";
import type { Statement } from "../statement.ts";

/** `… жағдайда`, `… болмаса`; `не болмаса` is no case. */
export const saidCases = (statement: Statement): readonly Mark[] =>
  marksFor(statement, "in-case").filter(
    (mark) => !marksFor(statement, "or").some((or) => or.from <= mark.from && mark.to <= or.to),
  );

/** `… жағдайда`, `… берсе`, `… қоспағанда`: words that say when, or for whom not, in the order of the sentence. */
export function casesIn(statement: Statement, grammar: Grammar): readonly Mark[] {
  const said = [...saidCases(statement), ...marksFor(statement, "except")];
  const isAmong = (marks: readonly Mark[], at: number): boolean =>
    marks.some((mark) => mark.from <= at && at < mark.to);
  const ifs = statement.words.flatMap(({ text }, from): Mark[] =>
    grammar.is(text, "if") && !isAmong(said, from) && !isAmong(marksFor(statement, "or"), from)
      ? [{ from, to: from + 1 }]
      : [],
  );
  return [...said, ...ifs].sort((a, b) => a.from - b.from);
}

/** Of those, the one that ends right before a word. */
export function caseEndingAt(statement: Statement, to: number, grammar: Grammar): Mark | undefined {
  const said = [...marksFor(statement, "in-case"), ...marksFor(statement, "except")];
  const mayEnd = said.some((mark) => mark.to === to) || grammar.is(statement.words[to - 1]?.text ?? "", "if");
  return mayEnd ? casesIn(statement, grammar).find((mark) => mark.to === to) : undefined;
}
