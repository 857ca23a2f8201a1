import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startWorkbench } from "./workbench.ts";

const RULE = "kz-mz-2024-99/1/deadline/annex-1/chapter-2/clause-10";

/** What is asked for over and over: something that bears the number it was asked with, and the number in a decision. */
const ASKED = {
  edit: {
    request: (number: number) => ({ action: "edit", rule: RULE, fields: { amount: number } }),
    numberIn: (line: { values: { amount: number } }) => line.values.amount,
  },
  comment: {
    request: (number: number) => ({ action: "comment", rule: RULE, text: String(number) }),
    numberIn: (line: { text: string }) => Number(line.text),
  },
  assign: {
    request: (number: number) => ({ action: "assign", rule: RULE, to: String(number) }),
    numberIn: (line: { to: string }) => Number(line.to),
  },
} as const;

/** Asks for the same over and over until the server is gone; gives the numbers whose decisions were acknowledged. */
async function decideUntilKilled(
  url: string,
  what: keyof typeof ASKED,
  onFirst: () => void,
): Promise<number[]> {
  const page = await fetch(url);
  const token = /name="tarmaq-token" content="([^"]*)"/u.exec(await page.text())?.[1] ?? "";
  const headers = {
    "content-type": "application/json",
    cookie: (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
    origin: new URL(url).origin,
    "x-tarmaq-token": token,
  };
  const acknowledged: number[] = [];
  for (let amount = 1; ; amount += 1) {
    const request = ASKED[what].request(amount + 1);
    const body = JSON.stringify({ act: "kz-mz-2024-99", service: 1, request });
    try {
      const response = await fetch(`${url}decide`, { method: "POST", headers, body });
      if (response.status === 200) acknowledged.push(amount + 1);
      if (acknowledged.length === 1) onFirst();
    } catch {
      return acknowledged;
    }
  }
}

for (const [delay, what] of [
  [0, "edit"],
  [37, "edit"],
  [150, "edit"],
  [60, "comment"],
  [60, "assign"],
] as const)
  test(`kill -9 after ${delay} ms of deciding (${what}): every decision that was acknowledged is there, and the next one is taken`, async () => {
    const bench = await startWorkbench();
    const acknowledged = await decideUntilKilled(bench.url, what, () => {
      setTimeout(() => void bench.kill(), delay);
    });
    expect(acknowledged.length).toBeGreaterThan(0);
    const file = join(bench.rules, "kz-mz-2024-99/1/decisions.jsonl");
    const amounts = readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line) => {
        try {
          return [ASKED[what].numberIn(JSON.parse(line) as never)];
        } catch {
          return [];
        }
      });
    // At most the one that was under way may have been written without anybody hearing of it.
    expect(amounts.slice(0, acknowledged.length)).toEqual(acknowledged);
    expect(amounts.length - acknowledged.length).toBeLessThanOrEqual(1);
    const again = await startWorkbench({ rules: bench.rules });
    expect((await fetch(`${again.url}desk/kz-mz-2024-99`)).status).toBe(200);
    await again.end();
  });
