import { createHash } from "node:crypto";
import type { Outcome } from "../../model/finding.ts";
import { refused } from "../refused.ts";
import type { About, SourceText } from "../source-text.ts";
import { openPdf } from "./open-pdf.ts";

/**
 * Reads a PDF with a text layer. One without, that asks for a password, is damaged or costs too much gives an empty text
 * and one finding of severity `error`.
 */
export async function readPdf(bytes: Uint8Array, about: About): Promise<Outcome<SourceText>> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const opened = await openPdf(bytes, about.file);
  const read = "value" in opened ? opened : refused(about.file, opened.code, opened.details);
  return { value: { document: about.file, sha256, ...read.value }, findings: read.findings };
}
