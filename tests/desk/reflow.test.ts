import { readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActUnderReview } from "../../src/desk/act.ts";
import { openAct } from "../../src/desk/open-act.ts";
import type { Decision } from "../../src/review/decision.ts";
import { decisionFor } from "../../src/review/request.ts";
import { review } from "../../src/review/review.ts";

const FILE = "002_b0c7419236df1d07.txt";
const corpus = join(import.meta.dirname, "../../corpus");
const TELLER = { by: "test", at: "2026-11-20T10:00:00Z", version: "2024-11-27" };

let folder: string;
let act: ActUnderReview;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-reflow-"));
  act = await openAct(join(corpus, FILE), { folder });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The same paragraphs with their lines broken at another width; a paragraph begins with an indent or after an empty line. */
function reflow(text: string, width: number): string {
  const paragraphs = text.split(/\n(?=\s)/u);
  return paragraphs
    .map((paragraph) => {
      const indent = /^\s*/u.exec(paragraph)?.[0] ?? "";
      let line = indent;
      const lines: string[] = [];
      for (const word of paragraph.slice(indent.length).split(/[ \n]/u)) {
        if (line.length + word.length > width && line.trim() !== "") {
          lines.push(line);
          line = "";
        }
        line += `${word} `;
      }
      return [...lines, line].map((one) => one.replace(/ $/u, "")).join("\n");
    })
    .join("\n");
}

function everythingAccepted(number: number): Decision[] {
  const reading = act.services.find((one) => one.number === number)!.reading;
  const now = { review: review([], reading), reading, decisions: [] };
  return reading.candidates.map((one) => {
    const made = decisionFor({ action: "accept", rule: one.id }, now, TELLER);
    if ("refused" in made) throw new Error(made.refused);
    return made;
  });
}

for (const width of [60, 78, 120])
  test(`the act laid out ${width} letters wide keeps every decision, and none is lost or stale`, async () => {
    const path = join(folder, FILE);
    writeFileSync(path, reflow(readFileSync(join(corpus, FILE), "utf8"), width));
    const other = await openAct(path, { folder });
    for (const number of [1, 2, 3]) {
      const decisions = everythingAccepted(number);
      const now = review(decisions, other.services.find((one) => one.number === number)!.reading);
      expect(decisions.length).toBeGreaterThan(20);
      expect({ lost: now.lost, stale: now.stale, accepted: now.accepted.length }).toEqual({
        lost: [],
        stale: [],
        accepted: decisions.length,
      });
    }
  });

test("the same candidates and decisions give the same rules, and every quote stands where its spans say", () => {
  const decisions = everythingAccepted(1);
  const reading = act.services.find((one) => one.number === 1)!.reading;
  const { accepted } = review(decisions, reading);
  expect(review([...decisions].reverse(), reading).accepted).toEqual(accepted);
  expect(accepted.map((rule) => rule.source?.quote)).toEqual(
    [...reading.candidates]
      .sort((a, b) => a.source.spans[0]!.start - b.source.spans[0]!.start)
      .map((one) => one.source.quote),
  );
});
