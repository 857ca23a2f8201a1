import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tarmaq } from "./tarmaq.ts";

const ACT = resolve(import.meta.dirname, "../../corpus/003_dbe8bee5fdfd350b.txt");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-dismiss-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Row = Readonly<Record<string, unknown>>;
const rows = (out: string): readonly Row[] =>
  out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);

/** What `review --list` and `extract` say of service 1 with the decisions of the folder. */
const listed = (): readonly Row[] =>
  rows(tarmaq("review", ACT, "--rules", folder, "--service", "1", "--list").stdout);
const unread = (): readonly Row[] =>
  rows(tarmaq("extract", ACT, "--rules", folder, "--unread", "--format", "jsonl").stdout).filter(
    ({ service }) => service === 1,
  );

const apply = (lines: readonly object[]): { status: number | null; stderr: string } => {
  const file = join(folder, "requests.jsonl");
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  return tarmaq("review", ACT, "--rules", folder, "--service", "1", "--apply", file, "--by", "A. Serik");
};

it("dismisses unread places from a file, all of them or none, and shows who said so and why", () => {
  const places = listed().filter(({ state }) => state === "unread");
  expect(places.length).toBeGreaterThan(2);
  expect(unread().map(({ quote }) => quote)).toEqual(places.map(({ quote }) => quote));

  const [first, second] = places;
  const why = "names the office only";
  const asked = [first, second].map((one) => ({
    action: "dismiss",
    path: one?.["path"],
    words: one?.["quote"],
    why,
  }));
  const refused = apply([
    ...asked,
    { action: "dismiss", path: first?.["path"], words: "no such words", why },
  ]);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("line 3")]);
  expect(apply([{ ...asked[0], why: undefined }]).stderr).toContain('"why"');
  expect(listed().filter(({ state }) => state === "dismissed")).toEqual([]);

  expect(apply(asked)).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/^2 decisions written/u) as string,
  });
  expect(apply(asked).stderr).toContain("0 decisions written");
  const dismissed = listed().filter(({ state }) => state === "dismissed");
  expect(dismissed.map(({ quote }) => quote)).toEqual([first?.["quote"], second?.["quote"]]);
  expect(dismissed[0]?.["said"]).toMatchObject([{ by: "A. Serik", why }]);

  const told = unread().filter((row) => row["dismissed"] !== null);
  expect(told.map(({ quote }) => quote)).toEqual([first?.["quote"], second?.["quote"]]);
  expect(told[0]?.["dismissed"]).toMatchObject([{ by: "A. Serik", why }]);
  for (const flag of ["--unread", "--ledger"]) {
    const { stdout } = tarmaq("extract", ACT, "--rules", folder, flag, "--lang", "en");
    expect(stdout).toMatch(
      /Looked at by people: 2\n[\s\S]*dismissed by: A\. Serik, \d{4}-\d\d-\d\d — names the office only/u,
    );
    expect(stdout).toContain("of them looked at by people: 2");
  }
});

it("every unread place of the corpus could be dismissed", () => {
  const all = listed().filter(({ state }) => state === "unread");
  const asked = all.map((one) => ({
    action: "dismiss",
    path: one["path"],
    words: one["quote"],
    why: "seen",
  }));
  expect(apply(asked).status).toBe(0);
  expect(listed().filter(({ state }) => state === "unread")).toEqual([]);
});
