import type { AuditSummary } from "../../model/audit.ts";
import type { AuditWords } from "./words.ts";

/** A line for each name of which several spellings were taken for it. */
export const spellingLines = ({ spellings }: AuditSummary, words: AuditWords): string[] =>
  spellings.map(({ column, name, written, rows }) =>
    words.filled(column === "case" ? "padded" : "spelled", {
      rows,
      written: written.map((each) => JSON.stringify(each)).join(", "),
      name: JSON.stringify(name),
    }),
  );
