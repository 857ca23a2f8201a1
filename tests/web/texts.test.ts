import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { violations } from "./violations.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

const acts = resolve(import.meta.dirname, "../fixtures/acts");
let browser: Browser;
let folder: string;
let bench: Workbench;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-texts-"));
  for (const language of ["kaz", "rus"])
    copyFileSync(join(acts, `94652-${language}.md`), join(folder, `act-${language}.md`));
  bench = await startWorkbench({ acts: [join(folder, "act-kaz.md"), join(folder, "act-rus.md")] });
});
afterEach(async () => {
  await bench.end();
  rmSync(folder, { recursive: true });
});

async function open(path: string, width = 1280, scheme: "light" | "dark" = "light"): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
  await page.goto(bench.url + path);
  return page;
}

/** Where the first line of the provision with these words stands below the top of its text. */
const topOf = (page: Page, pane: string, words: string): Promise<number> =>
  page
    .locator(`${pane} .line`, { hasText: words })
    .first()
    .evaluate((line) => {
      const text = line.closest("section");
      return line.getBoundingClientRect().top - (text?.getBoundingClientRect().top ?? 0);
    });

describe("two texts of one act", () => {
  test("are one act on the shelf, and either address leads to it", async () => {
    const page = await open("?lang=en");
    expect(await page.locator("section.act").count()).toBe(1);
    for (const id of ["act-kaz", "act-rus"]) {
      await page.goto(`${bench.url}desk/${id}?lang=en`);
      expect(await page.getAttribute("#main", "data-act")).toBe("act-kaz");
    }
    await page.close();
  });

  test("stand side by side by one key, scroll together by provision, and each alone by the next; a phone has them below each other", async () => {
    const page = await open("desk/act-kaz?service=1&lang=en");
    expect(await page.isVisible("section.other")).toBe(false);
    await page.keyboard.press("l");
    expect(await page.isVisible("section.other")).toBe(true);
    expect(await page.getAttribute("section.other", "lang")).toBe("ru");
    // Clause 5, item 9: one working day in both texts.
    await page
      .locator("section.text:not(.other) .line", { hasText: "бұйрығын бір жұмыс күні ішінде" })
      .first()
      .evaluate((line) => {
        line.scrollIntoView({ block: "start" });
      });
    await page.waitForFunction(() => {
      const pane = document.querySelector("section.other");
      const line = [...document.querySelectorAll("section.other .line")].find((one) =>
        one.textContent.includes("в течении одного рабочего дня"),
      );
      if (!pane || !line) return false;
      const top = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      return top > -60 && top < 120;
    });
    const here = await topOf(page, "section.text:not(.other)", "бұйрығын бір жұмыс күні ішінде");
    expect(Math.abs(here)).toBeLessThan(60);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    const [own, other] = await page.$$eval("section.text", (panes) =>
      panes.map((pane) => pane.getBoundingClientRect()),
    );
    expect(other!.top).toBeGreaterThanOrEqual(own!.bottom - 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.keyboard.press("l");
    expect(await page.isVisible("section.text:not(.other)")).toBe(false);
    await page.reload();
    expect(await page.isVisible("section.other")).toBe(true);
    await page.close();
  });

  test("have one decision: taken on a card it is shown in both texts, and found whichever is opened later", async () => {
    const page = await open("desk/act-rus?service=1&lang=en");
    await page.keyboard.press("l");
    const card = page
      .locator(".card[data-state=waiting]", { hasText: "бұйрығын бір жұмыс күні ішінде" })
      .first();
    const rule = (await card.getAttribute("data-rule")) ?? "";
    const number = (await card.getAttribute("data-card")) ?? "";
    await card.locator("[data-do=accept]").click();
    await page.waitForSelector(`.card[data-rule="${rule}"][data-state=accepted]`);
    const mark = page.locator(`section.other mark[data-cards~="${number}"]`).first();
    expect(await mark.getAttribute("class")).toContain("s-accepted");
    await page.close();
    expect(readdirSync(bench.rules)).toEqual(["act-kaz"]);

    const { rules } = bench;
    await bench.kill();
    bench = await startWorkbench({ rules, acts: [join(folder, "act-rus.md")] });
    const again = await open("desk/act-rus?service=1&lang=en");
    expect(await again.getAttribute("#main", "data-act")).toBe("act-kaz");
    expect(await again.getAttribute(`.card[data-rule="${rule}"]`, "data-state")).toBe("accepted");
    await again.close();
  });

  test("axe finds nothing against them in the dark", async () => {
    const page = await open("desk/act-kaz?service=1&lang=ru", 1280, "dark");
    await page.keyboard.press("l");
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
