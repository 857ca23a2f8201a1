import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { twinBeside } from "../../src/files/twin-beside.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-beside-"));
  for (const name of [
    "act-kaz.md",
    "act-rus.docx",
    "kaz.md",
    "rus.md",
    "lone-kaz.md",
    "other_kk.txt",
    "other_ru.txt",
    "bakaz.md",
    "barus.md",
  ])
    writeFileSync(join(folder, name), "");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ["act-kaz.md", "act-rus.docx"],
  ["act-rus.docx", "act-kaz.md"],
  ["kaz.md", "rus.md"],
  ["other_ru.txt", "other_kk.txt"],
  ["lone-kaz.md", undefined],
  ["bakaz.md", undefined],
  ["act.md", undefined],
])("the other text of %s is %s", (name, other) => {
  const found = twinBeside(join(folder, name));
  expect(found === undefined ? undefined : basename(found)).toBe(other);
});
