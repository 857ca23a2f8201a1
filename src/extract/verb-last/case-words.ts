import type { Mark } from "../marks.ts";
import { marksFor, overlaps } from "../sentence.ts";
import type { Statement } from "../statement.ts";
import { waysIn } from "../ways.ts";

/** The words of a heading up to the one that makes a case of it: `балалар үшін`, `жоғалған жағдайда`. */
export function caseWords(heading: Statement): Mark | undefined {
  const mark = caseMark(heading);
  return mark === undefined ? undefined : { from: 0, to: mark.to };
}

/** The word that makes a case of a heading. */
const caseMark = (heading: Statement): Mark | undefined =>
  [...marksFor(heading, "for-whom"), ...marksFor(heading, "in-case"), ...endingAtWhich(heading)]
    .filter((one) => !isGeneral(heading, one))
    .sort((a, b) => a.to - b.to)
    .at(-1);

/** `Рұқсат беру кезінде:` at the end of a heading. */
const endingAtWhich = (heading: Statement): readonly Mark[] =>
  marksFor(heading, "at-which").filter((mark) => mark.to === heading.words.length);

/** Everybody applies, and for the service: that is no case. */
const isGeneral = (heading: Statement, mark: Mark): boolean =>
  (waysIn(heading).length > 0 &&
    (heading.words.length <= SHORT || overlaps(heading, "when-applying", mark))) ||
  (["to-get-the-service", "to-render-the-service", "turned-to"] as const).some((cue) =>
    overlaps(heading, cue, mark),
  );

/** Words at most of a heading that says no more than by which way. */
const SHORT = 4;
