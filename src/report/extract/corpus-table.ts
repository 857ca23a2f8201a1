import { KINDS, type Kind } from "../../model/rule.ts";

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

const HEADS: Readonly<Record<Kind, string>> = {
  deadline: "deadl.",
  hours: "hours",
  cutoff: "cutoff",
  rollover: "rollov.",
  document: "docum.",
  eligibility: "eligib.",
  refusal: "refus.",
  fee: "fee",
  channel: "chann.",
  form: "form",
};

/** One line an act, a line of sums, and the number of services last. */
export function corpusTable(acts: readonly ActRead[]): string {
  const rows = [...acts.map(cells), cells(sumOf(acts))];
  const heads = [
    "act",
    "services",
    "clauses",
    "repairs",
    ...KINDS.map((kind) => HEADS[kind]),
    "unread",
    "risky",
    "ms",
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
  return `${body.join("\n")}\n${sumOf(acts).services} services\n`;
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

function sumOf(acts: readonly ActRead[]): ActRead {
  const sum = (of: (act: ActRead) => number): number => acts.reduce((total, act) => total + of(act), 0);
  return {
    act: "all",
    services: sum((act) => act.services),
    clauses: sum((act) => act.clauses),
    repairs: sum((act) => act.repairs),
    candidates: Object.fromEntries(KINDS.map((kind) => [kind, sum((act) => act.candidates[kind] ?? 0)])),
    unread: sum((act) => act.unread),
    risky: sum((act) => act.risky),
    milliseconds: sum((act) => act.milliseconds),
  };
}
