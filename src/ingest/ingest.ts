import { createHash } from "node:crypto";
import type { Outcome } from "../model/finding.ts";
import { withPlainSpaces } from "../model/hard-spaces.ts";
import { decode } from "./decode.ts";
import { isMarkdown } from "./is-markdown.ts";
import { markdownBlocks } from "./markdown.ts";
import { plainTextBlocks } from "./plain-text.ts";
import type { About, SourceText } from "./source-text.ts";

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
  const format = isMarkdown(plain) ? "markdown" : "text";
  const blocks = format === "markdown" ? markdownBlocks(plain) : plainTextBlocks(plain);
  return {
    value: { document: about.file, sha256, content, format, blocks },
    findings: refused ? [decoded] : [],
  };
}
