import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { violations } from "./violations.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let bench: Workbench;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  bench = await startWorkbench();
});
afterEach(async () => {
  await bench.end();
});

const decisions = (): Record<string, unknown>[] =>
  readFileSync(join(bench.rules, "kz-mz-2024-99/1/decisions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function formForDocument(page: Page, lang: string): Promise<void> {
  await page.goto(`${bench.url}desk/kz-mz-2024-99?service=1&kind=document&lang=${lang}`);
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await page.waitForSelector("#form[open] .builder");
}

/** A button of the builder, by keyboard. */
async function press(page: Page, selector: string): Promise<void> {
  await page.focus(selector);
  await page.keyboard.press("Enter");
}

/** Adds a line to a group and chooses what it is about, by words of its name; the keys then are on its operator. */
async function addLine(page: Page, group: string, line: string, words: string): Promise<void> {
  await press(page, `.builder .adds [data-change=add][data-at='${group}']`);
  await page.waitForSelector(`.builder [data-pick='${line}']:focus`);
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.waitForSelector(`.builder [name='${line}/operator']:focus`);
}

test("a condition is put together by keyboard, with a paper that the book names of its own, and stands as chosen", async () => {
  const page = await browser.newPage();
  await formForDocument(page, "ru");
  await addLine(page, "", "0", "возраст полных");
  await page.selectOption("[name='0/operator']", "lessThan");
  await page.waitForSelector("[name='0/operator']:focus");
  await page.fill("[name='0/number']", "16");
  await press(page, ".builder .adds [data-change=group][data-at='']");
  await page.waitForSelector("[data-pick='1.0']:focus");

  // The paper is in no vocabulary yet.
  await press(page, "[data-do=new-name]");
  await page.waitForSelector(".name-form select:focus");
  await page.selectOption(".name-form [name=is]", "paper");
  await page.fill(".name-form [name=kk]", "Балықшы билеті");
  await page.fill(".name-form [name=ru]", "Билет рыбака");
  await press(page, ".name-form [type=submit]");
  await page.waitForSelector(".name-form [name=en][aria-invalid=true]");
  await page.fill(".name-form [name=en]", "Fisher's card");
  await press(page, ".name-form [type=submit]");
  await page.waitForSelector(".name-form", { state: "detached" });
  await page.waitForSelector("#condition-names [data-paper='fisher-s-card']", { state: "attached" });
  expect(decisions().at(-1)).toMatchObject({
    action: "vocabulary",
    by: "Aigul",
    vocabulary: { documents: [{ id: "fisher-s-card", labels: { ru: "Билет рыбака" } }] },
  });

  await page.focus("[data-pick='1.0']");
  await page.keyboard.type("рыбака");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[name='1.0/operator']:focus");
  await addLine(page, "1", "1.1", "elderly person");
  await page.selectOption("[name='1/kind']", "none");
  await page.waitForFunction(() =>
    document
      .querySelector(".sentence")
      ?.textContent.includes("но не если представлен документ «Билет рыбака» или"),
  );
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("#form[open]", { state: "detached" });
  const when = {
    all: [
      { fact: "applicant.age", operator: "lessThan", value: 16 },
      {
        not: {
          any: [
            { fact: "documents", operator: "contains", value: "fisher-s-card" },
            { fact: "applicant.elderly", operator: "equal", value: true },
          ],
        },
      },
    ],
  };
  expect(decisions().at(-1)).toMatchObject({ action: "edit", values: { when } });
  expect(await page.textContent(".card .condition")).toContain(
    "только если «Возраст (полных лет)» меньше 16",
  );

  // Opened again, the fields show the same, a line moves out of its group, and Escape in the list leaves the form open.
  await page.click(".card:has(.condition:has-text('меньше 16')) [data-do=text]");
  await page.keyboard.press("e");
  await page.waitForSelector("#form[open] [data-pick='1.1']");
  await press(page, "[data-change=down][data-at='1.1']");
  await page.waitForSelector("[data-pick='2']");
  await page.focus("[data-pick='2']");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  expect(await page.getAttribute("[data-pick='2']", "aria-expanded")).toBe("false");
  expect(await page.isVisible("#form[open]")).toBe(true);
  await page.close();
});

test("a name that no vocabulary has is refused with what was likely meant, and nothing is written", async () => {
  const page = await browser.newPage();
  await formForDocument(page, "en");
  await press(page, ".builder .adds [data-change=add]");
  await page.waitForSelector("[data-pick='0']:focus");
  await page.keyboard.type("applicant.agee");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => document.querySelector("#e-when")?.textContent !== "");
  const said = await page.textContent("#e-when");
  expect(said).toContain("applicant.agee");
  expect(said).toContain("Age (full years)");
  expect(() => decisions()).toThrow();
  await page.close();
});

for (const colorScheme of ["light", "dark"] as const)
  describe(`in ${colorScheme}, on a phone`, () => {
    test("axe finds nothing against the builder with its list open, nor against the window that names a fact", async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 844 } });
      await formForDocument(page, "kk");
      await press(page, ".builder .adds [data-change=group]");
      await page.waitForSelector("[data-pick='0.0']:focus");
      expect(await violations(page)).toEqual([]);
      const isWider = (): Promise<boolean> =>
        page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      expect(await isWider()).toBe(false);
      await press(page, "[data-do=new-name]");
      await page.waitForSelector(".name-form");
      await page.selectOption(".name-form [name=type]", "choice");
      expect(await violations(page)).toEqual([]);
      await page.close();
    });

    test("the page of the book's vocabulary takes a fact with its values, and axe finds nothing against it", async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 844 } });
      await page.goto(`${bench.url}vocabulary/kz-mz-2024-99/1?lang=kk`);
      expect(await violations(page)).toEqual([]);
      await page.selectOption("[name=type]", "choice");
      for (const [field, words] of [
        ["kk", "Қайық түрі"],
        ["ru", "Вид лодки"],
        ["en", "Kind of boat"],
      ] as const)
        await page.fill(`[name=${field}]`, words);
      for (const [field, words] of [
        ["kk", "ескекті"],
        ["ru", "гребная"],
        ["en", "rowing boat"],
      ] as const)
        await page.locator(`[name=value-${field}]`).first().fill(words);
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>("[name=id]")?.value === "own.kindOfBoat",
      );
      await press(page, "main [type=submit]");
      await page.waitForSelector("text=own.kindOfBoat");
      expect(await violations(page)).toEqual([]);
      expect(decisions()).toMatchObject([
        {
          vocabulary: {
            facts: [{ id: "own.kindOfBoat", type: "string", values: [{ value: "rowing-boat" }] }],
          },
        },
      ]);
      await page.close();
    });
  });
