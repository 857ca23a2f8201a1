import type { Outcome } from "../model/finding.ts";
import { ingest } from "./ingest.ts";
import { kindOfBytes } from "./kind-of-bytes.ts";
import type { About, SourceText } from "./source-text.ts";

/** As `ingest`, also of what cannot be read at once. */
export async function receive(bytes: Uint8Array, about: About): Promise<Outcome<SourceText>> {
  if (kindOfBytes(bytes) === "pdf") return await (await import("./pdf/pdf.ts")).readPdf(bytes, about);
  return ingest(bytes, about);
}
