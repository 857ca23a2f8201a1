import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser } from "../browser.ts";
import { startWorkbench, type Workbench } from "./workbench.ts";

const RULE = "kz-mz-2024-99/1/deadline/annex-1/chapter-2/clause-10";
const dist = resolve(import.meta.dirname, "../../dist/tarmaq.js");

let bench: Workbench;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-hostile-"));
  bench = await startWorkbench();
});
afterAll(async () => {
  await bench.end();
  rmSync(folder, { recursive: true });
});

/** What a page of the workbench has: its cookie and the token that changes must bring along. */
async function session(on = bench): Promise<Record<string, string>> {
  const response = await fetch(on.url);
  const token = /name="tarmaq-token" content="([^"]*)"/u.exec(await response.text())?.[1] ?? "";
  return {
    "content-type": "application/json",
    cookie: (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
    origin: new URL(on.url).origin,
    "x-tarmaq-token": token,
  };
}
const asked = (request: object): string => JSON.stringify({ act: "kz-mz-2024-99", service: 1, request });
const decide = (
  headers: Record<string, string>,
  body: string | Buffer<ArrayBuffer>,
  on = bench,
): Promise<Response> => fetch(`${on.url}decide`, { method: "POST", headers, body });
const written = (on = bench): string => {
  const file = join(on.rules, "kz-mz-2024-99/1/decisions.jsonl");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};
const everything = (path: string): string[] => readdirSync(path, { recursive: true }).map(String).sort();

test("a change from this server's own page is written", async () => {
  const response = await decide(await session(), asked({ action: "accept", rule: RULE }));
  expect(response.status).toBe(200);
  expect(written()).toContain(RULE);
});

