import type { AmendWords } from "../language/amend-words.ts";
import type { AmendStep } from "../model/amendment.ts";
import { leftWords } from "./address.ts";
import type { Token } from "./tokens.ts";
import { listOf } from "./places.ts";
import type { UnitFound } from "./unit-found.ts";
import { LEVELS } from "./units.ts";

/** What a sentence changes, and the words of its address that name no part. */
export interface Targets {
  /** What it changes, each from the outermost part inwards; empty: what the lines before it name. */
  readonly targets: readonly (readonly AmendStep[])[];
  /** Words that stand where the outermost part is named; empty where there are none. */
  readonly outer: string;
  /** Words that stand where they can name nothing that is known. */
  readonly unread: string;
  /** Parts stand in one another in a way that does not tell which is meant. */
  readonly unclear: boolean;
}

interface Around {
  readonly tokens: readonly Token[];
  /** All parts that the sentence names, also those that are no target. */
  readonly units: readonly UnitFound[];
  readonly words: AmendWords;
  /** Where its verb begins. */
  readonly verb: number | undefined;
  /** Something is put into the target, or words of it change: it may be a list itself. */
  readonly isPut: boolean;
}

/** A target as its parts are gathered: what it stands in, then its parts in the order of the sentence. */
interface Group {
  readonly around: readonly AmendStep[];
  readonly parts: (UnitFound | AmendStep)[];
}

/**
 * The targets that a row of parts names. A part that is no further out, or in, than the one before it begins a new one; where
 * nothing joins the two, `в пункте 16 подпункт 3)`, it stands in that. Words between two parts name a list.
 */
export function targetsOf(changed: readonly UnitFound[], around: Around): Targets {
  const { tokens, units, words } = around;
  const left = leftWords(tokens, units, words);
  const groups: Group[] = [];
  const unread: string[] = [];
  let [unclear, last]: [boolean, UnitFound | undefined] = [false, undefined];
  for (const unit of changed) {
    const between = last === undefined ? "" : (left[units.indexOf(unit)] ?? "");
    const step = last === undefined ? 0 : LEVELS[unit.unit] - LEVELS[last.unit];
    const joined = last !== undefined && tokens.slice(last.to + 1, unit.from).some(isJoin(words));
    const list = between === "" ? [] : [listOf(between)];
    const group = groups.at(-1);
    if (group === undefined || last === undefined) groups.push({ around: [], parts: [unit] });
    else if (words.numbersFirst ? step > 0 : step < 0) group.parts.push(...list, unit);
    else if (joined) {
      if (between !== "") unread.push(between);
      // `16-тармақтың 3) тармақшасы, 4) тармақшасы`: the second stands in what the first stands in.
      const outer = words.numbersFirst ? [...group.around, ...group.parts] : group.around;
      groups.push({
        around: outer.filter((one) => LEVELS[one.unit] < LEVELS[unit.unit]).map(stepOf),
        parts: [unit],
      });
    } else if (step > 0) {
      groups.pop();
      groups.push({ around: [...outwards(group, words), ...list], parts: [unit] });
    } else {
      unclear = true;
      groups.push({ around: [], parts: [unit] });
    }
    last = unit;
  }
  const targets = groups.map((group) => outwards(group, words));
  unclear ||= areUnlike(targets);
  return { ...outside(targets, changed, left, around, unread), unclear };
}

/** Whether one target names its clause and another, deeper one does not: `подпункт 3) пункта 16, подпункт 4)`. */
function areUnlike(targets: readonly (readonly AmendStep[])[]): boolean {
  const outermost = targets
    .filter((steps) => steps.every(({ unit }) => unit !== "title"))
    .map((steps) => Math.min(...steps.map(({ unit }) => LEVELS[unit])));
  return (
    outermost.some((level) => level <= LEVELS.clause) && outermost.some((level) => level > LEVELS.clause)
  );
}

/** Words before the first part and behind the last. */
function outside(
  targets: readonly (readonly AmendStep[])[],
  changed: readonly UnitFound[],
  left: readonly string[],
  { tokens, units, words, verb, isPut }: Around,
  between: readonly string[],
): Omit<Targets, "unclear"> {
  const [first, last] = [changed[0], changed.at(-1)];
  const at = (unit: UnitFound | undefined): number => (unit === undefined ? -1 : units.indexOf(unit));
  const before =
    first === undefined
      ? ""
      : left
          .slice(0, at(first) + 1)
          .filter(isSaid)
          .join(" ");
  const behind = left.slice(at(last) + 1);
  const beforeVerb = units[at(last) + 1]?.at ?? tokens.length;
  const [near = "", ...far] = behind;
  const isNear = last !== undefined || verb === undefined || words.numbersFirst || verb < beforeVerb;
  const lost = [...between, ...far, ...(isNear ? [] : [near])];
  if (!isNear || last === undefined) {
    const own = isNear && near !== "" ? [[listOf(near)]] : [];
    return { targets: own, outer: "", unread: lost.filter(isSaid).join(" ") };
  }
  if (!words.numbersFirst) {
    // `в перечне органов, пункт 15`: what the sentence begins with, where it says "in", is the outermost part.
    const isOuter = near === "" && beginsWithLead(tokens, words);
    return isOuter
      ? { targets, outer: before, unread: lost.filter(isSaid).join(" ") }
      : { targets, outer: near, unread: [before, ...lost].filter(isSaid).join(" ") };
  }
  const isList = isPut && near !== "" && targets.length === 1;
  return {
    targets: isList ? targets.map((steps) => [...steps, listOf(near)]) : targets,
    outer: before,
    unread: [...lost, ...(isList ? [] : [near])].filter(isSaid).join(" "),
  };
}

const beginsWithLead = ([first]: readonly Token[], { leads }: AmendWords): boolean =>
  first?.is === "word" && leads.includes(first.text);

const isSaid = (text: string): boolean => text !== "";

/** The steps of a target from the outermost inwards. */
const outwards = ({ around, parts }: Group, { numbersFirst }: AmendWords): readonly AmendStep[] => [
  ...around,
  ...(numbersFirst ? parts : [...parts].reverse()).map(stepOf),
];

/** A part as an instruction keeps it. */
export const stepOf = ({ unit, labels, words }: UnitFound | AmendStep): AmendStep => ({
  unit,
  labels,
  ...(words === undefined ? {} : { words }),
});

/** Whether a piece of a sentence joins what stands beside it. */
export const isJoin =
  (words: AmendWords) =>
  (token: Token): boolean =>
    token.text === "," || token.text === ";" || (token.is === "word" && words.joins.includes(token.text));
