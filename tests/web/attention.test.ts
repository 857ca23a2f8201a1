import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

const dist = resolve(import.meta.dirname, "../../dist/tarmaq.js");

/** A small regulation: clause by clause, in the words that such regulations have. */
const act = (clauses: readonly string[]): string =>
  [
    '"Сынақ анықтамасын беру" мемлекеттік көрсетілетін қызмет регламенті',
    "",
    "1. Жалпы ережелер",
    "",
    ...clauses.map((clause, index) => `      ${index + 1}. ${clause}`),
    "",
  ].join("\n");
const TERM = "Мемлекеттік көрсетілетін қызмет 5 (бес) жұмыс күні ішінде көрсетіледі.";
const WAITING = "Құжаттарды тапсыру үшін күтудің рұқсат етілген ең ұзақ уақыты – 30 (отыз) минут.";
const FREE = "Мемлекеттік көрсетілетін қызмет тегін көрсетіледі.";

let browser: Browser;
let folder: string;
let file: string;
let bench: Workbench | undefined;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-attention-"));
  file = join(folder, "trial.txt");
});
afterEach(async () => {
  await bench?.end();
  bench = undefined;
  rmSync(folder, { recursive: true });
});

interface Line {
  state: string;
  rule: string;
  values: { kind: string; subject?: string };
}

function tarmaq(...args: string[]): string {
  return execFileSync(process.execPath, [dist, "review", file, "--rules", join(folder, "rules"), ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}
/** The service that the reader makes of the small regulation, and its candidates. */
function candidates(): { service: string; rules: Line[] } {
  for (const service of ["1", "0"])
    try {
      const lines = tarmaq("--service", service, "--list")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Line);
      const rules = lines.filter((line) => line.state === "waiting");
      if (rules.length > 0) return { service, rules };
    } catch {
      // There is no such service.
    }
  throw new Error("the reader finds no rule in the small regulation");
}
function apply(service: string, by: string, ...lines: object[]): void {
  const path = join(folder, "requests.jsonl");
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  tarmaq("--service", service, "--apply", path, "--by", by);
}
async function open(path: string): Promise<Page> {
  bench ??= await startWorkbench({ acts: [file], rules: join(folder, "rules") });
  const page = await browser.newPage();
  await page.goto(bench.url + path);
  return page;
}
const cardStates = (page: Page): Promise<(string | null)[]> =>
  page.$$eval(".card[data-rule]", (cards) => cards.map((card) => card.getAttribute("data-state")));

test("words that changed or vanished under a decision come first on the desk, and the shelf counts them", async () => {
  writeFileSync(file, act([TERM, WAITING, FREE]));
  const { service, rules } = candidates();
  expect(rules.map((rule) => rule.values.kind)).toEqual(["deadline", "deadline", "fee"]);
  apply(service, "Aigul", ...rules.map(({ rule }) => ({ action: "accept", rule })));
  writeFileSync(file, act([TERM.replace("5 (бес)", "7 (жеті)"), "Осы тармақ алып тасталды.", FREE]));
  const page = await open("desk/trial?lang=en");
  expect(await cardStates(page)).toEqual(["stale", "lost", "accepted"]);
  await page.goto(`${bench?.url ?? ""}?lang=en`);
  expect(await page.textContent("td.s-stale:not([data-none=true])")).toBe("1");
  expect(await page.textContent("td.s-lost:not([data-none=true])")).toBe("1");
  await page.goto(`${bench?.url ?? ""}desk/trial?lang=en`);
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await page.waitForSelector(".card[data-state=accepted] >> text=7 working days");
  await page.close();
});

test("two who disagree are both shown, and either can be settled for", async () => {
  writeFileSync(file, act([TERM]));
  const { service, rules } = candidates();
  const rule = rules[0]?.rule ?? "";
  apply(service, "Aigul", { action: "accept", rule });
  apply(service, "Bolat", { action: "edit", rule, fields: { amount: 15 }, why: "a slip of the pen" });
  const page = await open("desk/trial?lang=en");
  expect(await cardStates(page)).toEqual(["disagreement"]);
  const said = await page.textContent(".said");
  expect(said).toContain("Aigul accepted");
  expect(said).toMatch(/Bolat accepted with changes.* — a slip of the pen/u);
  await page.click(".said li:has-text('Aigul') button");
  await page.waitForSelector(".card[data-state=accepted] >> text=5 working days");
  await page.reload();
  expect(await cardStates(page)).toEqual(["accepted"]);
  await page.close();
});
