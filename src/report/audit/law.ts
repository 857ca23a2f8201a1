import type { AuditSummary } from "../../model/audit.ts";
import type { AuditWords } from "./words.ts";

/** What of the general law judged with the rulebooks, or that none did; and what was counted without a registration. */
export function lawLines({ law, lastHour }: AuditSummary, words: AuditWords): string[] {
  const counted = words
    .label("startedBySubmission")
    .replace("{count}", words.number(law.startedBySubmission));
  return [
    lawLine(law, words),
    ...(lastHour === null
      ? []
      : [words.label(lastHour === "closing" ? "lastHourClosing" : "lastHourMidnight")]),
    ...(law.startedBySubmission === 0 ? [] : [counted]),
  ];
}

const LABELS = { beneath: "lawBeneath", "left-out": "lawLeftOut", none: "lawNone" } as const;

/** What of the general law judged with rulebooks, or that none did. */
export const lawLine = ({ is, acts }: Pick<AuditSummary["law"], "is" | "acts">, words: AuditWords): string =>
  words.label(LABELS[is]).replace("{acts}", acts.join(", "));
