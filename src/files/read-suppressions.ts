import type { Suppression } from "../lint/suppress.ts";
import { jsonIn, passed, readJson, type JsonKind } from "./read-json.ts";

const SUPPRESSIONS: JsonKind<"suppressions"> = { what: "A list of suppressions", schema: "suppressions" };

/** Findings of lints that are known and stay. Throws `Trouble` with the file, the field and what was expected. */
export const readSuppressions = (file: string): readonly Suppression[] =>
  readJson(file, SUPPRESSIONS).suppressions;

/** The same from bytes at hand, which `file` only names. */
export const suppressionsIn = (bytes: Uint8Array, file: string): readonly Suppression[] =>
  passed(jsonIn(bytes, file, SUPPRESSIONS), file, SUPPRESSIONS).suppressions;
