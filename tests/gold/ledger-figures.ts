/**
 * `npm run score:ledger -- [GOLD.jsonl TEXT …]`: what the ledger says of the places of gold rules, for all
 * gold at hand or for pairs of gold and text. Also what it would say if the rules of a kind had not been read, which is how an act
 * never seen may look.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { extract } from "../../src/extract/extract.ts";
import { account } from "../../src/ledger/account.ts";
import { RISKS, sharesOf } from "../../src/model/ledger.ts";
import { KINDS } from "../../src/model/rule.ts";
import type { Reading } from "../../src/reading.ts";
import { entriesAt, isCalledPlain, isUnread } from "./ledger-places.ts";
import { scoredFile, scoredFiles, type ScoredFile } from "./read-gold.ts";
import type { Row } from "./scoring.ts";

interface Counts {
  gold: number;
  missed: number;
  missedUnread: number;
  plain: number;
}

const all: Counts = { gold: 0, missed: 0, missedUnread: 0, plain: 0 };
const without = new Map(KINDS.map((kind) => [kind, { gold: 0, unread: 0, plain: 0 }]));

const named = process.argv.slice(2).map((path) => pathToFileURL(resolve(path)));
const files =
  named.length > 0
    ? named.flatMap((gold, at) => (at % 2 === 0 && named[at + 1] ? [scoredFile(gold, named[at + 1]!)] : []))
    : [...scoredFiles("corpus"), ...scoredFiles("acts")];

console.log("act                  gold missed  unread plain | leaves  rule plain unread | risky  highest high some low");
for (const file of files) one(file);
console.log(
  `\nof ${all.missed} gold rules missed, ${all.missedUnread} stand where the ledger says unread` +
    ` (${share(all.missedUnread, all.missed)}); leaves called plain that hold a gold rule: ${all.plain} of ${all.gold}`,
);
console.log("\nif no rule of the kind had been read: gold, unread, called plain");
for (const [kind, { gold, unread, plain }] of without)
  console.log(`${kind.padEnd(12)} ${pad(gold)} ${pad(unread)} ${share(unread, gold)} ${pad(plain)}`);

function one({ stem, gold, score: { missed }, reading }: ScoredFile): void {
  const missedUnread = missed.filter((row) => isUnread(entriesAt(row, reading.ledger, reading.content))).length;
  const plain = gold.filter((row) => isCalledPlain(entriesAt(row, reading.ledger, reading.content))).length;
  all.gold += gold.length;
  all.missed += missed.length;
  all.missedUnread += missedUnread;
  all.plain += plain;
  withoutEachKind(gold, reading);
  const shares = sharesOf(reading.ledger);
  const leaves = shares.rule.leaves + shares.plain.leaves + shares.unread.leaves;
  const risks = RISKS.map((risk) => reading.ledger.filter((entry) => entry.risk === risk).length);
  console.log(
    `${stem.slice(0, 20).padEnd(20)} ${pad(gold.length)} ${pad(missed.length)} ${pad(missedUnread)} ${pad(plain)}` +
      `  | ${pad(leaves)}  ${(["rule", "plain", "unread"] as const).map((what) => share(shares[what].leaves, leaves)).join("  ")}` +
      `  | ${pad((risks[0] ?? 0) + (risks[1] ?? 0))}   ${risks.map(pad).join(" ")}`,
  );
}

function withoutEachKind(gold: readonly Row[], reading: Reading): void {
  const { tree, content, language } = reading;
  if (language?.grammar === undefined) return;
  const { statements } = extract(tree, { document: "", sha256: "", content }, language.grammar);
  for (const [kind, counts] of without) {
    const own = gold.filter((row) => row.kind === kind);
    const less = statements.map((one) => ({ ...one, rules: one.rules.filter((rule) => rule.kind !== kind) }));
    const ledger = account(tree, less, content);
    counts.gold += own.length;
    counts.unread += own.filter((row) => isUnread(entriesAt(row, ledger, content))).length;
    counts.plain += own.filter((row) => isCalledPlain(entriesAt(row, ledger, content))).length;
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? "   –" : (part / whole).toFixed(2);
}

function pad(count: number): string {
  return String(count).padStart(5);
}
