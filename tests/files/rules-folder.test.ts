import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { root } from "../../src/files/root.ts";
import { rulebooksAtHand, rulesFolder, rulesFolderAmong } from "../../src/files/rules-folder.ts";

const BROUGHT = join(root, "rules");
const BOOK = "kz-mz-2024-99/1/2024-11-27.json";

const all = mkdtempSync(join(tmpdir(), "tarmaq-rules-folder-"));
afterAll(() => {
  rmSync(all, { recursive: true, force: true });
});

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(all, "at-"));
});

function put(name: string): string {
  const file = join(cwd, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "{}");
  return file;
}

it("keeps decisions in rules/ of the working folder, which begins with what Tarmaq brings", () => {
  expect(rulesFolder(cwd)).toEqual({ folder: join(cwd, "rules"), begins: BROUGHT });
});

it("keeps them in the checkout's own rules/ anywhere in a checkout", () => {
  expect(rulesFolder(root)).toEqual({ folder: BROUGHT });
  expect(rulesFolder(join(root, "src", "cli"))).toEqual({ folder: BROUGHT });
  expect(rulesFolder(`${root}-beside`).folder).toBe(join(`${root}-beside`, "rules"));
});

it("keeps them in a folder that is named, and takes nothing from elsewhere", () => {
  expect(rulesFolder(cwd, "mine")).toEqual({ folder: join(cwd, "mine") });
});

it("of several rulebooks and folders that are named, keeps them in the first folder", () => {
  const book = put("book.json");
  put("first/a/1/1.json");
  put("second/b/1/1.json");
  expect(rulesFolderAmong(cwd, [book, "first", "second"])).toEqual({ folder: join(cwd, "first") });
  expect(rulesFolderAmong(cwd, [book])).toEqual({ folder: join(cwd, "rules"), begins: BROUGHT });
});

it("never keeps them in the package's own folder where others are named beside it", () => {
  put("house/a/1/1.json");
  expect(rulesFolderAmong(cwd, [BROUGHT, "house"])).toEqual({ folder: join(cwd, "house"), begins: BROUGHT });
  expect(rulesFolderAmong(root, [BROUGHT, join(cwd, "house")]).folder).toBe(join(cwd, "house"));
  symlinkSync(BROUGHT, join(cwd, "linked"));
  expect(rulesFolderAmong(cwd, ["linked", "house"])).toEqual({ folder: join(cwd, "house"), begins: BROUGHT });
});

it("refuses files alone where it would keep them in the package's own folder", () => {
  const book = put("book.json");
  expect(() => rulesFolderAmong(root, [book])).toThrow("no folder for what is decided");
});

it("judges by the rulebooks that Tarmaq brings where the working folder has none of its own", () => {
  expect(rulebooksAtHand(cwd)).toEqual([BROUGHT]);
  put("rules/eslint.json");
  put("rules/calendars/kz/2025.json");
  expect(rulebooksAtHand(cwd)).toEqual([BROUGHT]);
  expect(rulebooksAtHand(root)).toEqual([BROUGHT]);
});

it("judges by those of the working folder beside them, each in place of one at the same place", () => {
  const other = put("rules/my-act/1/1.json");
  const same = put(`rules/${BOOK}`);
  const atHand = rulebooksAtHand(cwd);
  expect(atHand).toContain(other);
  expect(atHand).toContain(same);
  expect(atHand).not.toContain(join(BROUGHT, BOOK));
  expect(atHand).toContain(join(BROUGHT, "kz-mz-2024-99/2/2024-11-27.json"));
});
