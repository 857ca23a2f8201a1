import { DoubledKey, strictJson } from "../model/strict-json.ts";
import { Trouble } from "../model/trouble.ts";
import type { Passed } from "./passed.ts";
import { readBytes, type Limit } from "./read-bytes.ts";
import { SCHEMAS } from "./schemas.ts";
import { faults, type SchemaFault } from "./validate.ts";

/** A kind of thing that is handed in as JSON: what it is called, which schema it has to fit, how large it can be. */
export interface JsonKind<Name extends keyof Passed = keyof Passed> {
  /** As a sentence begins: `A request`. */
  readonly what: string;
  readonly schema: Name;
  readonly limit?: Limit;
  /** A place in words; unless told otherwise the JSON Pointer, or `the whole file`. */
  readonly placeOf?: (pointer: string, value: unknown) => string;
  /** What helps with a fault at a place, before the schema is named. */
  readonly helpAt?: (pointer: string) => string;
  /** What helps beside the schema, as a sentence goes on. */
  readonly help?: string;
}

const LIMIT: Limit = { megabytes: 64, wayOut: "Hand in a smaller one." };

/**
 * What a file holds, once its schema has passed it: the one way by which JSON gets in from a disk. Throws `Trouble` that
 * names the file, the place, what was expected there, and the way out.
 */
export const readJson = <Name extends keyof Passed>(file: string, kind: JsonKind<Name>): Passed[Name] =>
  passed(jsonIn(readBytes(file, kind.limit ?? LIMIT), file, kind), file, kind);

/** The JSON value that bytes spell out in UTF-8. Throws `Trouble` where they spell none. */
export function jsonIn(bytes: Uint8Array, file: string, { what }: Pick<JsonKind, "what">): unknown {
  const wayOut = `${what} is one JSON object in UTF-8.`;
  if (bytes.length === 0) throw new Trouble("is empty", { file, wayOut });
  try {
    return strictJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof DoubledKey) {
      const place = error.pointer === "" ? "the whole file" : error.pointer;
      throw new Trouble(error.message, { file, place, wayOut: "Leave one of them." });
    }
    throw new Trouble(`is no JSON: ${messageOf(error)}`, { file, wayOut });
  }
}

/** A value from a file, held against its schema. Throws `Trouble` with the first fault. */
export function passed<Name extends keyof Passed>(
  value: unknown,
  file: string,
  kind: JsonKind<Name>,
): Passed[Name] {
  refuse(faults(kind.schema, value), value, file, kind);
  return value as Passed[Name];
}

/** Throws `Trouble` with the first fault of a file, where there is one; it says how many more there are. */
export function refuse(
  wrong: readonly SchemaFault[],
  value: unknown,
  file: string,
  { schema, placeOf, helpAt, help }: JsonKind,
): void {
  const [fault, ...more] = wrong;
  if (fault === undefined) return;
  const { pointer, message } = fault;
  const others = more.length === 0 ? "" : ` There are ${more.length} more faults after this one.`;
  throw new Trouble(message, {
    file,
    place: placeOf?.(pointer, value) ?? (pointer === "" ? "the whole file" : pointer),
    wayOut: `${helpAt?.(pointer) ?? ""}${described(schema, help)}${others}`,
  });
}

/** A value from one line of a file, held against its schema. Throws `Trouble`; `inLine` adds the file and the line. */
export function passedLine<Name extends keyof Passed>(value: unknown, kind: JsonKind<Name>): Passed[Name] {
  const [fault] = faults(kind.schema, value);
  if (fault === undefined) return value as Passed[Name];
  const { pointer, message } = fault;
  const whole = `the ${kind.what.replace(/^(?:An?|The) /, "")}`;
  throw new Trouble(`${pointer === "" ? whole : pointer.slice(1)} ${message}`, {
    wayOut: described(kind.schema, kind.help),
  });
}

/** Where a schema is to be looked up, by the file's name that its `$id` ends in. */
const described = (schema: keyof Passed, help: string | undefined): string =>
  `The format is described in schemas/${SCHEMAS[schema].$id.replace(/^.*\//, "")}${help === undefined ? "" : `; ${help}`}.`;

/** What was thrown, in its own words. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
