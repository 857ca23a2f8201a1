import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { violations } from "./violations.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

const TOKENS = { Aigul: "0123456789abcdef", Bolat: "fedcba9876543210" };
const TERM = "kz-mz-2024-99/1/deadline/annex-1/chapter-2/clause-10";
const CARD = `.card[data-rule="${TERM}"]`;

let browser: Browser;
let folder: string;
let bench: Workbench;
let pages: Page[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-hands-"));
  writeFileSync(
    join(folder, "tokens"),
    Object.entries(TOKENS)
      .map(([name, token]) => `${name} ${token}\n`)
      .join(""),
  );
  pages = [];
});
afterEach(async () => {
  for (const page of pages) await page.context().close();
  await bench.end();
  rmSync(folder, { recursive: true });
});

async function start(...args: string[]): Promise<void> {
  bench = await startWorkbench({ args: ["--token-file", join(folder, "tokens"), ...args] });
}

/** The desk as one of the two has it. */
async function desk(who: keyof typeof TOKENS, query = "service=1"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  pages.push(page);
  await page.goto(`${bench.url}sign-in`);
  await page.fill("#token", TOKENS[who]);
  await Promise.all([page.waitForURL(/review\/$/u), page.keyboard.press("Enter")]);
  await page.goto(`${bench.url}desk/kz-mz-2024-99?lang=en&${query}`);
  return page;
}

