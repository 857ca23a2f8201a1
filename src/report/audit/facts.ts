import type { AuditSummary } from "../../model/audit.ts";
import type { AuditWords } from "./words.ts";

/** By which columns the log told whose term is whose, and what of them could not be read; a line a fact. */
export const factLines = (
  { facts = [], factsLacking = [], factsUnused = [] }: AuditSummary,
  words: AuditWords,
): string[] => [
  ...facts.map(({ fact, labels, column, rows, unread }) => {
    const name = labels === undefined ? fact : `${labels[words.language]} (${fact})`;
    const told = words.filled("factTold", { column, rows });
    const odd = unread.map(({ written, rows: count }) => `«${written}» (${words.number(count)})`).join("; ");
    return `${name}: ${told}${odd === "" ? "" : `; ${words.label("factUnread")}: ${odd}`}`;
  }),
  ...factsLacking.map((fact) => `${fact}: ${words.label("factLacking")}`),
  ...factsUnused.map((fact) => `${fact}: ${words.label("factUnused")}`),
];
