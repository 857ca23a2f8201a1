import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startWorkbench } from "./workbench.ts";

/** Edits one rule over and over until the server is gone; gives the amounts whose decisions were acknowledged. */
async function decideUntilKilled(url: string, onFirst: () => void): Promise<number[]> {
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
    const request = {
      action: "edit",
      rule: "kz-mz-2024-99/1/deadline/annex-1/chapter-2/clause-10",
      fields: { amount: amount + 1 },
    };
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

for (const delay of [0, 37, 150])
  test(`kill -9 after ${delay} ms of deciding: every decision that was acknowledged is there, and the next one is taken`, async () => {
    const bench = await startWorkbench();
    const acknowledged = await decideUntilKilled(bench.url, () => {
      setTimeout(() => void bench.kill(), delay);
    });
    expect(acknowledged.length).toBeGreaterThan(0);
    const file = join(bench.rules, "kz-mz-2024-99/1/decisions.jsonl");
    const amounts = readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line) => {
        try {
          return [(JSON.parse(line) as { values: { amount: number } }).values.amount];
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
