import { readFileSync } from "node:fs";
import type { ServiceRules, Version } from "../../src/diff/version.ts";
import type { Rule } from "../../src/model/rule.ts";

interface GoldRow {
  readonly file: string;
  readonly service: number;
  readonly kind: string;
  readonly lines: readonly [number, number];
  readonly quote: string;
  readonly clause: string;
}

const NOT_A_FIELD = [
  "file",
  "service",
  "lines",
  "quote",
  "clause",
  "debatable",
  "role",
  "note",
  "daysResolved",
];

/** What people read in an act (tests/gold), as one version: real rules, whatever the reader of texts can do today. */
export function goldVersion(stem: string): Version {
  const text = readFileSync(new URL(`../gold/${stem}.jsonl`, import.meta.url), "utf8");
  const rows = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldRow);
  const services = new Map<number, Rule[]>();
  for (const [index, row] of rows.entries()) {
    const rules = services.get(row.service) ?? [];
    services.set(row.service, rules);
    rules.push(ruleOf(row, index));
  }
  return {
    name: stem,
    of: "candidates",
    services: [...services].map(([key, rules]): ServiceRules => ({
      key: `${key}`,
      name: `${stem} ${key}`,
      rules,
    })),
  };
}

function ruleOf(row: GoldRow, index: number): Rule {
  const fields = Object.fromEntries(
    Object.entries(row).filter(([key, value]) => !NOT_A_FIELD.includes(key) && value !== null),
  );
  return {
    ...fields,
    id: `${row.file}/${index}`,
    path: row.clause.split(/,\s*/u).join("/"),
    cite: row.clause,
    source: {
      file: `${row.file}.txt`,
      sha256: "0".repeat(64),
      spans: [{ start: index * 1000, end: index * 1000 + row.quote.length }],
      lines: row.lines,
      quote: row.quote,
    },
  } as unknown as Rule;
}

export const GOLD = [
  "000_a653e2419e84acd7",
  "001_d712d3f1c4521fe5",
  "002_b0c7419236df1d07",
  "003_dbe8bee5fdfd350b",
  "004_82c2e7e009269d65",
] as const;
