import type { Outcome } from "../model/finding.ts";
import { ingest } from "./ingest.ts";
import { kindOfBytes, type KindOfBytes } from "./kind-of-bytes.ts";
import { lettersLost } from "./letters-lost.ts";
import type { About, SourceText } from "./source-text.ts";
import { tableLost } from "./table-lost.ts";

/** Has a file of a word processor (its ending says of which) turned into a DOCX, or says why not. */
export type Office = (bytes: Uint8Array, ending: string) => Promise<Uint8Array | "not-installed" | "failed">;

/** As `ingest`, also of what cannot be read at once: a PDF, and, where an office program is at hand, what only that can open. */
export async function receive(
  bytes: Uint8Array,
  about: About,
  office: Office = () => Promise.resolve("not-installed"),
): Promise<Outcome<SourceText>> {
  const kind = kindOfBytes(bytes);
  if (OF_OFFICE.has(kind)) return await throughOffice(bytes, kind, about, office);
  if (kind !== "pdf") return ingest(bytes, about);
  const { value, findings } = await (await import("./pdf/pdf.ts")).readPdf(bytes, about);
  return { value, findings: [...findings, ...lettersLost(value.content, about.file)] };
}

const OF_OFFICE: ReadonlySet<KindOfBytes> = new Set(["odt", "rtf", "doc"]);

async function throughOffice(
  bytes: Uint8Array,
  kind: KindOfBytes,
  about: About,
  office: Office,
): Promise<Outcome<SourceText>> {
  const made = await office(bytes, kind);
  const untouched = ingest(bytes, about);
  if (made === "not-installed") return untouched;
  const where = { in: "file", file: about.file } as const;
  if (made === "failed" || kindOfBytes(made) !== "docx") {
    const fault = { code: "ingest/office-failed", severity: "error", where, details: { kind } } as const;
    return { value: untouched.value, findings: [fault] };
  }
  const { value, findings } = ingest(made, about);
  const told = { code: "ingest/converted", severity: "note", where, details: { kind } } as const;
  const lost = kind === "doc" ? tableLost(bytes, value.content, about.file) : [];
  return { value: { ...value, sha256: untouched.value.sha256 }, findings: [told, ...lost, ...findings] };
}
