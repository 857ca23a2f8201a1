import type { Suppression } from "../lint/suppress.ts";
import { readJson, type JsonKind } from "./read-json.ts";

const SUPPRESSIONS: JsonKind<"suppressions"> = { what: "A list of suppressions", schema: "suppressions" };

/** Findings of lints that are known and stay. Throws `Trouble` with the file, the field and what was expected. */
export const readSuppressions = (file: string): readonly Suppression[] =>
  readJson(file, SUPPRESSIONS).suppressions;
