import type { Outcome } from "../model/finding.ts";
import { ingest } from "./ingest.ts";
import { kindOfBytes } from "./kind-of-bytes.ts";
import { lettersLost } from "./letters-lost.ts";
import type { About, SourceText } from "./source-text.ts";

/** As `ingest`, also of what cannot be read at once. */
export async function receive(bytes: Uint8Array, about: About): Promise<Outcome<SourceText>> {
  if (kindOfBytes(bytes) !== "pdf") return ingest(bytes, about);
  const { value, findings } = await (await import("./pdf/pdf.ts")).readPdf(bytes, about);
  return { value, findings: [...findings, ...lettersLost(value.content, about.file)] };
}
