import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Browser, Locator, Page } from "playwright-core";
import type { FormSchema } from "../../../src/form/form-parts.ts";
import type { Answer, Answers } from "./answers.ts";
import { choose, write, type Driver } from "./page-drivers.ts";
import type { Site } from "./site.ts";

/** One service's form, and what is answered to it. */
export interface Trial {
  readonly browser: Browser;
  readonly site: Site;
  readonly id: string;
  /** Day by whose version is asked and judged. */
  readonly at: string;
  readonly language: string;
  readonly form: FormSchema;
  readonly answers: Answers;
  /** Folder for pictures of the pages as they are in the end. */
  readonly pictures: string | undefined;
}

/** What came of a form in one renderer. */
export interface Tried {
  readonly by: string;
  /** Questions that were to be seen in the end, the way of applying among them. */
  readonly shown: number;
  readonly preselected: number;
  readonly papers: number;
  readonly status: number;
  /** What `check` says of what the form gave, or a page for applicants. */
  readonly verdict: string;
  /** Whether it is what `check` says where the same answers are told without a form. */
  readonly isSame: boolean;
  readonly fault: string | undefined;
}

/** Answers a form in a renderer by the keyboard. */
export async function tryForm(trial: Trial, driver: Driver): Promise<Tried> {
  const { browser, site, id, at, language, answers, pictures } = trial;
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  try {
    await page.goto(`${site.address}/${driver.renderer === "json-schema" ? "rjsf" : driver.renderer}`);
    await page.evaluate(
      (form) => {
        (globalThis as unknown as { show: (form: unknown) => void }).show(form);
      },
      await site.form(id, { language, renderer: driver.renderer, at }),
    );
    await page.locator(driver.channel).waitFor();
    const preselected = answersIn(await given(page));
    await choose(page, page.locator(driver.channel), answers.channel.label ?? "");
    const told = await answerFacts(page, driver, trial);
    const papers = await handIn(page, driver, answers);
    await picture(page, pictures, `${driver.renderer}-${id}`);
    const { status, verdict } = await judged(trial, await given(page));
    const plainly = await judged(trial, plainAnswers(trial, told, papers));
    return {
      by: driver.name,
      shown: told.length + 1,
      preselected,
      papers,
      status,
      verdict: String(verdict["verdict"]),
      isSame: isDeepStrictEqual(verdict, plainly.verdict),
      fault: faults[0],
    };
  } catch (error) {
    await picture(page, pictures, `failed-${driver.renderer}-${id}`);
    return failed(driver.name, error);
  } finally {
    await page.close();
  }
}

/** Answers the page for applicants by the keyboard, without a script. */
export async function tryHtml(trial: Trial): Promise<Tried> {
  const { browser, site, id, at, language, answers, pictures } = trial;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  try {
    await page.goto(`${site.address}/apply/${id}?lang=${language}&at=${at}`);
    const preselected = await page.locator("input:checked").count();
    const names = page.locator('[name="channel"], [name^="fact."]');
    const shown = await names.evaluateAll((all) => new Set(all.map((one) => one.getAttribute("name"))).size);
    await tick(page, "channel", String(answers.channel.value));
    const told = Object.entries(answers.facts);
    for (const [fact, { text, value }] of told)
      if (text === undefined) await tick(page, `fact.${fact}`, String(value));
      else await write(page, page.locator(`[name="fact.${fact}"]`), text);
    for (const { type, until } of answers.papers) {
      await tick(page, "document", String(type.value));
      const field = page.locator(`[name="until.${String(type.value)}"]`);
      if (until !== undefined && (await field.count()) > 0) await field.fill(until);
    }
    await page.focus("button.primary");
    const [response] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === "POST"),
      page.keyboard.press("Enter"),
    ]);
    await page.waitForLoadState();
    await picture(page, pictures, `html-${id}`);
    const verdict = (await page.getAttribute("[data-verdict]", "data-verdict")) ?? "none";
    const facts = told.map(([fact]) => fact);
    const plainly = await judged(trial, plainAnswers(trial, facts, answers.papers.length));
    return {
      by: "HTML",
      shown,
      preselected,
      papers: answers.papers.length,
      status: response.status(),
      verdict,
      isSame: verdict === plainly.verdict["verdict"],
      fault: undefined,
    };
  } catch (error) {
    return failed("HTML", error);
  } finally {
    await context.close();
  }
}

async function tick(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`[name="${name}"][value="${value}"]`).focus();
  await page.keyboard.press("Space");
}

interface Told {
  readonly channel?: unknown;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly documents?: readonly unknown[];
}

/** The data that the renderer's page would send. */
const given = (page: Page): Promise<Told> =>
  page.evaluate(() => (globalThis as unknown as { answers: () => Told }).answers());

/** How much is answered in data, an empty answer being none. */
const answersIn = ({ channel, facts = {}, documents = [] }: Told): number =>
  [channel, ...Object.values(facts)].filter((value) => value !== undefined && value !== "").length +
  documents.length;

/** Answers every question that is to be seen, and those that come up by that; gives their facts. */
async function answerFacts(page: Page, driver: Driver, { answers }: Trial): Promise<readonly string[]> {
  const told: string[] = [];
  for (let before = -1; before < told.length;) {
    before = told.length;
    for (const [fact, answer] of Object.entries(answers.facts)) {
      const field = page.locator(driver.fact(fact));
      if (told.includes(fact) || !(await field.isVisible())) continue;
      told.push(fact);
      await give(page, field, answer);
    }
  }
  return told;
}

const give = (page: Page, field: Locator, { label, text }: Answer): Promise<void> =>
  label === undefined ? write(page, field, text ?? "") : choose(page, field, label);

async function handIn(page: Page, driver: Driver, { papers }: Answers): Promise<number> {
  for (const [index, { type, until }] of papers.entries()) {
    await page.locator(driver.addPaper).first().focus();
    await page.keyboard.press("Enter");
    await choose(page, page.locator(driver.paper(index)), type.label ?? "");
    if (until !== undefined) {
      await page.locator(driver.until(index)).fill(until);
      await page.keyboard.press("Tab");
    }
  }
  return papers.length;
}

const plainAnswers = ({ answers }: Trial, told: readonly string[], papers: number): Told => ({
  channel: answers.channel.value,
  facts: Object.fromEntries(told.map((fact) => [fact, answers.facts[fact]?.value])),
  documents: answers.papers.slice(0, papers).map(({ type, until }) => ({
    type: type.value,
    ...(until !== undefined && { validUntil: until }),
  })),
});

async function judged({ site, id, at }: Trial, told: Told) {
  const asked = { service: id, submitted: `${at}T10:00:00+05:00`, ...told };
  const { status, answer } = await site.check(asked);
  const verdict = Object.fromEntries(Object.entries(answer).filter(([name]) => name !== "receipt"));
  return { status, verdict };
}

async function picture(page: Page, folder: string | undefined, name: string): Promise<void> {
  if (folder !== undefined)
    await page.screenshot({ path: join(folder, `${name.replaceAll("/", "-")}.png`), fullPage: true });
}

const failed = (by: string, error: unknown): Tried => ({
  by,
  shown: 0,
  preselected: 0,
  papers: 0,
  status: 0,
  verdict: "none",
  isSame: false,
  fault: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
});
