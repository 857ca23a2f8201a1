import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { faults } from "../../src/files/validate.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { bookAtWork } from "../../src/library/books-at-work.ts";
import { auditOf } from "./run-on.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-by-hand-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const WORDS = "entro novanta giorni dall'accertamento";
const fines = (more: object): object => ({
  id: "road-fines",
  zone: "Europe/Rome",
  rules: [
    {
      kind: "deadline",
      amount: 90,
      unit: "calendar-day",
      fromEvent: "submitted",
      toEvent: "step:sent",
      cite: "Codice della strada, art. 201(1)",
      ...more,
    },
  ],
});

describe("a rulebook written by hand", () => {
  for (const [way, more] of [
    ["as the rule's quote", { quote: WORDS }],
    ["as a source without file and hash", { source: { quote: WORDS } }],
  ] as const)
    it(`may quote its rules ${way}; findings and reports say that nobody has held them against a text`, async () => {
      const file = join(folder, "rules.json");
      writeFileSync(file, JSON.stringify(fines(more)));
      const { findings } = await auditOf(
        "case,activity,time\n1,Create Fine,2006-07-24\n1,Send Fine,2006-12-05\n",
        {
          columns: { case: "case", activity: "activity", time: "time" },
          events: { "Create Fine": "submitted", "Send Fine": "step:sent" },
        },
        [bookAtWork(readRulebook(file))],
      );
      // 24 July and 90 days are 22 October 2006.
      expect(findings).toMatchObject([
        { outcome: "late", cite: "Codice della strada, art. 201(1)", quote: { words: WORDS, by: "hand" } },
      ]);
      for (const finding of findings) expect(faults("audit-finding", finding)).toEqual([]);
    });

  it("whose source names a file says all of it", () => {
    const file = join(folder, "half.json");
    writeFileSync(file, JSON.stringify(fines({ source: { quote: WORDS, file: "act.txt" } })));
    expect(() => readRulebook(file)).toThrow();
  });
});
