import { existsSync, readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isRisky } from "../../src/model/ledger.ts";
import { read, type Reading } from "../../src/reading.ts";
import type { Provision } from "../../src/structure/provision.ts";

/** What can be said of the reading of an act without gold. */
export interface Measured {
  readonly act: string;
  /** Tables of requirements, and those of them of which every row is told. */
  readonly tables: number;
  readonly wholeTables: number;
  readonly rows: number;
  /** Rows of which it is known what they are about, and those whose label, number and cell disagree. */
  readonly told: number;
  readonly doubtful: number;
  /** Unread places, and those of them that most likely hold a rule. */
  readonly unread: number;
  readonly risky: number;
}

const root = new URL("../../", import.meta.url);

/** Folders of texts; the last is there on some machines only. */
const FOLDERS = [
  new URL("corpus/", root),
  new URL("tests/fixtures/", root),
  new URL("../shared/texts/", root),
];

/** Every text at hand whose rules are read, as measured; one that stands in several folders counts once. */
export function measuredTexts(): readonly Measured[] {
  const seen = new Set<string>();
  return FOLDERS.filter((folder) => existsSync(folder))
    .flatMap(textsBelow)
    .flatMap((file) => {
      const reading = read(readFileSync(file), { file: relative(fileURLToPath(root), fileURLToPath(file)) });
      if (reading.findings.some(({ severity }) => severity === "error") || seen.has(reading.sha256)) return [];
      seen.add(reading.sha256);
      return [measured(reading)];
    });
}

const textsBelow = (folder: URL): readonly URL[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const at = new URL(encodeURIComponent(entry.name) + (entry.isDirectory() ? "/" : ""), folder);
      if (entry.isDirectory()) return textsBelow(at);
      return /\.(?:md|txt)$/u.test(entry.name) ? [at] : [];
    });

/** What a reading comes to. A row counts as one where the table shows what stands for its label. */
export function measured({ file, tree, ledger, findings }: Reading): Measured {
  const tables = requirementTables(tree).map(({ children = [] }) =>
    children.filter(({ type, rowLabel }) => type === "row" && rowLabel !== undefined),
  );
  const rows = tables.flat();
  const isTold = ({ topic }: Provision): boolean => topic !== undefined;
  const unread = ledger.filter(({ account }) => account === "unread");
  return {
    act: file,
    tables: tables.length,
    wholeTables: tables.filter((own) => own.every(isTold)).length,
    rows: rows.length,
    told: rows.filter(isTold).length,
    doubtful: findings.filter(({ code }) => code === "structure/row-signs-disagree").length,
    unread: unread.length,
    risky: unread.filter(isRisky).length,
  };
}

const requirementTables = (node: Provision): readonly Provision[] =>
  node.table === "requirements" ? [node] : (node.children ?? []).flatMap(requirementTables);

/** A line an act, and one for all. */
export function measuresText(all: readonly Measured[]): string {
  const sum = (of: (one: Measured) => number): number => all.reduce((total, one) => total + of(one), 0);
  const total: Measured = {
    act: `${all.length} texts`,
    tables: sum(({ tables }) => tables),
    wholeTables: sum(({ wholeTables }) => wholeTables),
    rows: sum(({ rows }) => rows),
    told: sum(({ told }) => told),
    doubtful: sum(({ doubtful }) => doubtful),
    unread: sum(({ unread }) => unread),
    risky: sum(({ risky }) => risky),
  };
  const line = (one: Measured): string =>
    [
      one.act.slice(-ACT).padEnd(ACT),
      `${one.wholeTables} of ${one.tables}`.padStart(20),
      `${one.told} of ${one.rows}`.padStart(12),
      String(one.doubtful).padStart(9),
      String(one.unread).padStart(7),
      String(one.risky).padStart(6),
    ].join(" ");
  const head = `${"without gold".padEnd(ACT)} ${"tables wholly told".padStart(20)} ${"rows told".padStart(12)}  disagree  unread  risky`;
  return [head, ...all.map(line), line(total)].join("\n");
}

/** Letters of an act's name that are shown: its end tells it. */
const ACT = 44;
