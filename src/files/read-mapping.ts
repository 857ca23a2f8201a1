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

/** A mapping that its schema has passed, where times can be read by it as well; `file` names it. Throws `Trouble`. */
export function usable(mapping: Mapping, file: string): Mapping {
  const zoned = mapping.time?.formats?.find((format) => /%z/i.test(format));
  if (zoned !== undefined)
    throw new Trouble(`${JSON.stringify(zoned)} reads a zone itself`, {
      file,
      place: "/time/formats",
      wayOut: "Leave %z out: an offset after the time is read without it.",
    });
  return mapping;
}
