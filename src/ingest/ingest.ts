import { createHash } from "node:crypto";
import type { Outcome } from "../model/finding.ts";
import { FORMATS } from "./formats.ts";
import { lettersLost } from "./letters-lost.ts";
import type { About, SourceText } from "./source-text.ts";
import type { FileFormat } from "./text-format.ts";

/**
 * Bytes to text with offsets. What is no text (empty, binary, of a kind that is not read) gives an empty text and one
 * finding of severity `error`.
 */
export function ingest(bytes: Uint8Array, about: About): Outcome<SourceText> {
  const { value, findings } = formatOf(bytes).read(bytes, about);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    value: { document: about.file, sha256, ...value },
    findings: [...findings, ...lettersLost(value.content, about.file)],
  };
}

function formatOf(bytes: Uint8Array): FileFormat {
  const format = FORMATS.find(({ tells }) => tells(bytes));
  if (format === undefined) throw new RangeError("a file is in no format, not even one of letters");
  return format;
}
