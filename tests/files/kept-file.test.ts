import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { asItIs, begun, keptFile } from "../../src/files/kept-file.ts";

const all = mkdtempSync(join(tmpdir(), "tarmaq-kept-"));
afterAll(() => {
  rmSync(all, { recursive: true, force: true });
});

let folder: string;
let begins: string;
beforeEach(() => {
  const at = mkdtempSync(join(all, "at-"));
  folder = join(at, "own");
  begins = join(at, "brought");
  mkdirSync(join(begins, "a"), { recursive: true });
  writeFileSync(join(begins, "a/decisions.jsonl"), "brought\n");
});

it("is read where it begins until it is written to", async () => {
  const kept = keptFile({ folder, begins }, "a", "decisions.jsonl");
  expect(asItIs(kept)).toBe(join(begins, "a/decisions.jsonl"));
  await begun(kept);
  expect(asItIs(kept)).toBe(join(folder, "a/decisions.jsonl"));
  expect(readFileSync(kept.file, "utf8")).toBe("brought\n");
  expect(readdirSync(join(folder, "a"))).toEqual(["decisions.jsonl"]);
});

it("can be written to where its beginning cannot", async () => {
  chmodSync(join(begins, "a/decisions.jsonl"), 0o444);
  const kept = keptFile({ folder, begins }, "a", "decisions.jsonl");
  await begun(kept);
  writeFileSync(kept.file, "own\n", { flag: "a" });
  expect(readFileSync(kept.file, "utf8")).toBe("brought\nown\n");
  // Root could write whatever the mode is.
  expect(statSync(kept.file).mode & 0o200).toBe(0o200);
});

it("that is there stays as it is", async () => {
  const kept = keptFile({ folder, begins }, "a", "decisions.jsonl");
  mkdirSync(join(folder, "a"), { recursive: true });
  writeFileSync(kept.file, "own\n");
  await Promise.all([begun(kept), begun(kept)]);
  expect(readFileSync(kept.file, "utf8")).toBe("own\n");
});

it("begins once, however many begin it", async () => {
  const kept = keptFile({ folder, begins }, "a", "decisions.jsonl");
  await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      await begun(kept);
      writeFileSync(kept.file, `own ${index}\n`, { flag: "a" });
    }),
  );
  const lines = readFileSync(kept.file, "utf8").trim().split("\n");
  expect(lines[0]).toBe("brought");
  expect(lines.slice(1).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((index) => `own ${index}`));
});

it("with no beginning is not there before it is written to", async () => {
  const kept = keptFile({ folder }, "a", "decisions.jsonl");
  await begun(kept);
  await begun(keptFile({ folder, begins }, "b", "decisions.jsonl"));
  expect(asItIs(kept)).toBe(kept.file);
  expect(() => readdirSync(folder)).toThrow("ENOENT");
});
