import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { ask, served, type Served } from "../server/served.ts";
import { violations } from "./violations.ts";

let browser: Browser;
let site: Served;
let folder: string;
const SERVICE = "/apply/kz-mz-2024-99/1";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-apply-"));
  writeFileSync(join(folder, "tokens"), "intake scope=check 0123456789abcdef\n");
  const tokens = ["--token-file", join(folder, "tokens"), "--decision-log", join(folder, "decisions")];
  [browser, site] = await Promise.all([startBrowser(), served("--apply", "--no-review", ...tokens)]);
});
afterAll(async () => {
  await browser.close();
  site.server.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

const at = (path: string): string => `http://127.0.0.1:${site.port}${path}`;

async function opened(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  await page.goto(at(path));
  return page;
}

/** The name and value of what has the focus. */
async function focused(page: Page): Promise<string> {
  const there = page.locator(":focus");
  return `${(await there.getAttribute("name")) ?? ""}=${(await there.getAttribute("value")) ?? ""}`;
}

/** Fills in a form that lacks a paper, as a mouse does. */
async function told(page: Page): Promise<void> {
  for (const [name, value] of [
    ["channel", "provider"],
    ["fact.applicant.personType", "natural-person"],
    ["fact.applicant.attachedToProvider", "true"],
    ["fact.consent.restrictedData", "true"],
    ["document", "identity-card"],
  ])
    await page.check(`input[name="${name}"][value="${value}"]`);
  await page.fill('input[name="until.identity-card"]', "2040-05-01");
  await page.click("button.primary");
}

test("without a script a citizen finds a service, is told what to mend by the keyboard and what decides, and turns the language with the answers", async () => {
  const page = await opened("/apply?lang=ru");
  await page.click(`a[href="${SERVICE}?lang=ru"]`);
  expect(await page.locator("input:checked").count()).toBe(0);

  // Sent as it is: the way of applying is missing, and the link leads to it.
  await page.focus("button.primary");
  await page.keyboard.press("Enter");
  await page.focus('[role="alert"] a');
  await page.keyboard.press("Enter");
  expect(page.url()).toContain("#channel-0");

  expect(await focused(page)).toBe("channel=provider");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("fact.applicant.personType=natural-person");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  expect(await page.getAttribute("[data-verdict]", "data-verdict")).toBe("undetermined");
  expect(await page.isVisible('.verdict a[href="#fact-1-0"]')).toBe(true);

  await page.click("nav button[lang=kk]");
  expect(await page.getAttribute("html", "lang")).toBe("kk");
  expect(await page.getAttribute("[data-verdict]", "data-verdict")).toBe("undetermined");
  expect(await page.locator("input:checked").count()).toBe(2);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});

test("the verdict names the missing paper with its clause and the due time, and goes on paper with the answers", async () => {
  const page = await opened(`${SERVICE}?lang=en`);
  await told(page);
  expect(await page.getAttribute("[data-verdict]", "data-verdict")).toBe("incomplete");
  const verdict = await page.innerText(".verdict");
  expect(verdict).toContain("Results of clinical and diagnostic examinations");
  expect(verdict).toMatch(/«жіберілетін диагнозға сәйкес .+»/u);
  expect(await page.locator(".verdict time").count()).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  expect(await page.isVisible(".on-paper")).toBe(true);
  expect(await page.innerText(".on-paper")).toContain("2040-05-01");
  for (const gone of ["header", "form", "button"])
    expect(await page.locator(gone).first().isVisible()).toBe(false);
  await page.context().close();
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test("axe finds nothing against the pages, and a phone shows them without scrolling sideways", async () => {
    const viewport = { width: 390, height: 800 };
    const page = await opened("/apply?lang=kk", { colorScheme, viewport, javaScriptEnabled: true });
    const look = async (): Promise<void> => {
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    };
    await look();
    await page.goto(at(`${SERVICE}?lang=ru`));
    await look();
    await told(page);
    await page.click("summary");
    await look();
    await page.fill('input[name="until.identity-document"]', "2040-05-01");
    await page.click("button.primary");
    expect(await page.getAttribute("[aria-invalid]", "name")).toBe("until.identity-document");
    await look();
    await page.goto(at(`${SERVICE}?lang=en&at=1999-12-31`));
    await look();
    await page.context().close();
  });
});

test("whoever applies shows no token, where the API asks for one, and nothing is kept, where its verdicts are", async () => {
  const kept = (): string =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "tokens")
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("");
  expect((await ask(site.port, "/services")).status).toBe(401);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await ask(site.port, SERVICE, { body: "channel=provider", headers: form });
  expect(answer.status).toBe(200);
  expect(kept()).not.toContain("receipt");
  const request = { service: "kz-mz-2024-99/1", channel: "provider", submitted: "2025-03-17T10:00" };
  const headers = { authorization: "Bearer 0123456789abcdef" };
  expect((await ask(site.port, "/check", { body: JSON.stringify(request), headers })).status).toBe(200);
  expect(kept()).toContain("receipt");
  expect(JSON.stringify(site.log())).not.toContain("kz-mz");
});
