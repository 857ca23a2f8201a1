import { Session, type Profiler } from "node:inspector";

/**
 * How much work code does, counted and not timed, so that a busy machine says the same: for each file how often its blocks
 * ran, and for each step how many letters and entries it had patterns, texts and lists look at.
 */
export type Work = ReadonlyMap<string, number>;

// Code that ran before is counted by whole functions only: import this file before what is measured, in a test of its own
// process (`.alone.test.ts`).
const session = new Session();
session.connect();
ask("Profiler.enable");
ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/** The work of steps, one after another, in the files whose address holds `where`, such as `/src/lint/`. */
export function workOf(where: string, steps: Readonly<Record<string, () => unknown>>): Work {
  const looked = countLooks();
  ask("Profiler.takePreciseCoverage");
  try {
    const looks = Object.entries(steps).map(([name, step]): [string, number] => {
      const before = looked.count();
      step();
      return [`looks of ${name}`, looked.count() - before];
    });
    return new Map([...looks, ...blocksIn(where)]);
  } finally {
    looked.stop();
  }
}

/** An answer of the inspector, which comes before `post` returns where both are in one thread. */
function ask(method: string, parameters: object = {}): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result: unknown) => {
    if (error !== null) throw error instanceof Error ? error : new Error(String(error));
    answer = result;
  });
  return answer;
}

function blocksIn(where: string): [string, number][] {
  const { result } = ask("Profiler.takePreciseCoverage") as Profiler.TakePreciseCoverageReturnType;
  const files = result.filter(({ url }) => url.includes(where));
  if (files.length === 0) throw new Error(`no file of ${where} ran: the count would say nothing`);
  return files.map(({ url, functions }) => {
    const counts = functions.flatMap(({ ranges }) => ranges.map(({ count }) => count));
    return [`blocks of ${url.slice(url.indexOf(where))}`, counts.reduce((sum, count) => sum + count, 0)];
  });
}

type Method = (this: unknown, ...given: unknown[]) => unknown;
/** How much a method looked at: what it was called on, with what, and what it gave. */
type Looks = (on: unknown, given: readonly unknown[], gave: unknown) => number;

const lengthOf = (of: unknown): number => (of as { readonly length: number }).length;

/** The whole of a text or list. */
const all: Looks = (on) => lengthOf(on);
/** What is given back, or what is left out of it. */
const result: Looks = (_, __, gave) => lengthOf(gave);
const leftOut: Looks = (on, _, gave) => lengthOf(on) - lengthOf(gave) + 1;
/** From where the search begins to where it ends. */
const untilFound: Looks = (on, [what, from = 0], gave) => {
  const at = typeof gave === "number" ? gave : (on as string).indexOf(what as string, from as number);
  return Math.max(0, (at < 0 ? lengthOf(on) : at) - (from as number));
};

const LOOKS: readonly (readonly [owner: object, looks: Looks, names: readonly string[]])[] = [
  [String.prototype, all, ["normalize", "replaceAll", "split", "toLowerCase", "toUpperCase"]],
  [Array.prototype, all, ["concat", "flat", "join", "reverse", "sort", "splice", "toReversed", "toSorted"]],
  [Array.prototype, result, ["slice"]],
  [String.prototype, leftOut, ["trim", "trimEnd", "trimStart"]],
  [String.prototype, untilFound, ["includes", "indexOf"]],
  [Array.prototype, untilFound, ["includes", "indexOf"]],
];

/** Counts what the methods of texts, lists and patterns look at, until it is stopped. */
function countLooks(): { readonly count: () => number; readonly stop: () => void } {
  let looked = 0;
  const undo: (() => void)[] = [];
  const replace = (owner: object, name: string, by: (was: Method) => Method): void => {
    const was = Object.getOwnPropertyDescriptor(owner, name) as { readonly value: Method };
    Object.defineProperty(owner, name, { ...was, value: by(was.value) });
    undo.push(() => Object.defineProperty(owner, name, was));
  };
  for (const [owner, looks, names] of LOOKS)
    for (const name of names)
      replace(
        owner,
        name,
        (was) =>
          function (...given) {
            const gave = was.apply(this, given);
            looked += looks(this, given, gave);
            return gave;
          },
      );
  // Other methods of patterns and texts call this one.
  replace(
    RegExp.prototype,
    "exec",
    (was) =>
      function (...given) {
        const { lastIndex, global, sticky } = this as RegExp;
        const match = was.apply(this, given) as RegExpExecArray | null;
        looked += lengthLooked(global || sticky ? lastIndex : 0, match, sticky ? 0 : lengthOf(given[0]));
        return match;
      },
  );
  const stop = (): void => {
    for (const back of undo.reverse()) back();
  };
  return { count: () => looked, stop };
}

/** How far a pattern that takes linear time looks: to the end of what it finds, or of the text. */
const lengthLooked = (from: number, match: RegExpExecArray | null, whole: number): number =>
  Math.max(0, (match === null ? whole : match.index + match[0].length) - from);
