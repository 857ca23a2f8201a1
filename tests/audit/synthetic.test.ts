import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { readRulebooks } from "../../src/files/read-rulebook.ts";
import { share } from "../size.ts";
import { auditOf } from "./run-on.ts";
import { linesOf, MADE_HEADER, madeCases, madeMapping, timesOf } from "./synthetic-log.ts";

const rules = join(import.meta.dirname, "../../rules");
const NOW = Date.parse("2026-11-01T00:00:00Z");

/** Rows that cannot be read, with the reason that each is refused for. */
const BROKEN = [
  [",submitted,2025-03-17T10:00:00Z,s,portal,p,,\n", "no-case"],
  ["x1,submitted,,s,portal,p,,\n", "no-time"],
  ["x2,submitted,2025-02-30T10:00:00Z,s,portal,p,,\n", "impossible-time"],
  ["x3,submitted,yesterday,s,portal,p,,\n", "impossible-time"],
  ["x4,,2025-03-17T10:00:00Z,s,portal,p,,\n", "no-activity"],
  ["x5,submitted\n", "malformed"],
  ['x6,"submitted,2025-03-17T10:00:00Z,s,portal,p,,\n', "malformed"],
] as const;

describe("logs made from a rulebook, with known outcomes", () => {
  for (const { book } of share(readRulebooks([rules]), 2, 4))
    it(`are told exactly: ${book.id} ${book.version ?? ""}, 1,000 cases`, async () => {
      const atWork = bookAtWork(book);
      const all = [...madeCases(atWork, { seed: 7, cases: 1000, ...timesOf(atWork), now: NOW })];
      const good = all.map((each) => linesOf(each, book.id));
      const doubled = good[0]!.split("\n")[0]! + "\n";
      const log =
        MADE_HEADER +
        good.slice(0, 500).join("") +
        BROKEN.map(([row]) => row).join("") +
        doubled +
        good.slice(500).join("");
      const { findings, summary } = await auditOf(log, madeMapping(atWork), [atWork], {
        now: new Date(NOW).toISOString(),
      });

      const found = new Map<string, string[]>();
      for (const finding of findings) {
        const reason = finding.reason ?? "";
        found.set(finding.case, [
          ...(found.get(finding.case) ?? []),
          `${finding.rule ?? ""}|${finding.outcome}|${reason}`,
        ]);
      }
      const wrong = all
        .map((each) => ({ id: each.id, truth: each.truth, found: (found.get(each.id) ?? []).sort(), each }))
        .filter((each) => each.truth.join() !== each.found.join());
      expect(wrong.slice(0, 2), `${wrong.length} wrong`).toEqual([]);

      const rows = good.join("").split("\n").length - 1;
      expect(summary.rows).toEqual({
        inFile: rows + BROKEN.length + 1,
        read: rows,
        refused: BROKEN.length + 1,
      });
      const reasons = Object.fromEntries(summary.refused.map(({ reason, rows: count }) => [reason, count]));
      expect(reasons).toEqual({
        malformed: 2,
        duplicate: 1,
        "impossible-time": 2,
        "no-activity": 1,
        "no-case": 1,
        "no-time": 1,
      });
      expect(Object.keys(summary.outcomes).length).toBeGreaterThan(2);
    });
});
