import { withoutDatesOfActs } from "./dates-of-acts.ts";
import type { Namings } from "./namings.ts";
import type { WordReader } from "./part.ts";
import { segmentsOf, type Segment } from "./segments.ts";
import type { Token } from "./token.ts";
import { withoutWrittenApart } from "./written-apart.ts";

/** The words of one segment that say something that the other wording does not say. */
export type Leftover = Segment;

/** Numbers of clauses and items that are others now, old to new: a reference that follows them is the same reference. */
export type Renumbered = ReadonlyMap<string, string>;

/** Two whole wordings, and what they are compared with. */
export interface Around {
  readonly old: readonly Token[];
  readonly now: readonly Token[];
  readonly reader: WordReader;
  readonly renumbered: Renumbered;
  /** Short names that were put for others throughout the text. */
  readonly renamed: readonly Renamed[];
  /** Names that the two texts give to things; absent where they are not at hand. */
  readonly namings?: Namings;
}

/** A short name that was put for another (`Стандарт` → `Перечень`): beginnings of the words of both, and of what they stand for. */
export interface Renamed {
  readonly names: readonly string[];
  readonly meaning: readonly string[];
}

/**
 * Where two wordings differ, less all that changes nothing: other forms of the same words, words that say nothing,
 * words moved within the wording, names for what was named by a pronoun, the date of an act that is named all the same,
 * references that follow a renumbering. Segments of which nothing is left are dropped.
 */
export function leftoverOf(around: Around): readonly Leftover[] {
  const segments = segmentsOf(around.old, around.now);
  const within = withoutMoved(segments.map((segment) => withinSegment(segment, around)));
  const gone = counted(within.flatMap(({ removed }) => removed));
  const come = counted(within.flatMap(({ added }) => added));
  const rest = within.map(({ removed, added }) => ({
    removed: removed.filter((token) => standsWhereItIs(token, around) || !moved(token, come)),
    added: added.filter((token) => standsWhereItIs(token, around) || !moved(token, gone)),
  }));
  return withoutShifted(rest, around).filter(({ removed, added }) => removed.length + added.length > 0);
}

/** Takes out stretches of several words that were moved whole, numbers in them and all. */
function withoutMoved(segments: readonly Segment[]): readonly Segment[] {
  const textOf = (tokens: readonly Token[]): string => tokens.map(({ key }) => key).join(" ");
  const long = (tokens: readonly Token[]): boolean => tokens.length >= MOVED_TOGETHER;
  const gone = new Set(segments.flatMap(({ removed }) => (long(removed) ? [textOf(removed)] : [])));
  const come = new Set(segments.flatMap(({ added }) => (long(added) ? [textOf(added)] : [])));
  const moved = new Set([...gone].filter((text) => come.has(text)));
  return segments.map(({ removed, added }) => ({
    removed: moved.has(textOf(removed)) ? [] : removed,
    added: moved.has(textOf(added)) ? [] : added,
  }));
}

/** Words at least that are known again at another place by being together. */
const MOVED_TOGETHER = 2;

