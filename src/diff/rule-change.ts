import type { Change, ChangeSide } from "../model/change.ts";
import type { Rule } from "../model/rule.ts";
import { compareRules } from "./compare-rules.ts";
import type { Difference } from "./difference.ts";
import { NOBODY } from "./gains.ts";
import { wordMarks } from "./marks.ts";
import type { PlaceOf } from "./place.ts";
import type { Wording } from "./wording.ts";
import { sameWords } from "./words.ts";

/** The change of a matched pair; undefined where both say the same in the same words at the same place. */
export function pairChange(
  old: Rule,
  now: Rule,
  oldPlace: PlaceOf,
  newPlace: PlaceOf,
  wording: Wording,
  judged: (difference: Difference) => Difference | undefined,
): Change | undefined {
  const found = compareRules(old, now, wording);
  const difference = found === undefined ? undefined : judged(found);
  const moved = oldPlace(old) !== newPlace(now);
  const [before, after] = [sideOf(old), sideOf(now)];
  const common = {
    kind: old.kind,
    old: before,
    new: after,
    moved,
    marks: wordMarks(before.quote, after.quote),
  };
  if (difference !== undefined) return { ...difference, class: "substance", ...common };
  if (before.quote !== "" && after.quote !== "" && !sameWords(before.quote, after.quote))
    return { code: "reworded", class: "wording", gains: NOBODY, fields: [], ...common };
  return moved ? { code: "moved", class: "moved", gains: NOBODY, fields: [], ...common } : undefined;
}

/** The change of a rule that only one side has. */
export function oneSided(rule: Rule, on: "old" | "new", difference: Difference): Change {
  const side = sideOf(rule);
  return {
    ...difference,
    class: CLASSES[difference.code] ?? "substance",
    kind: rule.kind,
    [on]: side,
    moved: false,
    marks: side.quote === "" ? [] : [{ is: on === "old" ? "removed" : "added", text: side.quote }],
  };
}

/** What is said once more or once less changes nothing; nor is it known that anything changed where a side was not read. */
const CLASSES: Readonly<Partial<Record<Change["code"], Change["class"]>>> = {
  restated: "wording",
  "unread-there": "unread",
};

/** A rule as one side of a comparison. */
export const sideOf = ({ id, path, cite, source }: Rule): ChangeSide => ({
  id,
  ...(path === undefined ? {} : { path }),
  cite,
  quote: source?.quote ?? "",
  ...(source === undefined ? {} : { file: source.file, spans: source.spans, lines: source.lines }),
  ...(source?.place === undefined ? {} : { place: source.place }),
});
