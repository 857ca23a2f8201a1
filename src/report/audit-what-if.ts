import type { AuditOutcome, WhatIf } from "../model/audit.ts";
import type { Language } from "../model/verdict.ts";
import { AuditWords } from "./audit-words.ts";

/** What a change in counting does to outcomes, in words. */
export function whatIfText(change: string, told: WhatIf, language: Language): string {
  const words = new AuditWords(language);
  const total = told.flips.reduce((sum, { findings }) => sum + findings, 0);
  const arrow = (from: AuditOutcome, to: AuditOutcome): string =>
    `${words.outcome(from)} → ${words.outcome(to)}`;
  return [
    `${words.label("whatIf")} ${change}: ${words.number(total)} / ${words.number(told.deadlines)}`,
    ...told.flips.map(
      ({ from, to, findings }) => `  ${words.number(findings).padStart(7)}  ${arrow(from, to)}`,
    ),
    ...told.cases
      .slice(0, 20)
      .map((each) => `           ${each.case}  ${arrow(each.from, each.to)}  ${each.rule}`),
    ...(total > 20 ? ["           …"] : []),
    "",
  ].join("\n");
}
