import { join } from "node:path";
import type { Page } from "playwright-core";

/** Where the pictures of the guide are put, where they are asked for: `PICTURES=docs/pictures`. */
const PICTURES = process.env["PICTURES"];

/** What a lawyer says of a rule that waits; the first whose words stand on the card counts, and otherwise it is accepted. */
export interface Saying {
  readonly words: string;
  readonly reject?: string;
  readonly edit?: (sitting: Sitting) => Promise<void>;
}

/** Somebody at the desk who touches the keyboard alone, and how often. */
export class Sitting {
  /** Keys pressed, and words that stood on the cards that were decided on. */
  keys = 0;
  words = 0;
  decisions = 0;

  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  /** A picture for the guide. */
  async picture(name: string): Promise<void> {
    if (PICTURES !== undefined) await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  /** Saves the form that is open, and waits until it is gone. */
  async save(): Promise<void> {
    await this.press("Control+Enter");
    await this.page.waitForSelector("#form:not([open])", { state: "attached" });
  }

  /** What the card at hand says, which somebody reads before deciding. */
  async read(): Promise<string> {
    const quote = (await this.page.textContent(".card.current blockquote")) ?? "";
    this.words += quote.split(/\s+/u).length;
    this.decisions += 1;
    return (await this.page.textContent(".card.current")) ?? "";
  }

  /** Decides on each rule that waits. Gives how many there were. */
  async decide(service: number, sayings: readonly Saying[]): Promise<number> {
    const { page } = this;
    await page.goto(`${this.url}desk/141481-kaz?service=${service}&lang=en`);
    const waiting = (): Promise<number> => page.locator(".card[data-state=waiting]").count();
    const all = await waiting();
    for (let left = all; left > 0; left -= 1) {
      if ((await page.locator(".card.current[data-state=waiting]").count()) === 0) await this.press("w");
      const words = await this.read();
      const saying = sayings.find((one) => words.includes(one.words));
      if (saying?.reject !== undefined) {
        await this.press("r");
        await page.waitForSelector("#f-why:focus");
        await this.type(saying.reject);
        await this.save();
      } else if (saying?.edit !== undefined) {
        await this.press("e");
        await page.waitForSelector("#form[open] [data-form=edit]");
        await saying.edit(this);
        await this.save();
      } else await this.press("a");
      const rest = left - 1;
      await page.waitForFunction(
        (count) => document.querySelectorAll(".card[data-state=waiting]").length === count,
        rest,
      );
    }
    return all;
  }

  /** Dismisses every unread place of high risk for the reason that its words call for. Gives how many there were. */
  async dismiss(service: number, reasonOf: (words: string) => string): Promise<number> {
    const { page } = this;
    await page.goto(`${this.url}desk/141481-kaz?service=${service}&state=unread&lang=en`);
    const risky = page.locator(".card[data-state=unread]", { hasText: /risk: high/u });
    const all = await risky.count();
    for (let left = all; left > 0; left -= 1) {
      if ((await page.locator(".card.current[data-state=unread]").count()) === 0) await this.press("o");
      const words = await this.read();
      await this.press("r");
      await page.waitForSelector("#form[open] [name=reason]");
      await page.selectOption("#f-reason", reasonOf(words));
      await this.save();
      await page.waitForFunction(
        (count) =>
          [...document.querySelectorAll(".card[data-state=unread]")].filter((card) =>
            /risk: high/u.test(card.textContent),
          ).length === count,
        left - 1,
      );
    }
    return all;
  }
}
