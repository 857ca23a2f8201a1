import { hash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 of a JSON value, whatever the order of its keys. */
export const hashOf = (value: unknown): string => hash("sha256", canonicalJson(value), "hex");

/** A short print of a value: the same for the same fields, in whatever order they are written. */
export const print = (value: unknown): string => hashOf(value).slice(0, PRINT_LENGTH);

const PRINT_LENGTH = 16;
