import type { Mark } from "../marks.ts";
import { has, marksFor, type Sentence } from "../sentence.ts";

/** Words at most between the day and what is done on it. */
const NEAR = 2;

/** Places that set the day of an event itself as the term: `в день поступления документов`, `в тот же рабочий день`. */
export function sameDaysIn(sentence: Sentence): readonly Mark[] {
  if (has(sentence, "not-counted")) return [];
  const onTheDay = marksFor(sentence, "day-of").flatMap((day): Mark[] => {
    const event = marksFor(sentence, "performed").find(
      (mark) => mark.from >= day.to && mark.from - day.to <= NEAR,
    );
    return event === undefined ? [] : [{ from: day.from, to: event.to }];
  });
  const inTheDay = marksFor(sentence, "in-the-day").filter(
    (mark) => !marksFor(sentence, "indefinite").some((word) => word.to === mark.from),
  );
  const all = [...onTheDay, ...inTheDay];
  return all.filter(
    (mark) => !all.some((other) => other !== mark && other.from <= mark.from && mark.to <= other.to),
  );
}
