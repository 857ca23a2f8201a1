/**
 * Audits a made-up log of a million cases whose truth is known, and says whether every finding is right. Run by hand:
 * `npx tsx tests/audit/million.ts [cases] [rulebook.json]`; the suite does the same with a thousand cases a rulebook.
 */
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf } from "../../src/log/text-hash.ts";
import { runAudit } from "../../src/audit/audit.ts";
import { sql } from "../../src/engine/sql.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { logFiles } from "../../src/files/log-file.ts";
import { FORMATS } from "../../src/log/formats.ts";
import { logSource } from "../../src/log/read-log.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { linesOf, MADE_HEADER, madeCases, madeMapping, timesOf } from "./synthetic-log.ts";

const cases = Number(process.argv[2] ?? 1_000_000);
const book = bookAtWork(
  readRulebook(process.argv[3] ?? join(import.meta.dirname, "../../rules/kz-mz-2024-99/1/2024-11-27.json")),
);
const now = Date.parse("2026-11-01T00:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "tarmaq-million-"));
const file = join(folder, "log.csv");
const truth = new Map<string, number>();

const log = createWriteStream(file);
log.write(MADE_HEADER);
let rows = 0;
let expected = 0;
for (const each of madeCases(book, { seed: 2026, cases, ...timesOf(book), now })) {
  truth.set(each.id, hashOf(each.truth.join()));
  rows += each.events.length;
  expected += each.truth.length;
  if (!log.write(linesOf(each, book.book.id))) await once(log, "drain");
}
log.end();
await once(log, "close");
process.stdout.write(`${cases} cases, ${rows} rows, ${expected} findings expected\n`);

const begun = performance.now();
const mapping = madeMapping(book);
const audit = await runAudit(
  { books: [book], mapping, now },
  logSource(logFiles([file], FORMATS, folder), mapping),
  {
    memory: "2GB",
    threads: 2,
    folder,
  },
);
process.stdout.write(
  `audited in ${Math.round(performance.now() - begun)} ms, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`,
);

let wrong = 0;
let seen = 0;
let found: string[] = [];
let current: string | undefined;
const settle = (): void => {
  if (current === undefined) return;
  if (truth.get(current) !== hashOf(found.sort().join())) wrong += 1;
  truth.delete(current);
  found = [];
};
const findings = sql`select case_id, rule_no, outcome, reason from finding order by case_id`;
for await (const part of audit.database.stream<{
  case_id: string;
  rule_no: number | null;
  outcome: string;
  reason: string | null;
}>(findings))
  for (const row of part) {
    if (row.case_id !== current) settle();
    current = row.case_id;
    seen += 1;
    const rule = row.rule_no === null ? "" : audit.plan.terms.rules[row.rule_no]?.rule.id;
    found.push(`${rule ?? ""}|${row.outcome}|${row.reason ?? ""}`);
  }
settle();
const silent = hashOf("");
for (const hash of truth.values()) if (hash !== silent) wrong += 1;
const { summary } = audit;
audit.database.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${seen} findings; ${wrong} cases wrong; rows read ${summary.rows.read} of ${rows}, refused ${summary.rows.refused}\n`,
);
process.exitCode = wrong === 0 && seen === expected ? 0 : 1;
