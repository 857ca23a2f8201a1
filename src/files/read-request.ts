import type { Request } from "../check/request.ts";
import { readJson, type JsonKind } from "./read-json.ts";

const REQUEST: JsonKind<"request"> = {
  what: "A request",
  schema: "request",
  limit: { megabytes: 1, wayOut: "A request is one JSON object." },
  placeOf: (pointer) => (pointer === "" ? "the whole request" : pointer),
  helpAt: wayOutOf,
  help: "`tarmaq form SERVICE` gives it for one service",
};

/** The request in a file. Throws `Trouble` with the file, the field and what was expected. */
export const readRequest = (file: string): Request => readJson(file, REQUEST);

/** How times and days are written, where one of them is wrong. */
function wayOutOf(pointer: string): string {
  if (/^\/submitted$|\/at$/.test(pointer))
    return "A time is written as 2025-03-17T10:00 or 2025-03-17T10:00+05:00. ";
  return pointer.endsWith("/validUntil") ? "A day is written as 2025-03-17. " : "";
}
