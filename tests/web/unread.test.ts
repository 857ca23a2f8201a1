import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { violations } from "./violations.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let bench: Workbench;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  bench = await startWorkbench();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${bench.url}desk/kz-mz-2024-99?lang=en`);
});
afterEach(async () => {
  await page.close();
  await bench.end();
});

const decisionsOf = (service: number): Record<string, unknown>[] =>
  readFileSync(join(bench.rules, `kz-mz-2024-99/${service}/decisions.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const shares = async (): Promise<string> => (await page.textContent("#shares")) ?? "";
const placesLeft = async (): Promise<number> =>
  Number(/looked at: (\d+)/u.exec(await shares())?.[1] ?? Number.NaN);
const closed = (): Promise<unknown> => page.waitForSelector("#form[open]", { state: "detached" });
const RISK = ["highest", "high", "some", "low"];

describe("unread places on the desk", () => {
  test("stand by their risk, the riskiest first", async () => {
    const risks = await page.$$eval(".card[data-state=unread]", (cards) =>
      cards.map((card) => /risk: (highest|high|some|low)/u.exec(card.textContent)?.[1] ?? ""),
    );
    expect(new Set(risks)).toEqual(new Set(RISK));
    expect(risks).toEqual([...risks].sort((a, b) => RISK.indexOf(a) - RISK.indexOf(b)));
  });

  test("are dismissed for a reason of the ledger, at once where the same words stand again: each by a decision of its own", async () => {
    const before = await placesLeft();
    await page.keyboard.press("o");
    const place = (await page.getAttribute(".card.current", "data-place")) ?? "";
    const words = (await page.textContent(".card.current blockquote")) ?? "";
    await page.keyboard.press("r");
    await page.waitForSelector("#form[open] [name=reason]");
    await page.selectOption("#f-reason", "definition");
    // Each of the three regulations of this act says anew who gives the service.
    expect(await page.locator("#form [name=alike]").count()).toBe(2);
    await page.check("#form [data-do=all-alike]");
    await page.keyboard.press("Control+Enter");
    await closed();
    for (const service of [1, 2, 3])
      expect(decisionsOf(service)).toMatchObject([
        { action: "dismiss", by: "Aigul", reason: "definition", place: { print: place.split(" ").at(-1) } },
      ]);
    expect(new Set([1, 2, 3].flatMap((service) => decisionsOf(service).map(({ id }) => id))).size).toBe(3);
    await page.waitForFunction(() => document.querySelectorAll(".card[data-state=dismissed]").length === 3);
    expect(await placesLeft()).toBe(before - 3);
    expect(await page.textContent(`.card[data-place="${place}"]`)).toContain("a definition");
    expect(words).not.toBe("");
    await page.keyboard.press("u");
    await page.waitForFunction(() => document.querySelectorAll(".card[data-state=dismissed]").length === 2);
    expect(await placesLeft()).toBe(before - 2);
  });

  test("are not dismissed for nothing", async () => {
    await page.keyboard.press("o");
    await page.keyboard.press("r");
    await page.waitForSelector("#form[open] [name=reason]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#form[open] [name=why][aria-invalid=true]");
  });

  test("that were dismissed are opened again by key, with a reason", async () => {
    await page.keyboard.press("o");
    const card = `.card[data-place="${(await page.getAttribute(".card.current", "data-place")) ?? ""}"]`;
    await page.keyboard.press("r");
    await page.selectOption("#f-reason", "reference");
    await page.keyboard.press("Enter");
    await closed();
    await page.waitForSelector(`${card}[data-state=dismissed]`);
    await page.click(`${card} [data-do=text]`);
    await page.keyboard.press("r");
    await page.waitForSelector("#form form[data-form=reopen]");
    await page.fill("#f-why", "it binds the applicant as well");
    await page.keyboard.press("Enter");
    await closed();
    await page.waitForSelector(`${card}[data-state=unread]`);
  });

  test("become a rule by one key: words, path and kind are there; of a part the rest is still shown, and dismissed", async () => {
    const before = await shares();
    await page.keyboard.press("o");
    const place = (await page.getAttribute(".card.current", "data-place")) ?? "";
    const quote = (await page.textContent(".card.current blockquote")) ?? "";
    await page.keyboard.press("n");
    await page.waitForSelector("#form form[data-form=add]");
    expect(quote).toContain(await page.inputValue("#f-words"));
    expect(await page.textContent("#form .path")).toBe(place.split(" ")[0]);
    expect(await page.inputValue("#f-cite")).not.toBe("");
    await page.selectOption("#f-kind", "refusal");
    await page.waitForSelector("#form form[data-kind=refusal]");
    await page.selectOption("#f-stage", "service");
    await page.fill("#f-words", quote.trim().split(" ").slice(1, 6).join(" "));
    await Promise.all([page.waitForEvent("load"), page.click("#form button[type=submit]")]);
    await page.waitForSelector(".card.current[data-state=accepted]");
    const rest = `.card[data-place="${place}"]`;
    expect(await page.getAttribute(rest, "data-state")).toBe("partly");
    expect(await page.textContent(rest)).toContain(quote.trim().split(" ").slice(-3).join(" "));
    expect(await shares()).not.toBe(before);
    await page.click(`${rest} [data-do=text]`);
    await page.keyboard.press("r");
    await page.selectOption("#f-reason", "definition");
    await page.keyboard.press("Enter");
    await closed();
    await page.waitForSelector(`${rest}[data-state=dismissed]`);
  });
});

describe.each(["light", "dark"] as const)("the forms of unread places in %s", (scheme) => {
  test("axe finds nothing against them, and they fit a phone", async () => {
    const phone = await browser.newPage({ viewport: { width: 390, height: 800 }, colorScheme: scheme });
    await phone.goto(`${bench.url}desk/kz-mz-2024-99?lang=ru`);
    for (const [key, form] of [
      ["r", "dismiss"],
      ["n", "add"],
    ] as const) {
      await phone.keyboard.press("o");
      await phone.keyboard.press(key);
      await phone.waitForSelector(`#form form[data-form=${form}]`);
      expect(await violations(phone)).toEqual([]);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await phone.keyboard.press("Escape");
    }
    await phone.close();
  });
});
