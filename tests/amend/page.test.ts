import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { faults } from "../../src/files/validate.ts";
import type { Amended } from "../../src/model/amendment.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import { amendHtml } from "../../src/report/amend/html.ts";
import { amendJson } from "../../src/report/amend/json.ts";
import { startBrowser } from "../browser.ts";
import { violations } from "../web/violations.ts";
import { amended } from "./amended.ts";

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../fixtures/amend", name), "utf8");

/** An order applied to its act, held against a text that differs in one clause. */
function told(language: "rus" | "kaz"): Amended {
  const made = amended(fixture(`passes-act-${language}.md`), fixture(`passes-order-${language}.md`));
  const difference = { is: "differs", cite: "clause 3", marks: [{ is: "removed", text: "<b>" }] } as const;
  const against = { file: "published.md", provisions: 9, equal: 8, differences: [difference] };
  return { act: "act.md", amending: "order.md", format: "markdown", against, ...made };
}

describe("what came of amending an act", () => {
  const pages = { rus: told("rus"), kaz: told("kaz") };
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(["rus", "kaz"] as const)("is in JSON what its schema says: %s", (language) => {
    expect(faults("amend", JSON.parse(amendJson(pages[language])))).toEqual([]);
  });

  it("is a page with each change under its clause, side by side, and nothing quoted is markup", () => {
    const page = amendHtml(pages.rus, "ru");
    const { outcomes } = pages.rus;
    const applied = outcomes.filter(({ is }) => is === "applied").length;
    expect(page.match(/<article class="applied"/gu)).toHaveLength(applied);
    expect(page.match(/<article class="failed"/gu)).toHaveLength(
      outcomes.filter(({ is }) => is === "not-applied").length,
    );
    expect(page).toContain("<del>трех рабочих дней</del>");
    expect(page).toContain("<ins>двух рабочих дней</ins>");
    expect(page).toContain("order.md:");
    expect(page).toContain("&lt;b&gt;");
  });

  it("is a page without faults in both themes, as wide as a phone, in three languages", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const [at, language] of LANGUAGES.entries()) {
      await page.emulateMedia({ colorScheme: at % 2 === 0 ? "dark" : "light" });
      await page.setContent(amendHtml(pages.kaz, language));
      expect(await violations(page)).toEqual([]);
      const wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate(wider)).toBe(0);
    }
  });
});
