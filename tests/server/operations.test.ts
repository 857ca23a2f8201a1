import { connect, type Socket } from "node:net";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { LiveTokens } from "../../src/files/live-tokens.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { serverApp, type ServerOptions } from "../../src/server/api/app.ts";
import { countedLog } from "../../src/server/api/counted-log.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";
import { Unkept } from "../../src/store/unkept.ts";
import { samplesIn, type Sample } from "./exposition.ts";

const samples = join(import.meta.dirname, "../fixtures/check/kz-mz-2024-99-1");
const sample = (name: string): string => readFileSync(join(samples, name, "request.json"), "utf8");
const library = openLibrary();

let app: FastifyInstance;
afterEach(() => app.close());

async function start(change: Partial<ServerOptions> = {}): Promise<void> {
  app = await serverApp({
    judge: new Judge(library),
    metrics: new Metrics(),
    decisions: undefined,
    now: () => Date.UTC(2026, 10, 20, 12),
    log: () => undefined,
    ...change,
  });
}
const check = (name: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url: "/check",
    headers: { "content-type": "application/json", ...headers },
    payload: sample(name),
  });
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe("what Prometheus is told", () => {
  const measured = async (): Promise<readonly Sample[]> => samplesIn((await get("/metrics")).body);
  const valueOf = (all: readonly Sample[], name: string, labels: Record<string, string> = {}): number =>
    all
      .filter(
        (one) =>
          one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value),
      )
      .reduce((sum, { value }) => sum + value, 0);

  it("is in its format, by route and outcome, with histograms that add up", async () => {
    await start();
    for (const name of ["admit", "admit", "refuse"]) await check(name);
    await app.inject({
      method: "POST",
      url: "/check",
      headers: { "content-type": "application/json" },
      payload: "{",
    });
    await get("/no-such-address");
    const all = await measured();
    const name = "tarmaq_http_request_duration_seconds";
    const ok = { method: "POST", route: "/check", status: "200" };
    expect(valueOf(all, `${name}_count`, ok)).toBe(3);
    expect(valueOf(all, `${name}_bucket`, { ...ok, le: "+Inf" })).toBe(3);
    expect(valueOf(all, `${name}_count`, { ...ok, status: "400" })).toBe(1);
    expect(valueOf(all, `${name}_count`, { route: "none", status: "404" })).toBe(1);
    expect(valueOf(all, "tarmaq_http_requests_total", ok)).toBe(3);
    expect(valueOf(all, "tarmaq_judging_duration_seconds_count", { outcome: "admit" })).toBe(2);
    expect(valueOf(all, "tarmaq_judging_duration_seconds_count", { outcome: "refuse" })).toBe(1);
    for (const series of all.filter((one) => one.name.endsWith("_bucket")))
      expect(series.value).toBeLessThanOrEqual(valueOf(all, series.name, { ...series.labels, le: "+Inf" }));
    expect(valueOf(all, "tarmaq_build_info")).toBe(1);
    const began = valueOf(all, "process_start_time_seconds") * 1000;
    expect(Math.abs(began - performance.timeOrigin)).toBeLessThan(1000);
  });

  it("counts what could not be kept", async () => {
    const unkept = new Unkept("the decision log", "ENOSPC");
    const metrics = new Metrics();
    const log = {
      write: () => Promise.reject(unkept),
      trouble: () => Promise.resolve(undefined),
      close: () => Promise.resolve(),
    };
    await start({ metrics, decisions: countedLog(log, metrics) });
    expect((await check("admit")).statusCode).toBeGreaterThanOrEqual(500);
    expect(valueOf(await measured(), "tarmaq_decision_log_failures_total")).toBe(1);
  });
});

