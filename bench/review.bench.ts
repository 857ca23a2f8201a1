/**
 * The workbench with a whole act: how long until the desk of the largest act of the corpus (153 kB, about 200 cards)
 * stands in the browser, and how smoothly it scrolls; beside the same page with every line and card laid out at once
 * (`content-visibility` taken away), which is what the page would be without it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { spawn } from "node:child_process";
import type { Browser } from "playwright-core";
import { startBrowser } from "../tests/browser.ts";

const root = resolve(import.meta.dirname, "..");
const ACT = join(root, "corpus/000_a653e2419e84acd7.txt");
const RUNS = 7;

const rules = mkdtempSync(join(tmpdir(), "tarmaq-bench-"));
const args = [join(root, "dist/tarmaq.js"), "review", ACT, "--rules", rules, "--port", "0"];
const server = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
const url = await new Promise<string>((found, failed) => {
  server.stderr.on("data", (chunk: Buffer) => {
    const match = /http:\/\/\S+\/review\//u.exec(chunk.toString());
    if (match) found(match[0]);
  });
  server.once("exit", () => {
    failed(new Error("the workbench did not start: run `npm run build` first"));
  });
});
const desk = `${url}desk/kz-bqo-2015-200`;
const browser = await startBrowser();

interface Measured {
  /** Milliseconds until the server has sent the page. */
  readonly server: number;
  /** Milliseconds until the browser has laid it out and painted it. */
  readonly painted: number;
  /** Frames of a scroll through the whole text: the slowest but for one in twenty, and the slowest. */
  readonly frame95: number;
  readonly frameWorst: number;
  readonly cards: number;
}

async function measure(on: Browser, everythingAtOnce: boolean): Promise<Measured> {
  const page = await on.newPage({ viewport: { width: 1280, height: 800 } });
  if (everythingAtOnce)
    await page.route("**/workbench.css", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/content-visibility: auto;/gu, "");
      await route.fulfill({ response, body });
    });
  await page.goto(desk, { waitUntil: "load" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  const result = await page.evaluate(async () => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
    const text = document.querySelector(".text") as HTMLElement;
    const frames: number[] = [];
    let last = performance.now();
    for (let at = 0; at < text.scrollHeight; at += 400) {
      text.scrollTo(0, at);
      await new Promise((next) => requestAnimationFrame(next));
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    frames.sort((a, b) => a - b);
    return {
      server: navigation?.responseEnd ?? Number.NaN,
      painted: Math.max(painted, navigation?.domContentLoadedEventEnd ?? Number.NaN),
      frame95: frames[Math.floor(frames.length * 0.95)] ?? Number.NaN,
      frameWorst: frames.at(-1) ?? Number.NaN,
      cards: document.querySelectorAll(".card").length,
    };
  });
  await page.close();
  return result;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

await measure(browser, false);
console.log("                        server   painted   frame (95 %)   frame (worst)   cards");
for (const [name, everythingAtOnce] of [
  ["the desk", false],
  ["all laid out at once", true],
] as const) {
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(browser, everythingAtOnce));
  const column = (key: keyof Measured, width: number): string =>
    `${median(runs.map((run) => run[key])).toFixed(0)} ms`.padStart(width);
  console.log(
    `${name.padEnd(22)}${column("server", 8)}${column("painted", 10)}${column("frame95", 15)}${column("frameWorst", 16)}${String(runs[0]?.cards).padStart(8)}`,
  );
}
await browser.close();
server.kill();
rmSync(rules, { recursive: true, force: true });
