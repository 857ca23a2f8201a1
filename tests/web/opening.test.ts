import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { violations } from "./violations.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const JUSTICE = join(FIXTURES, "heads/144367-rus.md");
/** Its stamp has blanks for day and number. */
const BLANK = join(FIXTURES, "heads/140547-rus.md");

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
  await page.goto(bench.url);
});
afterEach(async () => {
  await page.close();
  await bench.end();
});

const kept = (...path: string[]): string => join(bench.rules, "acts", ...path);
const about = (stem: string): Record<string, unknown> =>
  JSON.parse(readFileSync(kept(`${stem}.about.json`), "utf8")) as Record<string, unknown>;

/** Drops files on the page as a person does, wherever on it. */
const drop = (files: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((named) => {
    const transfer = new DataTransfer();
    for (const [name, content] of Object.entries(named)) transfer.items.add(new File([content], name));
    for (const type of ["dragover", "drop"])
      document
        .querySelector("h1")
        ?.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);

test("a file is chosen by keyboard, its head proposed, what it does not say asked for and told; the desk is one key away", async () => {
  await page.focus("#files");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await Promise.all([page.waitForURL(/\/about\/140547-rus\?opened$/u), chooser.setFiles(BLANK)]);
  expect(await page.inputValue("#a-body")).toBe("Министр юстиции Республики Казахстан");
  expect(await page.textContent("#a-edition-said")).toContain("09.07.2026 № 668");
  expect(await page.textContent("p.missing")).toContain("number, day of adoption, registration, force");
  await page.waitForSelector("#a-number:focus");

  await page.keyboard.type("19");
  await page.fill("#a-date", "2026-08-08");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#a-edition[aria-invalid=true]:focus");
  expect(await page.textContent("#a-edition-error")).toContain("before the act was adopted");
  expect(await page.textContent("#about-error")).toContain("Edition");
  expect(about("140547-rus")["number"]).toBe("unknown");

  await page.fill("#a-date", "2020-06-08");
  await Promise.all([page.waitForURL(/\/about\/140547-rus$/u), page.press("#a-date", "Enter")]);
  expect(await page.textContent("#about-said")).toBe("Saved.");
  expect(await page.textContent("p.missing")).toContain("registration, force");
  expect(await page.textContent(".corrections")).toContain("Aigul");
  expect(about("140547-rus")).toMatchObject({ number: "19", date: "2020-06-08" });

  await page.focus("main.about a");
  await Promise.all([page.waitForURL(/\/desk\/140547-rus$/u), page.keyboard.press("Enter")]);
  expect(await page.textContent(".cards .known")).toContain("Not known: registration, force");
});

test("several files are dropped anywhere on the shelf: each is told as open or why it is not, and stands there at once", async () => {
  await drop({
    "144367-rus.md": readFileSync(JUSTICE, "utf8"),
    "copy.md": readFileSync(JUSTICE, "utf8"),
    "empty.txt": "",
    "photo.png": "PNG",
    "letter.txt": "Уважаемые коллеги, напоминаю вам о завтрашней встрече в десять часов утра.",
  });
  await page.waitForFunction(() => document.querySelectorAll("#opened li").length === 5);
  const told = await page.$$eval("#opened li", (lines) => lines.map((line) => line.textContent));
  expect(told).toEqual([
    expect.stringMatching(/^144367-rus\.md — opened: Об утверждении/u),
    expect.stringContaining("its content is that of 144367-rus"),
    expect.stringContaining("is empty"),
    expect.stringContaining("is called like no text"),
    expect.stringContaining("is no act"),
  ]);
  await page.waitForSelector('#acts a[href$="/desk/144367-rus"]');
  expect(readdirSync(kept()).sort()).toEqual(["144367-rus.about.json", "144367-rus.md"]);
});

test("documents, pages and PDFs are opened as texts are", async () => {
  const files = ["act.docx", "act.html", "act.chromium.pdf"];
  const sent = files.map((name) => ({
    name: `${name.replaceAll(".", "-")}.${name.split(".").at(-1) ?? ""}`,
    mimeType: "application/octet-stream",
    buffer: readFileSync(join(FIXTURES, "formats", name)),
  }));
  await page.setInputFiles("#files", sent);
  await page.waitForFunction(() => document.querySelectorAll("#opened li").length === 3);
  expect(await page.$$eval("#opened li", (lines) => lines.map((line) => line.getAttribute("class")))).toEqual(
    files.map(() => "done"),
  );
  // Where a file has no lines, none is told.
  await page.goto(`${bench.url}about/act-docx`);
  expect(await page.textContent("#a-title-said")).toMatch(/^From the text: /u);
});

test("a file too large is not sent, and a server that is gone is told", async () => {
  await page.evaluate(() => {
    document.querySelector("#opening")?.setAttribute("data-largest", "0.001");
  });
  await page.setInputFiles("#files", JUSTICE);
  await page.waitForSelector("#opened .refused");
  expect(await page.textContent("#opened")).toContain("larger than");
  await page.evaluate(() => {
    document.querySelector("#opening")?.setAttribute("data-largest", "32");
  });
  await bench.kill();
  await page.setInputFiles("#files", JUSTICE);
  await page.waitForFunction(() => document.querySelectorAll("#opened .refused").length === 2);
  expect(existsSync(kept("144367-rus.md"))).toBe(false);
});

test("a folder of this machine is named: twins find each other by their names, and a wrong path is told", async () => {
  const mine = join(bench.rules, "mine");
  mkdirSync(mine);
  for (const name of ["94652-kaz.md", "94652-rus.md"])
    writeFileSync(join(mine, name), readFileSync(join(FIXTURES, "acts", name)));
  await page.fill("#path", join(bench.rules, "nowhere"));
  await page.keyboard.press("Enter");
  await page.waitForSelector("#opened .refused");
  expect(await page.textContent("#opened")).toContain("there is no such file");
  await page.fill("#path", mine);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("#opened .done").length === 2);
  await page.goto(`${bench.url}desk/94652-kaz`);
  await page.waitForSelector(".card .twin");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing against the shelf with what was opened and the form about an act, in ${colorScheme}`, async () => {
    const other = await browser.newPage({ colorScheme });
    await other.goto(`${bench.url}?lang=kk`);
    await other.setInputFiles(
      "#files",
      [JUSTICE, join(FIXTURES, "formats/act.md"), join(FIXTURES, "README.md")].slice(0, 2),
    );
    await other.waitForFunction(() => document.querySelectorAll("#opened li").length === 2);
    expect(await violations(other)).toEqual([]);
    for (const path of ["about/144367-rus?opened&lang=ru", "about/144367-rus?lang=kk"]) {
      await other.goto(bench.url + path);
      expect(await violations(other)).toEqual([]);
    }
    await other.close();
  });

test("a phone shows both without scrolling sideways", async () => {
  await page.setInputFiles("#files", BLANK);
  await page.waitForURL(/opened$/u);
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const path of ["?lang=ru", "about/140547-rus?lang=kk"]) {
    await phone.goto(bench.url + path);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await phone.close();
});
