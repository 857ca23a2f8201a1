import type { Mapping } from "../log/mapping.ts";
import { Trouble } from "../model/trouble.ts";
import { readJson, type JsonKind } from "./read-json.ts";

const MAPPING: JsonKind<"mapping"> = {
  what: "A mapping",
  schema: "mapping",
  help: "audit LOG --suggest-map proposes one",
};

/** The mapping in a file. Throws `Trouble` that names the file, the field and what was expected. */
export const readMapping = (file: string): Mapping => usable(readJson(file, MAPPING), file);

/** A mapping that its schema has passed, where rows and times can be read by it as well; `file` names it. Throws `Trouble`. */
export function usable(mapping: Mapping, file: string): Mapping {
  const zoned = mapping.time?.formats?.find((format) => /%z/i.test(format));
  if (zoned !== undefined)
    throw new Trouble(`${JSON.stringify(zoned)} reads a zone itself`, {
      file,
      place: "/time/formats",
      wayOut: "Leave %z out: an offset after the time is read without it.",
    });
  shaped(mapping, file);
  return mapping;
}

/** Sees to it that one kind of row is described: an event, something that lasts, or a case. */
function shaped({ columns, moments, events, time }: Mapping, file: string): void {
  const of = (...names: (keyof Mapping["columns"])[]): boolean =>
    names.some((name) => columns[name] !== undefined);
  const isCase = moments !== undefined;
  const lasts = of("start", "end", "startClock", "endClock");
  const isEvent = of("time", "clock");
  if ([isCase, lasts, isEvent].filter(Boolean).length !== 1 || (isCase && of("activity", "lifecycle")))
    throw new Trouble("the mapping does not say of one kind what a row is", {
      file,
      place: "/columns",
      wayOut:
        "Name activity and time (a row is an event), activity, start and end (a row lasts), or moments (a row is a case).",
    });
  const missing = (
    isCase ? [] : lasts ? (["activity", "start", "end"] as const) : (["activity", "time"] as const)
  ).find((name) => columns[name] === undefined);
  if (missing !== undefined)
    throw new Trouble(`must have "${missing}"`, {
      file,
      place: "/columns",
      wayOut: "audit LOG --suggest-map proposes one",
    });
  if (events === undefined && !isCase)
    throw new Trouble('must have "events"', { file, wayOut: "audit LOG --suggest-map proposes one" });
  const empty = Object.entries(moments ?? {}).find(
    ([, moment]) => typeof moment !== "string" && moment.event === undefined && moment.activity === undefined,
  );
  if (empty !== undefined)
    throw new Trouble(`nothing says what happened at ${JSON.stringify(empty[0])}`, {
      file,
      place: "/moments",
      wayOut: "Name its event, or the column whose word says it (activity).",
    });
  if (time?.epoch !== undefined && (time.serial !== undefined || of("clock", "startClock", "endClock")))
    throw new Trouble(
      "times since 1970 are whole: they have no serial dates and no time of day beside them",
      {
        file,
        place: "/time/epoch",
        wayOut: "Keep one of them.",
      },
    );
}
