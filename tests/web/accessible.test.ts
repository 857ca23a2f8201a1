import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { violations } from "./violations.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let bench: Workbench;
let named: Workbench;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-tokens-"));
  writeFileSync(join(folder, "tokens"), "Aigul 0123456789abcdef\n");
  [browser, bench, named] = await Promise.all([
    startBrowser(),
    startWorkbench(),
    startWorkbench({ args: ["--token-file", join(folder, "tokens")] }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await bench.end();
  await named.end();
  rmSync(folder, { recursive: true });
});

/** Each page, and what is done there first so that all of it shows. */
const PAGES: readonly (readonly [name: string, path: string, act?: (page: Page) => Promise<unknown>])[] = [
  ["shelf", "?lang=kk"],
  ["shelf of one kind", "?lang=en&kind=deadline"],
  ["desk", "desk/kz-mz-2024-99?lang=kk", (page) => page.keyboard.press("j")],
  ["desk of one service with decisions", "desk/kz-mz-2024-99?service=1&lang=ru", decided],
  ["form for editing", "desk/kz-mz-2024-99?service=2&lang=en", (page) => form(page, "e")],
  ["form for rejecting", "desk/kz-mz-2024-99?service=2&lang=kk", (page) => form(page, "r")],
  ["keys", "desk/kz-mz-2024-99?service=1&lang=en", (page) => page.keyboard.press("?")],
  ["book with a decision", "book/kz-mz-2024-99/1?lang=kk", bookDecided],
  [
    "form of a book's validity",
    "book/kz-mz-2024-99/2?lang=ru",
    (page) => bookForm(page, "#field-inForce", "e"),
  ],
  ["form of a book's law", "book/kz-mz-2024-99/2?lang=kk", (page) => bookForm(page, "#field-law", "e")],
  ["form of a book's pointer", "book/kz-mz-2024-99/2?lang=en", (page) => bookForm(page, "body", "n")],
  [
    "form of a book's service",
    "book/kz-mz-2024-99/3?lang=en",
    (page) => bookForm(page, "#field-service", "e"),
  ],
  ["draft of a book", "book/kz-mz-2024-99/2/shown?lang=ru"],
  ["no such page", "nowhere?lang=en"],
];

async function decided(page: Page): Promise<void> {
  await page.keyboard.press("w");
  await page.keyboard.press("a");
  await page.waitForSelector(".card[data-state=accepted]");
}
async function bookDecided(page: Page): Promise<void> {
  await page.focus("#field-zone");
  await page.keyboard.press("a");
  await page.waitForSelector("#field-zone .said");
}
async function bookForm(page: Page, entry: string, key: string): Promise<void> {
  await page.focus(entry);
  await page.keyboard.press(key);
  await page.waitForSelector("#form[open]");
}
async function form(page: Page, key: string): Promise<void> {
  await page.keyboard.press("w");
  await page.keyboard.press(key);
  await page.waitForSelector("#form[open]");
}

for (const scheme of ["light", "dark"] as const)
  describe(`in ${scheme}`, () => {
    for (const [name, path, act] of PAGES)
      test(`axe finds nothing against: ${name}`, async () => {
        const page = await browser.newPage({ colorScheme: scheme });
        await page.goto(bench.url + path);
        await act?.(page);
        expect(await violations(page)).toEqual([]);
        await page.close();
      });

    test("axe finds nothing against: a rulebook as a page", async () => {
      const file = join(folder, "book.html");
      const dist = resolve(import.meta.dirname, "../../dist/tarmaq.js");
      spawnSync(process.execPath, [dist, "rules", "show", "kz-mz-2024-99/1", "--lang", "kk", "--html", file]);
      const page = await browser.newPage({ colorScheme: scheme });
      await page.goto(`file://${file}`);
      expect(await page.textContent("h1")).toContain("жолдама беру");
      expect(await violations(page)).toEqual([]);
      await page.close();
    });

    test("axe finds nothing against: sign-in", async () => {
      const page = await browser.newPage({ colorScheme: scheme });
      await page.goto(named.url);
      expect(page.url()).toContain("/sign-in");
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  });

test("a phone shows the desk without scrolling sideways", async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  for (const path of ["?lang=ru", "desk/kz-mz-2024-99?service=1&lang=ru"]) {
    await page.goto(bench.url + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
  await page.close();
});

test("the button for the theme turns it and keeps it", async () => {
  const page = await browser.newPage({ colorScheme: "light" });
  await page.goto(bench.url);
  const paper = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.click("[data-do=theme]");
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
  await page.close();
});