const counted = (tokens: readonly Token[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { key } of tokens) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** Numbers and what denies or binds mean something else at another place of the same wording. */
function standsWhereItIs({ key }: Token, { reader: { words } }: Around): boolean {
  const { not = [], modal = [] } = words ?? {};
  return key.startsWith("#") || not.includes(key) || modal.some((stem) => key.startsWith(stem));
}

/** The same word left over on the other side: it stands elsewhere in the same wording. */
function moved({ key }: Token, there: Map<string, number>): boolean {
  const count = there.get(key) ?? 0;
  if (count === 0) return false;
  there.set(key, count - 1);
  return true;
}

/** Takes out words that the other side has in another form at another place, in the same order: two that change places stay. */
function withoutShifted(segments: readonly Segment[], around: Around): readonly Segment[] {
  const { wording } = around.reader;
  const come = segments.flatMap(({ added }) => added);
  const shifted = new Set<Token>();
  let from = 0;
  for (const token of segments.flatMap(({ removed }) => removed)) {
    if (standsWhereItIs(token, around)) continue;
    const at = come.findIndex(({ key }, index) => index >= from && wording.areForms(key, token.key));
    const found = come[at];
    if (found === undefined || standsWhereItIs(found, around)) continue;
    shifted.add(token).add(found);
    from = at + 1;
  }
  const left = (tokens: readonly Token[]): readonly Token[] => tokens.filter((token) => !shifted.has(token));
  return segments.map(({ removed, added }) => ({ removed: left(removed), added: left(added) }));
}

function withinSegment(whole: Segment, around: Around): Segment {
  const { words } = around.reader;
  if (followsRenumbering(whole, around)) return NOTHING;
  const segment = withoutDatesOfActs(whole, around);
  const swapped = choiceSwapped(segment, around);
  const isName = renamedIn(segment, around);
  const content = (tokens: readonly Token[]): readonly Token[] =>
    tokens.filter(
      ({ key, small }) => (!small || (swapped && (words?.choices.includes(key) ?? false))) && !isName(key),
    );
  const paired = withoutForms({ removed: content(segment.removed), added: content(segment.added) }, around);
  const left = withoutNamed(paired, segment, around);
  return withoutPlain(around.namings?.without(left) ?? left, around);
}

const NOTHING: Segment = { removed: [], added: [] };

/** Nothing where only one side has words, and these say of a public service, or of a duty, what the other says without them. */
function withoutPlain(left: Segment, around: Around): Segment {
  const { old, now, reader } = around;
  const { words, wording } = reader;
  const some = [...left.removed, ...left.added];
  if (words === undefined || (left.removed.length > 0 && left.added.length > 0)) return left;
  const plain = [...words.ofService, ...words.plainDuties, ...words.state];
  const all = left.removed.length > 0 ? old : now;
  const isPlain = (token: Token): boolean =>
    plain.some((stem) => token.key.startsWith(stem)) && !wording.isDenied(token.key);
  const isDoubled = (token: Token): boolean =>
    !standsWhereItIs(token, around) &&
    [-1, 1].some((step) => wording.areForms(all[all.indexOf(token) + step]?.key ?? "", token.key));
  return some.every((token) => isPlain(token) || isDoubled(token)) ? NOTHING : left;
}

/** Which words of a segment are a short name that was put for another, or what such a name stands for beside it. */
function renamedIn({ removed, added }: Segment, { renamed }: Around): (key: string) => boolean {
  const begins = (stems: readonly string[]) => (key: string) => stems.some((stem) => key.startsWith(stem));
  const here = renamed.filter(({ names }) => [...removed, ...added].some(({ key }) => begins(names)(key)));
  return begins(here.flatMap(({ names, meaning }) => [...names, ...meaning]));
}

/** "Or" in place of "and", or the other way round. */
function choiceSwapped({ removed, added }: Segment, { reader: { words } }: Around): boolean {
  const has = (tokens: readonly Token[], list: readonly string[]): boolean =>
    tokens.some(({ key }) => list.includes(key));
  if (words === undefined) return false;
  const { choices, joins } = words;
  return (
    (has(removed, joins) && !has(removed, choices) && has(added, choices) && !has(added, joins)) ||
    (has(removed, choices) && !has(removed, joins) && has(added, joins) && !has(added, choices))
  );
}

/** Takes out words that the other side of the segment has in another form, or has a word for that means the same. */
function withoutForms(segment: Segment, { reader: { words, wording } }: Around): Segment {
  const { removed, added } = withoutWrittenApart(segment);
  const open = [...added];
  const alike = words?.alike ?? [];
  const same = (one: string, other: string): boolean =>
    one === other ||
    wording.areForms(one, other) ||
    alike.some(
      (group) => group.some((stem) => one.startsWith(stem)) && group.some((stem) => other.startsWith(stem)),
    );
  const left = removed.filter(({ key }) => {
    const at = open.findIndex((token) => same(key, token.key));
    if (at < 0) return true;
    open.splice(at, 1);
    return false;
  });
  return { removed: left, added: open };
}

/** A pronoun for what the wording names elsewhere, or its name for the pronoun. */
function withoutNamed(left: Segment, whole: Segment, { old, now, reader: { words } }: Around): Segment {
  const isPronoun = ({ key }: Token): boolean => words?.pronouns.includes(key) ?? false;
  const named = (tokens: readonly Token[], all: readonly Token[], segment: readonly Token[]): boolean =>
    tokens.every(({ key }) => all.some((token) => token.key === key && !segment.includes(token)));
  const removed = left.removed.filter((token) => !isPronoun(token));
  const added = left.added.filter((token) => !isPronoun(token));
  return {
    removed: whole.added.some(isPronoun) && named(removed, old, whole.removed) ? [] : removed,
    added: whole.removed.some(isPronoun) && named(added, now, whole.added) ? [] : added,
  };
}

const NO_TOKEN: Token = { key: "", start: 0, end: 0, small: true };

/** A number of a clause or item that has another number now, beside a word for one. */
function followsRenumbering({ removed, added }: Segment, around: Around): boolean {
  const number = (tokens: readonly Token[]): string | undefined =>
    tokens.length > 0 && tokens.every(({ key }) => key.startsWith("#"))
      ? tokens.map(({ key }) => key.slice(1)).join("-")
      : undefined;
  const [from, to] = [number(removed), number(added)];
  return (
    from !== undefined &&
    to !== undefined &&
    around.renumbered.get(from) === to &&
    refers(removed, around.old, around)
  );
}

/** Words at most between a number and the word for the provision that it numbers. */
const NEAR = 3;

/** Whether numbers stand beside a word for a clause, an item, an annex, a row or an article. */
export function refers(
  numbers: readonly Token[],
  all: readonly Token[],
  { reader: { grammar } }: Pick<Around, "reader">,
): boolean {
  const { clause, item, annex, row, article } = grammar.lint;
  const stems = [...clause, ...item, ...annex, ...row, ...article];
  const first = all.indexOf(numbers[0] ?? NO_TOKEN);
  return all
    .slice(Math.max(0, first - NEAR), first + numbers.length + NEAR)
    .some(({ key }) => stems.some((stem) => key.startsWith(stem)));
}
