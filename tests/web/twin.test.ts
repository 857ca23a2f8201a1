import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { violations } from "./violations.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

const acts = resolve(import.meta.dirname, "../fixtures/acts");
let folder: string;
let browser: Browser;
let bench: Workbench;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-twin-"));
  for (const language of ["kaz", "rus"])
    copyFileSync(join(acts, `94652-${language}.md`), join(folder, `act-${language}.md`));
  [browser, bench] = await Promise.all([
    startBrowser(),
    startWorkbench({ acts: [join(folder, "act-kaz.md")] }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await bench.end();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (lang: string, scheme: "light" | "dark" = "light"): Promise<Page> => {
  const page = await browser.newPage({ colorScheme: scheme });
  await page.goto(`${bench.url}desk/act-kaz?service=1&lang=${lang}`);
  return page;
};

describe("the desk over an act with its text in the other language beside it", () => {
  test("shows that text's words beside those of each card, in their own language", async () => {
    const page = await open("en");
    // Clause 5, item 9: one working day in both texts.
    const card = page
      .locator(".card[data-state=waiting]", { hasText: "бұйрығын бір жұмыс күні ішінде" })
      .first();
    const twin = card.locator(".twin");
    expect(await twin.locator("blockquote").getAttribute("lang")).toBe("ru");
    expect(await twin.locator("blockquote").textContent()).toContain("в течении одного рабочего дня");
    expect(await twin.textContent()).toContain("The Russian text says the same");
    await page.close();
  });

  test("shows what the two texts differ in: by the Kazakh one the provider has the signature, not the citizen", async () => {
    const page = await open("ru");
    const card = page
      .locator(".card", { hasText: "пункт 9" })
      .filter({ has: page.locator(".twin .otherwise") });
    const said = (await card.locator(".twin").allTextContents()).join("\n");
    expect(said).toContain("Государственная услуга оказывается при условии наличия у услугополучателя ЭЦП");
    expect(said).toContain("услугополучателя");
    await page.close();
  });

  test("puts first what the other text alone has a rule for", async () => {
    const page = await open("en");
    const unread = page.locator(".card[data-state=unread]", { hasText: "has a rule here" });
    expect(await unread.count()).toBeGreaterThan(0);
    const waiting = Number(await page.locator(".card[data-state=waiting]").first().getAttribute("data-card"));
    expect(Number(await unread.first().getAttribute("data-card"))).toBeLessThan(waiting);
    await page.close();
  });

  test("keeps it on a card that is decided", async () => {
    const page = await open("kk");
    await page.keyboard.press("w");
    await page.keyboard.press("a");
    const decided = page.locator(".card[data-state=accepted]").first();
    await decided.waitFor();
    expect(await decided.locator(".twin blockquote").count()).toBe(1);
    await page.close();
  });

  test.each(["light", "dark"] as const)("axe finds nothing against it in %s", async (scheme) => {
    const page = await open("ru", scheme);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test("fits a phone", async () => {
    const page = await open("ru");
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });
});
