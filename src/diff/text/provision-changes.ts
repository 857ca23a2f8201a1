import type { Change, FieldChange } from "../../model/change.ts";
import { NOBODY, UNCLEAR } from "../gains.ts";
import { wordMarks } from "../marks.ts";
import { Explained } from "./explained.ts";
import { fieldsOf, SORTS } from "./what-differs.ts";
import { Saying } from "./said-elsewhere.ts";
import { withoutThroughout, type Throughout } from "./throughout.ts";
import type { PartPair, TextPairs } from "./text-pairs.ts";
import type { WordedPart } from "./pair-parts.ts";

/**
 * What changed in the words of one service outside its rules, provision by provision: of substance, those of numbers,
 * references, duties and names first, then in wording only. What a change of a rule tells of is not told again.
 */
export function provisionChanges(
  text: TextPairs,
  ofRules: readonly Change[],
  throughout: readonly Throughout[],
): readonly Change[] {
  const explained = new Explained(ofRules, text.reader);
  const saying = new Saying(text);
  const told = new Set(ofRules.flatMap(({ old, new: now }) => [old?.path, now?.path]));
  const paired = text.pairs.flatMap((pair): readonly Change[] => {
    if (pair.old.part.excluded !== pair.now.part.excluded) return [takenOut(pair)];
    const rest = explained.without(pair);
    const own = pair.now.part.defines ? rest : withoutThroughout(rest, throughout);
    if (own.length > 0 && binds(pair.now) && !saying.listSaidElsewhere(pair.old))
      return [changed(pair, fieldsOf(own, pair, text.reader))];
    return told.has(pair.now.part.path) ? [] : silent(pair);
  });
  const single = (side: "old" | "new", part: WordedPart): Change =>
    oneSided(side, part, saying.elsewhere(part) || saying.inNote(side, part) ? "restated" : CODES[side]);
  const here = new Set(text.pairs);
  return [
    ...throughout.filter(({ pair }) => here.has(pair)).map((one) => everywhere(one, text)),
    ...inOrder([
      ...paired,
      ...text.removed
        .filter(({ part }) => !explained.covers("old", part.path))
        .map((part) => single("old", part)),
      ...text.added
        .filter(({ part }) => !explained.covers("new", part.path))
        .map((part) => single("new", part)),
    ]),
  ];
}

const binds = ({ part: { role } }: WordedPart): boolean => role === "law" || role === "form";

/** The words that differ in the same way at several places, told once, at the first of them. */
function everywhere({ pair, places, removed, added }: Throughout, text: TextPairs): Change {
  const own = pair.leftover.filter(
    (one) => one.removed.length >= removed.length && one.added.length >= added.length,
  );
  return { ...changed(pair, fieldsOf(own.slice(0, 1), pair, text.reader)), places };
}

const changed = ({ old, now }: PartPair, fields: readonly FieldChange[]): Change => ({
  code: "provision-changed",
  class: "substance",
  gains: UNCLEAR,
  fields,
  old: old.part.side,
  new: now.part.side,
  moved: old.part.path !== now.part.path,
  marks: wordMarks(old.part.side.quote, now.part.side.quote),
});

/** A clause or item with a note in its place: it was taken out, or put back. */
const takenOut = (pair: PartPair): Change => ({
  ...changed(pair, []),
  code: pair.now.part.excluded ? "provision-removed" : "provision-added",
});

const sameInAnyOrder = (old: WordedPart, now: WordedPart): boolean =>
  old.words === now.words ||
  [...old.words.split(" ")].sort().join(" ") === [...now.words.split(" ")].sort().join(" ");

/** Other words that say the same, or the same words elsewhere. */
function silent({ old, now }: PartPair): readonly Change[] {
  const common = {
    gains: NOBODY,
    fields: [],
    old: old.part.side,
    new: now.part.side,
    moved: old.part.path !== now.part.path,
    marks: wordMarks(old.part.side.quote, now.part.side.quote),
  };
  if (!sameInAnyOrder(old, now)) return [{ code: "reworded", class: "wording", ...common }];
  return common.moved && now.part.role === "law" ? [{ code: "moved", class: "moved", ...common }] : [];
}

const CODES = { old: "provision-removed", new: "provision-added" } as const;

function oneSided(side: "old" | "new", worded: WordedPart, code: Change["code"]): Change {
  const matters = code !== "restated" && binds(worded);
  const { side: place } = worded.part;
  return {
    code,
    class: matters ? "substance" : "wording",
    gains: matters ? UNCLEAR : NOBODY,
    fields: [],
    [side]: place,
    moved: false,
    marks: [{ is: side === "old" ? "removed" : "added", text: place.quote }],
  };
}

/** By what differs first, then as they stand in the text. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  const rank = ({ class: of, fields }: Change): number => {
    if (of !== "substance") return SORTS.length + 1;
    const ranks = fields.map(({ field }) => SORTS.findIndex((sort) => sort === field));
    return Math.min(SORTS.length, ...ranks.filter((at) => at >= 0));
  };
  const line = ({ old, new: now }: Change): number => now?.lines?.[0] ?? old?.lines?.[0] ?? 0;
  return [...changes].sort((one, other) => rank(one) - rank(other) || line(one) - line(other));
}
