import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterEach, beforeEach, expect, it } from "vitest";
import { workbenchApp } from "../../src/server/workbench/workbench-app.ts";

const AIGUL = "aigul-0123456789abcdef";
const BOLAT = "bolat-0123456789abcdef";
const INTAKE = "intake-0123456789abcdef";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let folder: string;
let app: FastifyInstance;
let now: number;
beforeEach(async () => {
  now = Date.parse("2026-11-30T08:00:00Z");
  folder = mkdtempSync(join(tmpdir(), "tarmaq-sign-in-"));
  tokens(`Aigul scope=review ${AIGUL}\nBolat scope=review ${BOLAT}\nintake scope=check ${INTAKE}\n`);
  app = await workbenchApp({
    acts: { folders: [], files: [] },
    kept: join(folder, "acts"),
    cwd: folder,
    rules: { folder: join(folder, "rules") },
    reviewers: { is: "named", tokens: { file: join(folder, "tokens") } },
    lang: "en",
    assets: folder,
    now: () => now,
    isSecure: ({ headers }) => headers["x-from"] === "tls",
  });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

function tokens(text: string): void {
  writeFileSync(join(folder, "tokens"), text);
}

/** A change as a page of the workbench sends it, or a form. */
const post = (
  url: string,
  body: string,
  {
    headers = {},
    remoteAddress = "10.0.0.1",
  }: { headers?: Record<string, string>; remoteAddress?: string } = {},
): Promise<LightMyRequestResponse> =>
  app.inject({
    method: "POST",
    url: `/review/${url}`,
    remoteAddress,
    headers: {
      host: "desk.example",
      origin: "https://desk.example",
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
    payload: body,
  });
const signIn = (token: string, more: Parameters<typeof post>[2] = {}) =>
  post("sign-in", `token=${token}`, more);
const cookieOf = (answer: LightMyRequestResponse): string => String(answer.headers["set-cookie"]);
const shelf = (cookie: string): Promise<LightMyRequestResponse> =>
  app.inject({ url: "/review/", headers: { host: "desk.example", cookie: cookie.split(";")[0] ?? "" } });
const isIn = async (cookie: string): Promise<boolean> => (await shelf(cookie)).statusCode === 200;

it("is for reviewers: the token of a program is told what it is not for", async () => {
  const refused = await signIn(INTAKE);
  expect(refused.statusCode).toBe(403);
  expect(refused.body).toContain("not for reviewing");
  expect(await isIn(cookieOf(refused))).toBe(false);
  const cookie = cookieOf(await signIn(AIGUL));
  expect((await shelf(cookie)).body).toContain("Aigul");
});

it("has an address wait after ten wrong tokens, also one that then has a right one, and no other", async () => {
  for (let count = 0; count < 10; count += 1) {
    expect((await signIn("wrong-0123456789abcdef")).statusCode).toBe(401);
    now += MINUTE / 2;
  }
  const refused = await signIn(AIGUL);
  expect(refused.statusCode).toBe(429);
  expect(refused.headers["retry-after"]).toBe("300");
  expect(refused.body).toContain("Try again in 5 minutes.");
  expect((await signIn(AIGUL, { remoteAddress: "10.0.0.2" })).statusCode).toBe(303);
  now += 5 * MINUTE;
  expect((await signIn(AIGUL)).statusCode).toBe(303);
});

it("takes all addresses of one network of IPv6 for one", async () => {
  for (let count = 0; count < 10; count += 1)
    await signIn("wrong-0123456789abcdef", { remoteAddress: `2001:db8::${count}` });
  expect((await signIn(AIGUL, { remoteAddress: "2001:db8:0:0:ffff::1" })).statusCode).toBe(429);
  expect((await signIn(AIGUL, { remoteAddress: "2001:db8:0:1::1" })).statusCode).toBe(303);
});

it("ends after twelve hours, and after two without a request", async () => {
  const cookie = cookieOf(await signIn(AIGUL));
  for (let hours = 0; hours < 11.5; hours += 1.5) {
    expect(await isIn(cookie)).toBe(true);
    now += 1.5 * HOUR;
  }
  expect(await isIn(cookie)).toBe(false);
  const other = cookieOf(await signIn(AIGUL));
  now += 2 * HOUR;
  expect(await isIn(other)).toBe(false);
});

it("ends where its token is taken out of the file, and nobody else's does", async () => {
  const [aigul, bolat] = [cookieOf(await signIn(AIGUL)), cookieOf(await signIn(BOLAT))];
  tokens(`Bolat scope=review ${BOLAT}\n`);
  now += 1000;
  expect([await isIn(aigul), await isIn(bolat)]).toEqual([false, true]);
  tokens(`Bolat scope=check ${BOLAT}\n`);
  now += 1000;
  expect(await isIn(bolat)).toBe(false);
});

it("is ended by signing out, from this server's own pages alone", async () => {
  const cookie = cookieOf(await signIn(AIGUL));
  expect((await shelf(cookie)).body).toContain('action="/review/sign-out"');
  const own = { cookie: cookie.split(";")[0] ?? "" };
  expect(
    (await post("sign-out", "", { headers: { ...own, origin: "https://evil.example" } })).statusCode,
  ).toBe(403);
  expect(await isIn(cookie)).toBe(true);
  const left = await post("sign-out", "", { headers: own });
  expect([left.statusCode, left.headers.location]).toEqual([303, "/review/sign-in"]);
  expect(cookieOf(left)).toBe("tarmaq-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
  expect(await isIn(cookie)).toBe(false);
});

it("gives cookies that go over TLS alone where the page came by it", async () => {
  expect(cookieOf(await signIn(AIGUL))).toMatch(/; HttpOnly; SameSite=Strict$/);
  expect(cookieOf(await signIn(AIGUL, { headers: { "x-from": "tls" } }))).toMatch(
    /; HttpOnly; SameSite=Strict; Secure$/,
  );
});

it.each(["{", "[", '"', "null", "{}", "", '{"act":'])(
  "a decision that is none is refused as a fault of the sender: %j",
  async (body) => {
    const cookie = cookieOf(await signIn(AIGUL)).split(";")[0] ?? "";
    const token = /name="tarmaq-token" content="([^"]*)"/u.exec((await shelf(cookie)).body)?.[1] ?? "";
    const headers = { cookie, "x-tarmaq-token": token, "content-type": "application/json" };
    expect((await post("decide", body, { headers })).statusCode).toBe(400);
  },
);
