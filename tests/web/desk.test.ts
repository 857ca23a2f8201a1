import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let bench: Workbench;
let page: Page;
const strangers: string[] = [];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  bench = await startWorkbench();
  page = await openDesk(bench);
});
afterEach(async () => {
  await page.context().close();
  await bench.end();
});

async function openDesk(on: Workbench): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const opened = await context.newPage();
  opened.on("request", (request) => {
    if (!request.url().startsWith(new URL(on.url).origin) && !request.url().startsWith("data:"))
      strangers.push(request.url());
  });
  await opened.goto(`${on.url}desk/kz-mz-2024-99?service=1`);
  return opened;
}

const decisions = (): Record<string, unknown>[] =>
  readFileSync(join(bench.rules, "kz-mz-2024-99/1/decisions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const states = (): Promise<Record<string, string>> =>
  page.$$eval(".card[data-rule]", (cards) =>
    Object.fromEntries(
      cards.map((card) => [card.getAttribute("data-rule") ?? "", card.getAttribute("data-state") ?? ""]),
    ),
  );
const decidedNumber = (): Promise<string | null> => page.textContent("#progress b");
/** A decision made in a form has come back: only then do keys reach the desk again. */
const waitForClosedForm = (): Promise<unknown> => page.waitForSelector("#form[open]", { state: "detached" });
const waitForDecided = (number: number): Promise<void> =>
  page
    .waitForFunction(
      (wanted) => document.querySelector("#progress b")?.textContent === wanted,
      String(number),
    )
    .then(() => undefined);

test("ten rules by keyboard, one edited wrongly; a reload, a killed server and a new one lose nothing", async () => {
  await page.keyboard.press("w");
  for (let number = 1; number <= 7; number += 1) {
    await page.keyboard.press("a");
    await waitForDecided(number);
  }
  await page.keyboard.press("r");
  await page.waitForSelector("#form[open] [name=why]");
  await page.keyboard.type("says nothing that binds");
  await page.keyboard.press("Enter");
  await waitForDecided(8);
  await waitForClosedForm();

  await page.click("mark.k-deadline.s-waiting");
  await page.keyboard.press("e");
  await page.waitForSelector("#form[open]");
  await page.fill("#f-amount", "soon");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("#f-amount[aria-invalid=true]");
  expect(await page.textContent("#e-amount")).toContain("must be a number");
  expect(await page.getAttribute("#f-error", "role")).toBe("alert");
  expect(await page.textContent("#f-error")).toContain("Amount");
  await page.fill("#f-amount", "4");
  await page.waitForSelector("#f-amount:not([aria-invalid])");
  await page.keyboard.press("Control+Enter");
  await waitForDecided(9);
  await waitForClosedForm();
  await page.keyboard.press("a");
  await waitForDecided(10);
  const before = await states();

  await page.reload();
  expect(await decidedNumber()).toBe("10");
  expect(await states()).toEqual(before);

  const { rules } = bench;
  await bench.kill();
  bench = await startWorkbench({ rules });
  await page.context().close();
  page = await openDesk(bench);
  expect(await states()).toEqual(before);
  expect(decisions().map((one) => one["action"])).toEqual([
    ...Array<string>(7).fill("accept"),
    "reject",
    "edit",
    "accept",
  ]);
  expect(decisions()[8]).toMatchObject({ by: "Aigul", values: { kind: "deadline", amount: 4 } });
});

test("unread places are dismissed with a reason by keyboard, shown so after a reload, and asked for again by undo", async () => {
  await page.keyboard.press("o");
  const place = (await page.getAttribute(".card.current", "data-place")) ?? "";
  expect(await page.getAttribute(".card.current", "data-state")).toBe("unread");
  await page.keyboard.press("r");
  await page.waitForSelector("#form[open] [name=why]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#form[open] [name=why][aria-invalid=true]");
  expect(await page.textContent("#f-error")).not.toBe("");
  await page.keyboard.type("says only where the office is");
  await page.keyboard.press("Enter");
  await waitForClosedForm();
  const card = `.card[data-place="${place}"]`;
  await page.waitForSelector(`${card}[data-state=dismissed]`);
  expect(await page.getAttribute(".card.current", "data-state")).toBe("unread");
  expect(decisions()).toMatchObject([
    {
      action: "dismiss",
      by: "Aigul",
      why: "says only where the office is",
      place: { path: place.split(" ")[0] },
    },
  ]);
  await page.reload();
  expect(await page.textContent(card)).toMatch(/Aigul dismissed,.* — says only where the office is/u);
  await page.keyboard.press("u");
  await page.waitForSelector(`${card}[data-state=unread]`);
});

test("undo takes back the last decision, and again the one before", async () => {
  await page.keyboard.press("w");
  await page.keyboard.press("a");
  await waitForDecided(1);
  await page.keyboard.press("a");
  await waitForDecided(2);
  await page.keyboard.press("u");
  await waitForDecided(1);
  await page.keyboard.press("u");
  await waitForDecided(0);
  expect(decisions().map((one) => one["action"])).toEqual(["accept", "accept", "undo", "undo"]);
});

test("the keys work in a Cyrillic layout, and ? shows them", async () => {
  // In the Kazakh and Russian layouts the key of `w` gives ц and that of `a` gives ф.
  for (const [code, key] of [
    ["KeyW", "ц"],
    ["KeyA", "ф"],
  ] as const)
    await page.evaluate(
      ([c, k]) =>
        document.body.dispatchEvent(
          new KeyboardEvent("keydown", { code: c ?? "", key: k ?? "", bubbles: true }),
        ),
      [code, key],
    );
  await waitForDecided(1);
  await page.keyboard.press("?");
  await page.waitForSelector("#keys[open]");
  expect(await page.textContent("#keys")).toContain("next undecided rule");
});

test("a click on either side brings the other into view", async () => {
  await page.click(".card >> nth=20");
  const number = await page.getAttribute(".card.current", "data-card");
  expect(
    await page.$eval(`mark[data-cards~="${number ?? ""}"]`, (mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && mark.classList.contains("on");
    }),
  ).toBe(true);
  await page.evaluate(() => {
    document.querySelector(".text")?.scrollTo(0, 0);
    document.querySelector(".cards")?.scrollTo(0, 0);
  });
  const mark = page.locator("mark.k-fee").first();
  await mark.click();
  expect(
    await page.locator(".card.current").evaluate((card: HTMLElement) => {
      const { top } = card.getBoundingClientRect();
      return [
        card.classList.contains("k-fee"),
        document.activeElement === card,
        top > 0 && top < innerHeight,
      ];
    }),
  ).toEqual([true, true, true]);
});

test("words that no rule covers become a rule by selecting them", async () => {
  await page.evaluate(() => {
    /** The text node that holds a letter of a line, and where in it: highlights cut a line into several. */
    const letterOf = (line: number, letter: number): [Node, number] => {
      const texts = document.createTreeWalker(
        document.querySelector(`.line[data-line="${line}"]`) as Node,
        NodeFilter.SHOW_TEXT,
      );
      let left = letter;
      let node = texts.nextNode();
      while (node !== null && left > (node.textContent?.length ?? 0)) {
        left -= node.textContent?.length ?? 0;
        node = texts.nextNode();
      }
      return [node as Node, left];
    };
    const range = document.createRange();
    range.setStart(...letterOf(138, 10));
    range.setEnd(...letterOf(141, 20));
    getSelection()?.addRange(range);
    document.querySelector(".text")?.scrollTo(0, 0);
  });
  await page.keyboard.press("n");
  await page.waitForSelector("#form[open] [name=words]");
  // Clause 11, whose displaced link text the reader has put back.
  expect(await page.inputValue("#f-words")).toContain("Заңның 5-бабы 2-тармағының 11) тармақшасына сәйкес");
  expect(await page.textContent("#form .path")).toBe("annex-1/chapter-2/clause-11");
  await page.selectOption("#f-kind", "rollover");
  await page.waitForSelector("#form form[data-kind=rollover]");
  await Promise.all([page.waitForEvent("load"), page.click("#form button[type=submit]")]);
  await page.waitForSelector(
    ".card.current[data-rule='kz-mz-2024-99/1/rollover/annex-1/chapter-2/clause-11']",
  );
  expect(decisions()[0]).toMatchObject({ action: "add", anchor: { path: "annex-1/chapter-2/clause-11" } });
  await page.keyboard.press("u");
  await page.waitForSelector(".card[data-rule='kz-mz-2024-99/1/rollover/annex-1/chapter-2/clause-11']", {
    state: "detached",
  });
});

test("a server that is gone is told, and nothing looks decided", async () => {
  await page.keyboard.press("w");
  await bench.kill();
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.querySelector("#announce")?.textContent.includes("not written"));
  expect(await decidedNumber()).toBe("0");
});

test("nothing was fetched from elsewhere", () => {
  expect(strangers).toEqual([]);
});