test.each([
  ["a foreign origin", { origin: "https://evil.example" }],
  ["no origin at all", { origin: undefined }],
  ["another site, by the browser's own word", { "sec-fetch-site": "cross-site" }],
  ["no token", { "x-tarmaq-token": undefined }],
  ["another session's token", { "x-tarmaq-token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
  ["no session", { cookie: undefined }],
])("a change with %s is refused and nothing is written", async (_, other) => {
  const before = written();
  const headers = Object.entries({ ...(await session()), ...other }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const response = await decide(
    Object.fromEntries(headers),
    asked({ action: "reject", rule: RULE, why: "x" }),
  );
  expect(response.status).toBe(403);
  expect(written()).toBe(before);
});

test("a foreign name that leads to this machine is not answered", async () => {
  const { hostname, port } = new URL(bench.url);
  const status = await new Promise<number | undefined>((done, failed) => {
    const sent = httpRequest(
      { hostname, port, path: "/review/", headers: { host: "evil.example" } },
      (response) => {
        response.resume();
        done(response.statusCode);
      },
    );
    sent.on("error", failed);
    sent.end();
  });
  expect(status).toBe(403);
});

test.each(["../../../etc/passwd", "kz-mz-2024-99/1/../../x", "/etc/passwd", "a/./b", "..\\..\\x"])(
  "a rule id %s is refused and no file comes into being",
  async (rule) => {
    const before = [everything(bench.rules), written()];
    for (const request of [
      { action: "reject", rule, why: "x" },
      { action: "add", words: "x", values: { kind: "rollover", path: rule, cite: "x" } },
    ]) {
      const response = await decide(await session(), asked(request));
      expect(response.status).toBe(422);
    }
    expect([everything(bench.rules), written()]).toEqual(before);
  },
);

test.each([
  "desk/..%2F..%2Fetc%2Fpasswd",
  "desk/%00",
  "assets/..%2f..%2fpackage.json",
  "assets/../../package.json",
  "card?act=__proto__&service=1&rule=x&card=1",
])("%s is no page", async (path) => {
  expect((await fetch(bench.url + path)).status).toBe(404);
});

test("a body of 50 MB is refused, and the server goes on answering", async () => {
  const before = written();
  const headers = await session();
  const status = await decide(
    headers,
    asked({ action: "reject", rule: RULE, why: "x".repeat(50_000_000) }),
  ).then(
    (response) => response.status,
    () => "cut off",
  );
  expect([413, "cut off"]).toContain(status);
  expect((await fetch(bench.url)).status).toBe(200);
  expect(written()).toBe(before);
});

test.each([
  ["no JSON", "{"],
  ["a list", "[]"],
  ["a key twice", asked({ action: "accept", rule: RULE }).replace('{"act"', '{"act":"another","act"')],
  ["bytes that are no text", Buffer.from(asked({ action: "comment", rule: RULE, text: "\xff" }), "latin1")],
  ["a wrong type", asked({ action: "accept", rule: 1 })],
  ["an unknown action", asked({ action: "rm" })],
  [
    "a prototype",
    '{"act":"kz-mz-2024-99","service":1,"request":{"action":"edit","rule":"a","fields":{},"__proto__":{"x":1}}}',
  ],
  ["an unknown field", asked({ action: "edit", rule: RULE, fields: { amount: 1, run: "x" } })],
])("%s is refused with a word of why", async (_, body) => {
  const response = await decide(await session(), body);
  expect([400, 422]).toContain(response.status);
  expect(typeof ((await response.json()) as { error: unknown }).error).toBe("string");
});

test("pages allow scripts and styles of their own only, and forbid to be framed", async () => {
  const policy = (await fetch(bench.url)).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test("markup in a text, in its name and in a decision is shown as words and does nothing", async () => {
  const name = `x" onload="globalThis.pwned=1" <img src=x onerror=pwned=1>.txt`;
  const evil = `<script>globalThis.pwned=1</script> "onload="pwned=1" <img src=x onerror=pwned=1>`;
  writeFileSync(
    join(folder, name),
    `"Сынақ" мемлекеттік көрсетілетін қызмет регламенті\n\n1. Жалпы ережелер\n\n      1. Мемлекеттік көрсетілетін қызмет ${evil} 5 (бес) жұмыс күні ішінде көрсетіледі.\n`,
  );
  const on = await startWorkbench({ acts: [join(folder, name)] });
  let browser: Browser | undefined;
  try {
    browser = await startBrowser();
    const page = await browser.newPage();
    await page.goto(on.url);
    expect(await page.textContent("main")).toContain("onerror=pwned=1");
    await page.click(".act h2 a");
    await page.waitForSelector(".text");
    expect(await page.textContent(".text")).toContain(evil);
    await page.waitForSelector(".card[data-rule]");
    await page.keyboard.press("w");
    await page.keyboard.press("r");
    await page.waitForSelector("#form[open] [name=why]");
    await page.fill("[name=why]", evil);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".card[data-state=rejected]");
    await page.reload();
    expect(await page.textContent(".said")).toContain(evil);
    expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
    expect(await page.$$("main script, main img")).toEqual([]);
  } finally {
    await browser?.close();
    await on.end();
  }
});

test("no other machine is let in without tokens, and no weak ones", () => {
  const run = (...args: string[]): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [dist, "review", "--port", "0", ...args], {
      encoding: "utf8",
      timeout: 20_000,
    });
  const open = run("--host", "0.0.0.0");
  expect(open.status).toBe(2);
  expect(open.stderr).toContain("--token-file");
  writeFileSync(join(folder, "weak"), "Aigul secret\n");
  const weak = run("--host", "0.0.0.0", "--token-file", join(folder, "weak"));
  expect(weak.status).toBe(2);
  expect(weak.stderr).toMatch(/weak: line 1/u);
});

test("with tokens nobody sees or changes anything before signing in, and decisions bear the token's name", async () => {
  writeFileSync(
    join(folder, "tokens"),
    "# reviewers\nAigul Serikova  0123456789abcdef\nBolat  fedcba9876543210\n",
  );
  const on = await startWorkbench({ args: ["--token-file", join(folder, "tokens")] });
  try {
    const closed = await fetch(`${on.url}desk/kz-mz-2024-99`, { redirect: "manual" });
    expect([closed.status, closed.headers.get("location")]).toEqual([302, "/review/sign-in"]);
    expect((await decide(await session(on), asked({ action: "accept", rule: RULE }), on)).status).toBe(403);
    const signIn = (token: string): Promise<Response> =>
      fetch(`${on.url}sign-in`, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded", origin: new URL(on.url).origin },
        body: new URLSearchParams({ token }).toString(),
      });
    expect((await signIn("0123456789abcdeX")).status).toBe(401);
    const signedIn = await signIn("fedcba9876543210");
    expect(signedIn.status).toBe(303);
    const cookie = (signedIn.headers.getSetCookie().at(-1) ?? "").split(";")[0] ?? "";
    const page = await (await fetch(on.url, { headers: { cookie } })).text();
    const token = /name="tarmaq-token" content="([^"]*)"/u.exec(page)?.[1] ?? "";
    const headers = { ...(await session(on)), cookie, "x-tarmaq-token": token };
    expect((await decide(headers, asked({ action: "accept", rule: RULE }), on)).status).toBe(200);
    expect(JSON.parse(written(on).trim())).toMatchObject({ by: "Bolat", rule: RULE });
  } finally {
    await on.end();
  }
});
