import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { passed } from "../../src/files/read-json.ts";
import { startWorkbench } from "./workbench.ts";

/** An act of some size: what is written takes a while. */
const ACT = readFileSync(join(import.meta.dirname, "../fixtures/heads/144367-rus.md"), "utf8");
const LONG = "\n\nУслугодатель выдаёт справку. Справка выдаётся бесплатно.".repeat(2000);
const textOf = (number: number): string => `${ACT}\n\n${number + 2}. Иное.${LONG}\n`;

/** Opens one act after another until the server is gone; gives the numbers of those that were acknowledged. */
async function openUntilKilled(url: string, onFirst: () => void): Promise<number[]> {
  const page = await fetch(url);
  const headers = {
    "content-type": "application/octet-stream",
    cookie: (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
    origin: new URL(url).origin,
    "x-tarmaq-token": /name="tarmaq-token" content="([^"]*)"/u.exec(await page.text())?.[1] ?? "",
  };
  const acknowledged: number[] = [];
  for (let number = 1; ; number += 1)
    try {
      const sent = { method: "POST", headers, body: textOf(number) };
      if ((await fetch(`${url}open?name=act-${number}.md`, sent)).status === 200) acknowledged.push(number);
      if (acknowledged.length === 1) onFirst();
    } catch {
      return acknowledged;
    }
}

for (const delay of [0, 400])
  test(`kill -9 after ${delay} ms of opening acts leaves those that were acknowledged, and no half one`, async () => {
    const bench = await startWorkbench();
    const acknowledged = await openUntilKilled(bench.url, () => {
      setTimeout(() => void bench.kill(), delay);
    });
    const folder = join(bench.rules, "acts");
    const texts = readdirSync(folder).filter((name) => /^[^.].*\.md$/u.test(name));
    for (const number of acknowledged) expect(texts).toContain(`act-${number}.md`);
    // At most the one that was under way may be there without anybody having heard of it.
    expect(texts.length - acknowledged.length).toBeLessThanOrEqual(1);
    for (const name of texts) {
      expect(readFileSync(join(folder, name), "utf8")).toBe(textOf(Number(/\d+/u.exec(name)?.[0])));
      const file = join(folder, name.replace(/\.md$/u, ".about.json"));
      expect(existsSync(file)).toBe(true);
      passed(JSON.parse(readFileSync(file, "utf8")), file, {
        what: "What is known of a text",
        schema: "about",
      });
    }
    const again = await startWorkbench({ rules: bench.rules, acts: [folder] });
    const shelf = await (await fetch(again.url)).text();
    for (const number of acknowledged) expect(shelf).toContain(`desk/act-${number}"`);
    await again.end();
  });
