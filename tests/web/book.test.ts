import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { SMALL_ACT } from "./act-kaz.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

let browser: Browser;
let folder: string;
let bench: Workbench;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-book-"));
  writeFileSync(join(folder, "small-kaz.md"), SMALL_ACT);
  bench = await startWorkbench({ acts: [join(folder, "small-kaz.md")] });
  page = await openBook(bench);
});
afterEach(async () => {
  await page.context().close();
  await bench.end();
  rmSync(folder, { recursive: true, force: true });
});

async function openBook(on: Workbench): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const opened = await context.newPage();
  await opened.goto(`${on.url}book/small-kaz/1?lang=en`);
  return opened;
}

const decisions = (): Record<string, unknown>[] =>
  readFileSync(join(bench.rules, "small-kaz/1/decisions.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Opens a form by key on an entry, and waits for it. */
async function openForm(entry: string | undefined, key: string): Promise<void> {
  if (entry !== undefined) await page.focus(entry);
  await page.keyboard.press(key);
  await page.waitForSelector("#form[open]");
}
const save = async (shown: string): Promise<void> => {
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(shown);
};

test("a book is finished by keyboard at the desk alone: fields, pointer, remark, build; a killed server loses nothing", async () => {
  expect(await page.textContent(".build")).toContain("rules that wait for a decision: 2");
  await page.click("#accept-all");
  await page.waitForSelector("#field-inForce .said");
  expect(await page.textContent("#field-inForce .value")).toContain("from when it is in force is not known");

  // What the text does not tell is asked for.
  await openForm("#field-act", "e");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("#form [aria-invalid=true]");
  expect(await page.textContent("#f-error")).toContain("must be given");
  await page.fill("#f-body", "Әділет министрі");
  await page.fill("#f-number", "77");
  await page.fill("#f-date", "2024-02-05");
  await save("#field-act .said");
  await openForm("#field-zone", "e");
  await page.fill("#f-zone", "Asia/Almaty");
  await save("#field-zone .said");

  // Published on 8 February, ten days pass, in force from the 19th.
  await openForm("#field-inForce", "e");
  await page.fill("#f-published", "2024-02-08");
  await page.click("[data-do=count-from]");
  await save("#field-inForce .value:has-text('in force from 19.02.2024')");

  await openForm(undefined, "n");
  await page.fill("#f-what", "Стандарттың 9-тармағы");
  await page.check("#form [value=document]");
  await page.fill("#f-cite", "1-тарау, 2-тармақ");
  await save("#pointer-1.s-held");
  await openForm(undefined, "m");
  await page.fill("#f-remark", "Өтініш нысаны мәтінде жоқ.");
  await save("article.s-held:has-text('Өтініш нысаны')");

  await page.keyboard.press("b");
  await page.waitForFunction(() => document.querySelector("#announce")?.textContent.startsWith("Not built"));
  await page.click(".gaps a");
  await page.waitForSelector("main.desk");
  await page.keyboard.press("w");
  for (const number of ["1", "2"]) {
    await page.keyboard.press("a");
    await page.waitForFunction((n) => document.querySelector("#progress b")?.textContent === n, number);
  }
  const { rules } = bench;
  await bench.kill();
  bench = await startWorkbench({ rules, acts: [join(folder, "small-kaz.md")] });
  await page.context().close();
  page = await openBook(bench);
  await page.keyboard.press("b");
  await page.waitForSelector(".build:has-text('Built, and as decided.')");
  expect(JSON.parse(readFileSync(join(rules, "small-kaz/1/1.json"), "utf8"))).toMatchObject({
    id: "small-kaz/1",
    act: { number: "77", date: "2024-02-05" },
    inForce: { from: "2024-02-19", until: null },
    zone: "Asia/Almaty",
    notHeld: [{ kinds: ["document"], what: "Стандарттың 9-тармағы", cite: "1-тарау, 2-тармақ" }],
    remarks: ["Өтініш нысаны мәтінде жоқ."],
  });
  await page.keyboard.press("v");
  await page.waitForSelector("article blockquote");
  expect(await page.textContent("main")).toContain("3 (үш) жұмыс күні");
  expect(await page.locator(".draft").count()).toBe(0);
});

test("until all is decided the book is shown as a draft that says what is missing, and is not written", async () => {
  await page.keyboard.press("v");
  await page.waitForSelector(".draft");
  expect(await page.textContent(".draft")).toContain("rules that wait for a decision: 2");
  expect(existsSync(join(bench.rules, "small-kaz/1/1.json"))).toBe(false);
  const file = await page.context().request.get(`${bench.url}book/small-kaz/1/json`);
  expect(file.headers()["content-disposition"]).toContain("small-kaz-1-1-draft.json");
});

test("a field is cleared and put back by undo; a pointer and a remark are edited, withdrawn for a reason, and put back", async () => {
  await page.focus("#field-calendar");
  await page.keyboard.press("a");
  await page.waitForSelector("#field-calendar .said");
  await page.keyboard.press("r");
  await page.waitForSelector("#field-calendar:has-text('cleared it')");
  await page.keyboard.press("u");
  await page.waitForSelector("#field-calendar:not(:has-text('cleared it')) .said");

  await openForm(undefined, "n");
  await page.fill("#f-what", "Заң");
  await page.check("#form [value=refusal]");
  await page.fill("#f-cite", "1-тарау");
  await save("#pointer-1.s-held");
  await openForm("#pointer-1", "e");
  await page.fill("#f-what", "Заңның 8-бабы");
  await save("#pointer-1:has-text('Заңның 8-бабы')");
  await openForm("#pointer-1", "r");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("#form [aria-invalid=true]");
  await page.fill("#f-why", "the act is at hand");
  await save(".s-withdrawn:has-text('the act is at hand')");
  await page.focus(".s-withdrawn");
  await page.keyboard.press("a");
  await page.waitForSelector("#pointer-1.s-held");
  expect(decisions().map((one) => one["action"])).toEqual([
    "book",
    "book",
    "undo",
    "not-held",
    "not-held",
    "withdraw",
    "not-held",
  ]);

  await openForm("#remark-1", "e");
  await page.fill("#f-remark", "first");
  await save("article.s-held:has-text('first')");
});

test("two people who differ on a field are shown beside each other, and one settles it", async () => {
  const { rules } = bench;
  const other = await startWorkbench({
    rules,
    acts: [join(folder, "small-kaz.md")],
    args: ["--by", "Bolat"],
  });
  const theirs = await openBook(other);
  const say = async (on: Page, zone: string): Promise<void> => {
    await on.focus("#field-zone");
    await on.keyboard.press("e");
    await on.waitForSelector("#form[open]");
    await on.fill("#f-zone", zone);
    await on.keyboard.press("Control+Enter");
    await on.waitForSelector(`#field-zone:has-text('${zone}')`);
  };
  await say(page, "Asia/Oral");
  await say(theirs, "Asia/Almaty");
  expect(await theirs.textContent("#field-zone")).toContain("people say differently");
  await theirs.click("#field-zone .position:has-text('Asia/Oral') button:has-text('Settle')");
  await theirs.waitForSelector("#field-zone:not(:has-text('differently')) .value:has-text('Asia/Oral')");
  await page.reload();
  expect(await page.textContent("#field-zone")).not.toContain("differently");
  await theirs.context().close();
  await other.kill();
});

test.each([
  ["week", async () => page.selectOption("#f-week", "6"), "six days"],
  ["rest", async () => page.check("#form [value='7']"), "Sun"],
  ["law", async () => page.selectOption("#f-scope", "licence"), "gives a licence"],
  ["language", async () => page.selectOption("#f-language", "kk"), "kk"],
  ["service", async () => page.fill("#f-name-ru", "Выдача справки"), "Выдача справки"],
] as const)("the form of %s keeps what is told", async (field, act, shown) => {
  await openForm(`#field-${field}`, "e");
  await act();
  await save(`#field-${field} .said`);
  expect(await page.textContent(`#field-${field} .value`)).toContain(shown);
});
