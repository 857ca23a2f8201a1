import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type IncomingHttpHeaders, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reviewers } from "../../src/server/workbench/sessions.ts";
import { workbenchApp } from "../../src/server/workbench/workbench-app.ts";
import { runIn } from "../in-process.ts";
import { served } from "./served.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-proxy-"));
const TOKEN = "a-token-of-some-length";
const open: { close: () => unknown }[] = [];
afterAll(async () => {
  for (const one of open) await one.close();
  rmSync(folder, { recursive: true });
});

async function bench(reviewers: Reviewers): Promise<number> {
  const app: FastifyInstance = await workbenchApp({
    acts: { folders: [], files: [] },
    kept: folder,
    cwd: folder,
    rules: { own: folder } as never,
    reviewers,
    lang: "en",
    assets: folder,
    now: () => 0,
  });
  await app.listen({ port: 0 });
  open.push(app);
  return (app.server.address() as AddressInfo).port;
}

/** A proxy that puts a name of this machine in the place of its own, and adds the headers it is told to. */
async function proxy(to: number, added: Readonly<Record<string, string>>): Promise<number> {
  const server: Server = createServer((asked, answer) => {
    const headers = { ...asked.headers, host: `127.0.0.1:${to}`, ...added };
    const on = request({ port: to, method: asked.method, path: asked.url, headers }, (told) => {
      answer.writeHead(told.statusCode ?? 0, told.headers);
      told.pipe(answer);
    });
    asked.pipe(on);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  open.push(server);
  return (server.address() as AddressInfo).port;
}

async function asked(
  port: number,
  path: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((heard) => {
    const on = request({ port, method, path, headers }, (told) => {
      let text = "";
      told.on("data", (chunk: Buffer) => (text += chunk.toString()));
      told.on("end", () => {
        heard({ status: told.statusCode ?? 0, headers: told.headers, text });
      });
    });
    on.end(body);
  });
}

/** What a decision sent from outside is answered: made with the session and token that a page on this machine was given. */
async function decide(direct: number, through: number, origin: string): Promise<number> {
  const page = await asked(direct, "/review/", { headers: { host: `127.0.0.1:${direct}` } });
  const cookie = page.headers["set-cookie"]!.find((one) => one.startsWith("tarmaq-session"))!.split(";")[0]!;
  const token = /name="tarmaq-token" content="([^"]+)"/.exec(page.text)?.[1];
  expect(token).toBeDefined();
  const host = `127.0.0.1:${direct}`;
  const headers = { host, cookie, origin, "x-tarmaq-token": token!, "content-type": "application/json" };
  return (await asked(through, "/review/decide", { method: "POST", headers, body: "{}" })).status;
}

describe("a workbench without tokens", () => {
  let direct = 0;
  beforeAll(async () => {
    direct = await bench({ is: "local", name: "local" });
  });

  it("takes a decision from a page on this machine, as far as it can be read", async () => {
    expect(await decide(direct, direct, `http://127.0.0.1:${direct}`)).not.toBe(403);
  });

  it.each([
    ["forwarded", "for=192.0.2.60"],
    ["x-forwarded-for", "192.0.2.60"],
    ["x-forwarded-proto", "https"],
    ["x-real-ip", "192.0.2.60"],
    ["via", "1.1 proxy"],
    ["cf-connecting-ip", "192.0.2.60"],
  ])(
    "takes neither a decision nor a look through a proxy that adds %s, though it names this machine",
    async (name, value) => {
      const through = await proxy(direct, { [name]: value });
      expect(await decide(direct, through, `http://127.0.0.1:${direct}`)).toBe(403);
      const page = await asked(through, "/review/");
      expect([page.status, page.text.includes("--token-file")]).toEqual([403, true]);
    },
  );

  it("takes nothing in HTTP/1.0, which a proxy speaks that says nothing of itself", async () => {
    const socket = connect(direct, "127.0.0.1");
    socket.write(`GET /review/ HTTP/1.0\r\nhost: 127.0.0.1:${direct}\r\n\r\n`);
    let told = "";
    for await (const chunk of socket) told += String(chunk);
    expect(told).toMatch(/^HTTP\/1\.1 403 /);
  });

  it("is not started where a proxy's word is to be taken", async () => {
    const told = await runIn(folder, ["serve", "--port", "0", "--trust-proxy"]);
    expect([told.status, told.err.includes("--token-file")]).toEqual([2, true]);
  });
});

describe("a workbench with tokens behind a proxy", () => {
  const file = join(folder, "tokens");
  writeFileSync(file, `A scope=review ${TOKEN}\n`);
  const signIn = (port: number, origin: string): ReturnType<typeof asked> =>
    asked(port, "/review/sign-in", {
      method: "POST",
      headers: { origin, "content-type": "application/x-www-form-urlencoded" },
      body: `token=${TOKEN}`,
    });
  const forwarded = { "x-forwarded-host": "tarmaq.example", "x-forwarded-proto": "https" };

  it("signs in from the host that the browser asked, by a cookie for TLS, only where the proxy's word is taken", async () => {
    const [trusting, other] = await Promise.all([
      served("--token-file", file, "--trust-proxy", "--drain-pause", "0"),
      served("--token-file", file, "--drain-pause", "0"),
    ]);
    open.push(
      { close: () => trusting.server.kill("SIGKILL") },
      { close: () => other.server.kill("SIGKILL") },
    );
    const through = await proxy(trusting.port, forwarded);
    const { status, headers } = await signIn(through, "https://tarmaq.example");
    expect([status, headers["set-cookie"]?.some((one) => one.includes("Secure"))]).toEqual([303, true]);
    expect((await signIn(through, "https://other.example")).status).toBe(403);
    expect((await signIn(await proxy(other.port, forwarded), "https://tarmaq.example")).status).toBe(403);
  });
});