describe("answers that change with the rules alone", () => {
  const URLS = [
    "/vocabulary",
    "/services",
    "/services/kz-mz-2024-99%2F1/form?language=kk",
    "/rules",
    "/rules/kz-mz-2024-99/1",
    "/openapi.json",
  ];

  it.each(URLS)("are sent packed, and not again to whoever has them: %s", async (url) => {
    await start();
    const plain = await get(url);
    expect(plain.statusCode).toBe(200);
    for (const [asked, unpacked] of [
      ["gzip", gunzipSync],
      ["gzip;q=0.5, br", brotliDecompressSync],
    ] as const) {
      const answer = await get(url, { "accept-encoding": asked });
      expect(unpacked(answer.rawPayload).toString()).toBe(plain.body);
      expect(answer.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
      expect(answer.headers["vary"]).toBe("accept-encoding");
      const tag = String(answer.headers["etag"]);
      expect(tag).not.toBe(plain.headers["etag"]);
      const again = await get(url, { "accept-encoding": asked, "if-none-match": `"other", W/${tag}` });
      expect([again.statusCode, again.body, again.headers["etag"]]).toEqual([304, "", tag]);
    }
    expect(
      (await get(url, { "accept-encoding": "br;q=0, gzip;q=0.0" })).headers["content-encoding"],
    ).toBeUndefined();
    expect((await get(url, { "if-none-match": '"other"' })).statusCode).toBe(200);
  });

  it("are those alone: a verdict has no tag and is not packed", async () => {
    await start();
    const { headers } = await check("admit", { "accept-encoding": "br, gzip" });
    expect([headers["etag"], headers["content-encoding"]]).toEqual([undefined, undefined]);
    const refused = await get("/rules/no/1", { "accept-encoding": "br" });
    expect([refused.statusCode, refused.headers["etag"]]).toEqual([404, undefined]);
  });
});

describe("pages of other origins", () => {
  const PORTAL = "https://portal.example";
  const asking = {
    "access-control-request-method": "POST",
    "access-control-request-headers": "authorization",
  };

  it("may ask where they are named, and are answered before they show a token", async () => {
    const tokens = new LiveTokens({ lines: "portal scope=check 0123456789abcdef" }, () => 0);
    await start({ origins: [PORTAL], tokens });
    const before = await app.inject({
      method: "OPTIONS",
      url: "/check",
      headers: { origin: PORTAL, ...asking },
    });
    expect(before.statusCode).toBe(204);
    expect(before.headers).toMatchObject({ "access-control-allow-origin": PORTAL, vary: "origin" });
    expect(before.headers["access-control-allow-headers"]).toContain("authorization");
    expect((await check("admit", { origin: PORTAL })).statusCode).toBe(401);
    const answer = await check("admit", { origin: PORTAL, authorization: "Bearer 0123456789abcdef" });
    expect([answer.statusCode, answer.headers["access-control-allow-origin"]]).toEqual([200, PORTAL]);
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
  });

  it("are told nothing where they are not named, nor at the desk", async () => {
    await start({ origins: [PORTAL] });
    for (const [url, origin] of [
      ["/check", "https://evil.example"],
      ["/check", `${PORTAL}.evil.example`],
      ["/review/decide", PORTAL],
    ] as const) {
      const before = await app.inject({ method: "OPTIONS", url, headers: { origin, ...asking } });
      expect([before.statusCode, before.headers["access-control-allow-origin"]]).not.toContain(204);
      expect(before.headers["access-control-allow-origin"]).toBeUndefined();
    }
    expect((await get("/services", { origin: PORTAL, "accept-encoding": "br" })).headers["vary"]).toBe(
      "accept-encoding, origin",
    );
  });
});

describe("limits", () => {
  it("are each token's own: one that has asked too often is told how long to wait, others go on", async () => {
    const lines = "a scope=check,admin a-0123456789abcdef; b scope=check b-0123456789abcdef";
    await start({ perMinute: 3, tokens: new LiveTokens({ lines }, () => 0) });
    const asked = async (who: string, url = "/services") =>
      get(url, { authorization: `Bearer ${who}-0123456789abcdef` });
    for (let count = 0; count < 3; count += 1) expect((await asked("a")).statusCode).toBe(200);
    const refused = await asked("a");
    expect([refused.statusCode, refused.headers["content-type"]]).toEqual([
      429,
      "application/problem+json; charset=utf-8",
    ]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await asked("b")).statusCode).toBe(200);
    expect((await asked("a", "/metrics")).statusCode).toBe(200);
    expect((await get("/health/ready")).statusCode).toBe(200);
  });

  it("close a connection beyond those that there may be, and none that is there", async () => {
    const metrics = new Metrics();
    await start({ mostConnections: 2, metrics });
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as { port: number };
    const open: Socket[] = [];
    for (let count = 0; count < 2; count += 1) {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      socket.write("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n");
      await once(socket, "data");
      open.push(socket);
    }
    const further = connect(port, "127.0.0.1");
    further.on("error", () => undefined);
    await once(further, "close");
    expect(metrics.text()).toContain("tarmaq_http_connections_dropped_total 1");
    open[0]?.write("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n");
    const [piece] = (await once(open[0]!, "data")) as [Buffer];
    expect(piece.toString()).toContain("200 OK");
    for (const socket of open) socket.destroy();
  });
});
