import type { Finding } from "../../model/finding.ts";
import type { Language } from "../../model/language.ts";
import { citation } from "../citation.ts";
import WORDS from "./row-doubt-words.json" with { type: "json" };

/** What a finding `structure/row-signs-disagree` says of a row. */
interface RowDoubt {
  readonly cite: string;
  readonly readAs: Topic | null;
  readonly label?: Topic;
  readonly cell?: readonly Topic[];
  readonly number?: string;
  readonly due?: number;
}
type Topic = keyof typeof WORDS.topics;

/**
 * Rows of a table of requirements whose label, number and cell do not say the same, a line each with its citation: what
 * each sign says, and as what the row was read. Empty where there is none among the findings of a reading.
 */
export function rowDoubtsText(findings: readonly Finding[], lang: Language): string {
  const doubts = findings
    .filter(({ code }) => code === "structure/row-signs-disagree")
    .map(({ details }) => details as unknown as RowDoubt);
  if (doubts.length === 0) return "";
  const lines = doubts.map(
    (doubt) => `  • ${citation(doubt.cite, lang)}: ${signsOf(doubt, lang).join("; ")}`,
  );
  return `${WORDS.head[lang]}: ${doubts.length}\n${lines.join("\n")}\n`;
}

function signsOf({ readAs, label, cell, number, due }: RowDoubt, lang: Language): string[] {
  const topic = (one: Topic): string => `«${WORDS.topics[one][lang]}»`;
  return [
    ...(label === undefined ? [] : [`${WORDS.label[lang]} ${topic(label)}`]),
    ...(cell === undefined ? [] : [`${WORDS.cell[lang]} ${cell.map(topic).join(", ")}`]),
    ...(number === undefined
      ? []
      : [WORDS.number[lang].replace("{number}", number).replace("{due}", String(due))]),
    readAs === null ? WORDS.nothing[lang] : `${WORDS.readAs[lang]} ${topic(readAs)}`,
  ];
}
