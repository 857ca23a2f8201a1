import type { Finding, Outcome } from "../../model/finding.ts";
import { kindOfBytes } from "../kind-of-bytes.ts";
import { refused } from "../refused.ts";
import { richText } from "../rich-text.ts";
import type { FileFormat, TextRead } from "../text-format.ts";
import type { About } from "../source-text.ts";
import { Damaged } from "./damaged.ts";
import { readDocument } from "./document-reader.ts";
import { partsOf, type Parts } from "./package-parts.ts";
import { childrenOf, type Xml } from "./xml.ts";
import { Archive } from "./zip.ts";

/** A document of Word, or of what writes its files (ECMA-376). */
export const docx: FileFormat = {
  tells: (bytes) => kindOfBytes(bytes) === "docx",
  read: (bytes, about) => {
    try {
      return documentOf(partsOf(new Archive(bytes)), about);
    } catch (error) {
      if (error instanceof Damaged) return refused(about.file, error.code, error.details);
      throw error;
    }
  },
};

const EXAMPLE = 80;

function documentOf(parts: Parts, { file, changes = "accepted" }: About): Outcome<TextRead> {
  const { items, hidden } = readDocument(parts, changes);
  const text = richText(items);
  if (text.content.trim() === "") return refused(file, "ingest/empty");
  const told = (code: string, severity: "note" | "warning", details: Finding["details"]): Finding => ({
    code,
    severity,
    where: { in: "file", file },
    ...(details && { details }),
  });
  const { insertions, deletions } = changesIn(parts.document);
  const letters = hidden.reduce((sum, words) => sum + words.length, 0);
  return {
    value: { ...text, format: "docx" },
    findings: [
      ...(insertions + deletions === 0
        ? []
        : [told("ingest/tracked-changes", "note", { insertions, deletions, read: changes })]),
      ...(letters === 0
        ? []
        : [
            told("ingest/hidden-text", "warning", {
              letters,
              words: hidden[0]?.trim().slice(0, EXAMPLE) ?? "",
            }),
          ]),
    ],
  };
}

/** How many stretches tracked changes have put in and taken out. */
function changesIn(document: Xml): { readonly insertions: number; readonly deletions: number } {
  const count = { insertions: 0, deletions: 0 };
  const open = [document];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.name === "ins" || next.name === "moveTo") count.insertions += 1;
    if (next.name === "del" || next.name === "moveFrom") count.deletions += 1;
    for (const one of childrenOf(next)) open.push(one);
  }
  return count;
}
