import type { SealFile } from "../model/audit-seal.ts";
import { readJson, type JsonKind } from "./read-json.ts";

const SEAL: JsonKind<"audit-seal"> = { what: "The seal of an audit", schema: "audit-seal" };

/** The seal in a file. Throws `Trouble`. */
export const readSeal = (file: string): SealFile => readJson(file, SEAL);
