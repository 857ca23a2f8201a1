import { readFileSync } from "node:fs";
import type { Mapping } from "../log/mapping.ts";
import { Trouble } from "../model/trouble.ts";
import { faults } from "./validate.ts";

/** The mapping in a file. Throws `Trouble` that names the file, the field and what was expected. */
export function readMapping(file: string): Mapping {
  const value = parse(file);
  const [fault, ...more] = faults("mapping", value);
  if (fault !== undefined)
    throw new Trouble(fault.message, {
      file,
      place: fault.pointer === "" ? "the whole file" : fault.pointer,
      wayOut: `The format is described in schemas/mapping.schema.json; audit LOG --suggest-map proposes one.${more.length === 0 ? "" : ` There are ${more.length} more faults after this one.`}`,
    });
  const mapping = value as Mapping;
  const zoned = mapping.time?.formats?.find((format) => /%z/i.test(format));
  if (zoned !== undefined)
    throw new Trouble(`${JSON.stringify(zoned)} reads a zone itself`, {
      file,
      place: "/time/formats",
      wayOut: "Leave %z out: an offset after the time is read without it.",
    });
  return mapping;
}

function parse(file: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new Trouble("is not there or cannot be read", { file, wayOut: "Check the path of the mapping." });
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Trouble(`is no JSON: ${message}`, { file, wayOut: "A mapping is one JSON object in UTF-8." });
  }
}
