import type { Language } from "../../model/language.ts";
import { KINDS, type Kind } from "../../model/rule.ts";
import { counted } from "../amounts.ts";
import { word } from "../rule-words.ts";
import WORDS from "./corpus-table-words.json" with { type: "json" };

/** What the reading of one act came to. */
export interface ActRead {
  readonly act: string;
  readonly services: number;
  readonly clauses: number;
  readonly repairs: number;
  readonly candidates: Readonly<Partial<Record<Kind, number>>>;
  /** Places that were not read, and those of them that most likely hold a rule. */
  readonly unread: number;
  readonly risky: number;
  readonly milliseconds: number;
}

/** One line an act and a line of sums; below, the number of services, and which kind of rule each numbered column is. */
export function corpusTable(acts: readonly ActRead[], lang: Language): string {
  const sum = sumOf(acts, WORDS.all[lang]);
  const rows = [...acts.map(cells), cells(sum)];
  const heads = [
    WORDS.act[lang],
    WORDS.services[lang],
    WORDS.clauses[lang],
    WORDS.repairs[lang],
    ...KINDS.map((_, index) => String(index + 1)),
    WORDS.unread[lang],
    WORDS.risky[lang],
    WORDS.milliseconds[lang],
  ];
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  const rule = "─".repeat(line(heads).length);
  const body = [line(heads), rule, ...rows.slice(0, -1).map(line), rule, ...rows.slice(-1).map(line)];
  const kinds = KINDS.map((kind, index) => `${index + 1} ${word("kinds", kind, lang)}`).join(", ");
  return `${body.join("\n")}\n${counted("service", sum.services, lang)}; ${kinds}\n`;
}

const cells = (act: ActRead): string[] =>
  [
    act.act,
    act.services,
    act.clauses,
    act.repairs,
    ...KINDS.map((kind) => act.candidates[kind] ?? 0),
    act.unread,
    act.risky,
    Math.round(act.milliseconds),
  ].map(String);

function sumOf(acts: readonly ActRead[], name: string): ActRead {
  const sum = (of: (act: ActRead) => number): number => acts.reduce((total, act) => total + of(act), 0);
  return {
    act: name,
    services: sum((act) => act.services),
    clauses: sum((act) => act.clauses),
    repairs: sum((act) => act.repairs),
    candidates: Object.fromEntries(KINDS.map((kind) => [kind, sum((act) => act.candidates[kind] ?? 0)])),
    unread: sum((act) => act.unread),
    risky: sum((act) => act.risky),
    milliseconds: sum((act) => act.milliseconds),
  };
}