const decisions = (): Record<string, unknown>[] =>
  readFileSync(join(bench.rules, "kz-mz-2024-99/1/decisions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const closed = (page: Page): Promise<unknown> => page.waitForSelector("#form[open]", { state: "detached" });
const onCard = (page: Page): Promise<void> => page.click(`${CARD} [data-do=text]`);

async function editAmount(page: Page, amount: string): Promise<void> {
  await onCard(page);
  await page.keyboard.press("e");
  await page.waitForSelector("#form form[data-form=edit]");
  await page.fill("#f-amount", amount);
  await page.keyboard.press("Control+Enter");
  await closed(page);
}

describe("by four eyes", () => {
  test("a rule waits for a second person, whose acceptance confirms; asked for by an option it is kept with the first decision", async () => {
    await start("--four-eyes");
    const aigul = await desk("Aigul");
    await onCard(aigul);
    await aigul.keyboard.press("a");
    await aigul.waitForSelector(`${CARD}[data-state=unconfirmed][data-own]`);
    expect(await aigul.textContent(CARD)).toContain("Another person has to accept it");
    expect(await aigul.textContent("#progress b")).toBe("0");
    expect(decisions().map(({ action }) => action)).toEqual(["four-eyes", "accept"]);
    await onCard(aigul);
    await aigul.keyboard.press("a");
    await aigul.waitForFunction(() => document.querySelector("#announce")?.textContent === "So already");

    const bolat = await desk("Bolat", "service=1&state=unconfirmed");
    expect(await bolat.textContent(CARD)).toContain("Accepted by Aigul");
    await bolat.keyboard.press("w");
    await bolat.keyboard.press("a");
    await bolat.waitForSelector(`${CARD}[data-state=accepted]`);
    expect(await bolat.textContent("#progress b")).toBe("1");
    expect(await violations(bolat)).toEqual([]);
  });

  test("an edit needs the other's acceptance, and the card shows field by field what was read and decided", async () => {
    await start();
    const aigul = await desk("Aigul");
    await Promise.all([aigul.waitForEvent("load"), aigul.click("[data-do=four-eyes]")]);
    await aigul.waitForSelector("[data-do=four-eyes][data-asked=false]");
    await onCard(aigul);
    await aigul.keyboard.press("a");
    await aigul.waitForSelector(`${CARD}[data-state=unconfirmed]`);
    const bolat = await desk("Bolat");
    await editAmount(bolat, "4");
    await bolat.waitForSelector(`${CARD}[data-state=disagreement]`);
    await aigul.reload();
    await onCard(aigul);
    const row = aigul.locator(`${CARD} .compared tbody tr`);
    expect(await row.locator("th, td").allTextContents()).toEqual(["Amount", "1", "4"]);
    await aigul.keyboard.press("d");
    expect(await aigul.locator(`${CARD} .compared[open]`).count()).toBe(0);
    await aigul.keyboard.press("a");
    await aigul.waitForSelector(`${CARD}[data-state=accepted]`);
    expect(decisions().at(-1)).toMatchObject({ action: "accept", by: "Aigul", values: { amount: 4 } });
    expect(decisions().find(({ action }) => action === "edit")).toMatchObject({ read: { amount: 1 } });
  });
});

describe("people at one desk", () => {
  test("comment on a card by key, with name and time; empty words are not sent; undo takes one's own back", async () => {
    await start();
    const aigul = await desk("Aigul");
    await onCard(aigul);
    await aigul.keyboard.press("c");
    await aigul.waitForSelector("#form form[data-form=comment]");
    await aigul.keyboard.press("Control+Enter");
    await aigul.waitForFunction(() => document.querySelector("#f-error")?.textContent !== "");
    expect(await violations(aigul)).toEqual([]);
    await aigul.fill("#f-text", "From which day?");
    await aigul.keyboard.press("Control+Enter");
    await closed(aigul);
    await aigul.waitForSelector(`${CARD} .talk`);
    expect(await aigul.getAttribute(CARD, "data-state")).toBe("waiting");
    const bolat = await desk("Bolat");
    expect(await bolat.textContent(`${CARD} .talk`)).toMatch(/^Aigul, \d{4}-.*: From which day\?$/u);
    await onCard(bolat);
    await bolat.keyboard.press("c");
    await bolat.fill("#f-text", "From filing.");
    await bolat.keyboard.press("Control+Enter");
    await closed(bolat);
    await bolat.waitForFunction((card) => document.querySelectorAll(`${card} .talk li`).length === 2, CARD);
    await bolat.keyboard.press("u");
    await bolat.waitForFunction((card) => document.querySelectorAll(`${card} .talk li`).length === 1, CARD);
  });

  test("take a card by key and let it go, assign one to another, and see their own alone", async () => {
    await start();
    const aigul = await desk("Aigul");
    await onCard(aigul);
    await aigul.keyboard.press("m");
    await aigul.waitForSelector(`${CARD}[data-assigned=Aigul]`);
    await aigul.keyboard.press("m");
    await aigul.waitForSelector(`${CARD}:not([data-assigned])`);
    await aigul.keyboard.press("s");
    await aigul.waitForSelector("#form form[data-form=assign]");
    expect(
      await aigul.$$eval("#people option", (all) => all.map((one) => one.getAttribute("value"))),
    ).toEqual(["Aigul", "Bolat"]);
    await aigul.fill("#f-to", "Bolat");
    await aigul.keyboard.press("Enter");
    await closed(aigul);
    await aigul.waitForSelector(`${CARD}[data-assigned=Bolat]`);
    const bolat = await desk("Bolat", "service=1&assigned=mine");
    expect(await bolat.locator(".card").count()).toBe(1);
    expect(await bolat.locator(CARD).count()).toBe(1);
    await bolat.goto(`${bench.url}desk/kz-mz-2024-99?service=1&assigned=to:Aigul`);
    expect(await bolat.locator(".card").count()).toBe(0);
  });

  test("assign a whole service and comment on it; each of its cards is then that person's", async () => {
    await start();
    const aigul = await desk("Aigul");
    await aigul.click("[data-do=assign-service]");
    await aigul.waitForSelector("#form form[data-form=assign]");
    await aigul.fill("#f-to", "Bolat");
    await Promise.all([aigul.waitForEvent("load"), aigul.keyboard.press("Enter")]);
    expect(await aigul.textContent(".service")).toContain("Assigned to Bolat");
    await aigul.click("[data-do=comment-service]");
    await aigul.waitForSelector("#form form[data-form=comment]");
    await aigul.fill("#f-text", "The annexes first.");
    await Promise.all([aigul.waitForEvent("load"), aigul.keyboard.press("Control+Enter")]);
    expect(await aigul.textContent(".service .talk")).toContain("The annexes first.");
    const bolat = await desk("Bolat", "service=1&assigned=mine");
    expect(await bolat.locator(".card").count()).toBeGreaterThan(10);
  });
});

describe.each(["light", "dark"] as const)("the forms in %s", (scheme) => {
  test("axe finds nothing against them, and they fit a phone", async () => {
    await start("--four-eyes");
    const page = await desk("Aigul");
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await editAmount(page, "4");
    await onCard(page);
    for (const [key, form] of [
      ["c", "comment"],
      ["s", "assign"],
    ] as const) {
      await page.keyboard.press(key);
      await page.waitForSelector(`#form form[data-form=${form}]`);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await page.keyboard.press("Escape");
    }
    expect(await violations(page)).toEqual([]);
  });
});
