import type { DueLine } from "../model/due-line.ts";
import { jsonOfLine } from "./json-lines.ts";
import { passedLine, type JsonKind } from "./read-json.ts";

const DUE_LINE: JsonKind<"dueLine"> = { what: "The line", schema: "dueLine" };
const EXAMPLE = '{"start":"2025-03-17T10:00","amount":1,"unit":"working-day"}';

/** The term that a line of JSON asks to be counted. Throws `Trouble` without a file. */
export const dueLineIn = (text: string): DueLine => passedLine(jsonOfLine(text, EXAMPLE), DUE_LINE);
