import type { AuditSummary } from "../../model/audit.ts";
import type { AuditWords } from "./words.ts";

/** What of the general law judged with the rulebooks, or that none did; and what was counted without a registration. */
export function lawLines({ law }: AuditSummary, words: AuditWords): string[] {
  const acts = law.acts.join(", ");
  const of = { beneath: "lawBeneath", "left-out": "lawLeftOut", none: "lawNone" } as const;
  const counted = words
    .label("startedBySubmission")
    .replace("{count}", words.number(law.startedBySubmission));
  return [
    words.label(of[law.is]).replace("{acts}", acts),
    ...(law.startedBySubmission === 0 ? [] : [counted]),
  ];
}
