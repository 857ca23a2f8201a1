import { faults as schemaFaults } from "../files/validate.ts";
import type { SchemaName } from "../files/schemas.ts";
import { Trouble } from "../model/trouble.ts";

/** One thing that stood in the way: what it is about, the rule that it broke, and the way out. All in English. */
export interface Fault {
  /** A file by its path, or what was handed in: `the request`, `the term`. */
  readonly thing: string;
  /** Where in it: a JSON Pointer (`/submitted`), a line, a rule of a rulebook. Absent for the whole of it. */
  readonly place?: string;
  /** What was expected, or what is wrong. */
  readonly rule: string;
  /** What whoever handed it in can do. Options go by their names on the command line: `--at` is `at`. */
  readonly wayOut: string;
}

/**
 * What a function of the package gives: the value, or all that stood in the way of it. Trouble with what was handed in
 * is never thrown; an exception is a fault of Tarmaq's.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly [Fault, ...Fault[]] };

/** Does something, and gives the trouble that it meets as a value. `thing` is what trouble without a file is about. */
export function attempt<T>(thing: string, work: () => T): Result<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return refused(thing, error);
  }
}

/** The same for what takes its time. */
export async function attemptLater<T>(thing: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return refused(thing, error);
  }
}

/** All that a schema has against a value that was handed in; undefined where it passes. */
export function refusedBySchema(name: SchemaName, value: unknown, thing: string): Result<never> | undefined {
  const [first, ...more] = schemaFaults(name, value).map(({ pointer, message }): Fault => ({
    thing,
    ...(pointer === "" ? {} : { place: pointer }),
    rule: message,
    wayOut: `The format is described in schemas/${fileOf(name)}.`,
  }));
  return first === undefined ? undefined : { ok: false, faults: [first, ...more] };
}

const fileOf = (name: SchemaName): string =>
  `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.schema.json`;

function refused(thing: string, error: unknown): Result<never> {
  if (!(error instanceof Trouble)) throw error;
  const { file = thing, place, wayOut } = error.at;
  return {
    ok: false,
    faults: [{ thing: file, ...(place === undefined ? {} : { place }), rule: error.message, wayOut }],
  };
}
