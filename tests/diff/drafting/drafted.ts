import { diff } from "../../../src/diff/diff.ts";
import type { Change, ChangeSide } from "../../../src/model/change.ts";
import { versionOf } from "../version-of.ts";
import type { Act } from "./act.ts";
import type { Edit, Splice } from "./edit.ts";
import { PROVISIONS } from "./edits-of-provisions.ts";
import { SAYING_THE_SAME, TELLING } from "./edits-of-words.ts";

export const EDITS: readonly Edit[] = [...TELLING, ...PROVISIONS, ...SAYING_THE_SAME];

/** An edit that was made, and what was told of it. */
export interface Made {
  readonly edit: Edit;
  readonly splices: readonly Splice[];
  /** What was told in substance where it was made. */
  readonly told: readonly Change[];
}

/** What became of a text that was edited at several places at once. */
export interface Drafted {
  readonly made: readonly Made[];
  /** What was told in substance where nothing was edited. */
  readonly astray: readonly Change[];
}

/** A fixed sequence of numbers in [0, 1), so that a run can be repeated. */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Makes some edits of an act, each at a place drawn by chance where no other is made, and compares. */
export function drafted(act: Act, edits: readonly Edit[], seed: number): Drafted {
  const numbers = sequence(seed);
  const made: { edit: Edit; splices: readonly Splice[] }[] = [];
  for (const edit of edits) {
    const taken = made.flatMap(({ splices }) => splices);
    const ways = edit.ways(act).filter((splices) => splices.every((one) => isFree(one, taken, act.text)));
    const splices = ways[Math.floor(numbers.next().value * ways.length)];
    if (splices !== undefined) made.push({ edit, splices });
  }
  const all = made.flatMap(({ splices }) => splices);
  const changes = diff(act.version, versionOf(spliced(act.text, all), act.name))
    .services.flatMap((service) => service.changes)
    .filter((change) => change.class === "substance");
  const at = (change: Change, splices: readonly Splice[]): boolean =>
    touches(change.old, splices) || touches(change.new, moved(splices, all));
  const found = made.map((one) => ({ ...one, told: changes.filter((change) => at(change, one.splices)) }));
  return {
    made: found,
    astray: changes.filter((change) => !found.some(({ told }) => told.includes(change))),
  };
}

/** Two edits stand in lines of their own. */
function isFree({ start, end }: Splice, taken: readonly Splice[], text: string): boolean {
  const from = text.lastIndexOf("\n", start - 1);
  const to = text.indexOf("\n", end);
  return taken.every((other) => other.end < from || other.start > to);
}

function spliced(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((one, other) => other.start - one.start)
    .reduce((rest, { start, end, by }) => rest.slice(0, start) + by + rest.slice(end), text);
}

/** Where edits stand in the new text. */
function moved(splices: readonly Splice[], all: readonly Splice[]): readonly Splice[] {
  const shift = (at: number): number =>
    all
      .filter((other) => other.end <= at && other.start < at)
      .reduce((sum, other) => sum + other.by.length - (other.end - other.start), 0);
  return splices.map((one) => {
    const start = one.start + shift(one.start);
    return { ...one, start, end: start + one.by.length };
  });
}

const touches = (side: ChangeSide | undefined, splices: readonly Splice[]): boolean =>
  side?.spans?.some(({ start, end }) => splices.some((one) => one.start <= end && start <= one.end)) ?? false;
