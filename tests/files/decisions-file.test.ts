import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appendDecisions, readDecisions } from "../../src/files/decisions-file.ts";
import type { Decision } from "../../src/review/decision.ts";
import { ask, readingOf } from "../review/regulation.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-decisions-"));
  file = join(folder, "a/1/decisions.jsonl");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const reading = readingOf([
  {
    path: "clause-1",
    words: "Қызмет 1 (бір) күн ішінде көрсетіледі.",
    rules: [{ kind: "deadline", subject: "service", amount: 1, unit: "day" }],
  },
]);
const ID = "kz-x-1/1/deadline/clause-1";
const accepted = (by: string): Decision => ask([], reading, { action: "accept", rule: ID }, by)[0]!;

test("a file that is not there holds no decision", async () => {
  expect(await readDecisions(file)).toEqual({ decisions: [], torn: [] });
});

test("what was appended is read again, in the order in which it was", async () => {
  const [one, two, three] = [accepted("A"), accepted("B"), accepted("C")];
  await appendDecisions(file, [one, two]);
  await appendDecisions(file, [three]);
  expect((await readDecisions(file)).decisions).toEqual([one, two, three]);
});

test("half a line that a killed process left is told, stays, and harms neither what is before nor what comes after", async () => {
  const [one, two] = [accepted("A"), accepted("B")];
  await appendDecisions(file, [one]);
  appendFileSync(file, JSON.stringify(two).slice(0, 100));
  expect(await readDecisions(file)).toEqual({ decisions: [one], torn: [2] });
  await appendDecisions(file, [two]);
  expect(await readDecisions(file)).toEqual({ decisions: [one, two], torn: [2] });
  expect(readFileSync(file, "utf8").split("\n")).toHaveLength(4);
});

test("a line changed by hand is refused by number", async () => {
  await appendDecisions(file, [accepted("A"), accepted("B")]);
  writeFileSync(file, readFileSync(file, "utf8").replace('"by":"B"', '"by":"X"'));
  await expect(readDecisions(file)).rejects.toMatchObject({ at: { file, place: "line 2" } });
});

test.each([
  [
    "a name twice, whichever of its values is the one that was signed",
    '"by":"B"',
    '"by":"X","by":"B"',
    'has "by" twice',
  ],
  ["bytes that are no text", '"by":"B"', '"by":"\xff"', "is no text in UTF-8"],
])(
  "a whole line that has %s is refused by number: nobody takes it for half of one",
  async (_, from, to, why) => {
    await appendDecisions(file, [accepted("A"), accepted("B"), accepted("C")]);
    writeFileSync(file, readFileSync(file, "latin1").replace(from, to), "latin1");
    await expect(readDecisions(file)).rejects.toMatchObject({ message: why, at: { file, place: "line 2" } });
  },
);

test("half a line may end within a letter", async () => {
  const [one, two] = [accepted("A"), accepted("Әсел")];
  await appendDecisions(file, [one]);
  const line = Buffer.from(JSON.stringify(two));
  appendFileSync(file, line.subarray(0, line.indexOf("Ә") + 1));
  expect(await readDecisions(file)).toEqual({ decisions: [one], torn: [2] });
});

test("appends of many at once are all there", async () => {
  const all = Array.from({ length: 40 }, (_, index) => accepted(`reviewer ${index}`));
  await Promise.all(all.map((one) => appendDecisions(file, [one])));
  const { decisions, torn } = await readDecisions(file);
  expect(torn).toEqual([]);
  expect(new Set(decisions.map((one) => one.id))).toEqual(new Set(all.map((one) => one.id)));
});
