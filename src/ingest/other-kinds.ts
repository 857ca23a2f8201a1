import { kindOfBytes, type KindOfBytes } from "./kind-of-bytes.ts";
import { refused } from "./refused.ts";
import type { FileFormat } from "./text-format.ts";

/** Kinds that hold a text and are opened elsewhere: by what takes time, or by another program. */
const ELSEWHERE: Partial<Record<KindOfBytes, string>> = {
  pdf: "ingest/pdf",
  odt: "ingest/needs-office",
  rtf: "ingest/needs-office",
  doc: "ingest/needs-office",
  locked: "ingest/locked",
};

/** Files of kinds that are known and not read: refused by name, so that the way out fits. */
export const otherKinds: FileFormat = {
  tells: (bytes) => kindOfBytes(bytes) !== "other",
  read: (bytes, { file }) => {
    const kind = kindOfBytes(bytes);
    return refused(file, ELSEWHERE[kind] ?? "ingest/no-text", { kind });
  },
};
