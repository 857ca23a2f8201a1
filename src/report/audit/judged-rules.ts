import type { AuditSummary, JudgedRule } from "../../model/audit.ts";
import { word } from "../rule-words.ts";
import type { AuditWords } from "./words.ts";

/** One line of what rules judged: how many cases, which rule or how many of a kind, and why none. */
export interface JudgedLine {
  readonly cases: number;
  readonly what: string;
  readonly why: string | null;
}

/** Rules beside deadlines with the cases that they were held against; those of a kind and a number together. */
export const heldAgainst = (summary: AuditSummary, words: AuditWords): JudgedLine[] =>
  together(
    summary.judged.filter(({ kind, cases }) => kind !== "deadline" && cases > 0),
    words,
  );

/** Rules that judged no case, and why: deadlines one by one, others by kind. */
export const judgedNone = (summary: AuditSummary, words: AuditWords): JudgedLine[] =>
  together(
    summary.judged.filter(({ cases }) => cases === 0),
    words,
  );

function together(rules: readonly JudgedRule[], words: AuditWords): JudgedLine[] {
  const groups = new Map<string, JudgedRule[]>();
  for (const rule of rules) {
    const alone = rule.kind === "deadline" ? rule.rule : "";
    const key = JSON.stringify([rule.service, rule.version, rule.kind, rule.cases, rule.because, alone]);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const count = words.filled("rulesCount", { count: group.length });
    const what = group.length === 1 ? words.cite(first) : count;
    const lacking = (first.lacking ?? []).join(", ");
    const because = first.because === null ? null : words.label(first.because);
    const why = because === null || lacking === "" ? because : `${because}: ${lacking}`;
    return [{ cases: first.cases, what: `${word("kinds", first.kind, words.language)}, ${what}`, why }];
  });
}
