import { createHash } from "node:crypto";
import type { Outcome } from "../model/finding.ts";
import { withPlainSpaces } from "../model/hard-spaces.ts";
import { decode } from "./decode.ts";
import { FORMATS } from "./formats.ts";
import type { About, SourceText } from "./source-text.ts";
import type { TextFormat } from "./text-format.ts";

/**
 * Bytes to text with offsets. What is no text (empty, binary, UTF-16, not UTF-8) gives an empty text and one finding of
 * severity `error`.
 */
export function ingest(bytes: Uint8Array, about: About): Outcome<SourceText> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const decoded = decode(bytes, about.file);
  const refused = typeof decoded !== "string";
  const content = refused ? "" : decoded;
  const plain = withPlainSpaces(content);
  const { id, blocks } = formatOf(plain);
  return {
    value: { document: about.file, sha256, content, format: id, blocks: blocks(plain) },
    findings: refused ? [decoded] : [],
  };
}

function formatOf(content: string): TextFormat {
  const format = FORMATS.find(({ tells }) => tells(content));
  if (format === undefined) throw new RangeError("a text is in no format, not even a plain one");
  return format;
}
