import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

const FORMATS = join(import.meta.dirname, "../fixtures/formats");
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** The desk over an act; both end with what is done there. */
async function atDesk(file: string, look: (page: Page) => Promise<void>): Promise<void> {
  const bench: Workbench = await startWorkbench({ acts: [join(FORMATS, file)] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(bench.url);
    await page.click("a[href*='desk/']");
    await page.waitForSelector(".card");
    await look(page);
  } finally {
    await context.close();
    await bench.end();
  }
}

/** Of each card the words that it quotes, and those marked for it: without what lines and hyphens part. */
const quotesAndMarks = (page: Page): Promise<(readonly [string, string])[]> =>
  page.$$eval(".card", (cards) =>
    cards.map((card) => {
      const marks = document.querySelectorAll(`mark[data-cards~="${card.getAttribute("data-card") ?? ""}"]`);
      return [
        (card.querySelector("blockquote")?.textContent ?? "").replace(/[\s-]+/gu, ""),
        [...marks].map((mark) => mark.textContent.replace(/[\s-]+/gu, "")).join(""),
      ] as const;
    }),
  );

const texts = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) => found.map(({ textContent }) => textContent.trim()));

describe.each(["act.libreoffice.pdf", "act.docx"])("%s", (file) => {
  test("the words marked for a card are those that it quotes", async () => {
    await atDesk(file, async (page) => {
      const both = await quotesAndMarks(page);
      expect(both.length).toBeGreaterThan(20);
      // What was not read may have the sign that ends the words before it marked as well.
      expect(both.filter(([quote, marks]) => quote === "" || !marks.endsWith(quote))).toEqual([]);
    });
  });
});

test("a PDF shows its pages, and words over the end of one are taken as they read on", async () => {
  await atDesk("act.libreoffice.pdf", async (page) => {
    expect(await texts(page, ".page")).toEqual(["page 1", "page 2", "page 3"]);
    await page.evaluate(() => {
      const next = document.querySelectorAll(".page")[2]?.nextElementSibling;
      const last = document.querySelectorAll(".page")[2]?.previousElementSibling;
      if (last && next) getSelection()?.setBaseAndExtent(last, 0, next, next.childNodes.length);
    });
    await page.keyboard.press("n");
    await page.waitForSelector("#form[open] [name=words]");
    expect(await page.inputValue("#f-words")).toBe(
      "Еңбек кодексіне сәйкес демалыс және мереке күндерінен басқа,",
    );
  });
});

test("a DOCX shows the rows of its table and the cells in them, each once, and paragraphs elsewhere", async () => {
  await atDesk("act.docx", async (page) => {
    const rows = Array.from({ length: 10 }, (_, row) => `table 1, row ${row + 1}`);
    expect((await texts(page, ".row")).filter((row) => row !== "")).toEqual(rows);
    const beside = await page.$$eval(".line", (lines) =>
      lines.map((line) => line.getAttribute("data-at")).filter((sign) => sign !== ""),
    );
    // Its first paragraph is the empty title that pandoc puts there; no line of it has a number.
    expect(beside[0]).toBe("¶ 2");
    expect(beside.filter((sign) => !sign?.startsWith("¶"))).toEqual(
      rows.flatMap(() => ["| 1", "| 2", "| 3"]),
    );
  });
});
