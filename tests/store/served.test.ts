import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../src/files/root.ts";
import { faults } from "../../src/files/validate.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { hashOf } from "../../src/model/print.ts";
import { serverApp } from "../../src/server/api/app.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";
import type { DecisionLog } from "../../src/store/decision-log.ts";
import { Unkept } from "../../src/store/unkept.ts";
import { requestNumber } from "./entries.ts";

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

describe("a server whose verdicts cannot be kept", () => {
  const logged: string[] = [];
  let failing: Unkept | undefined;
  const decisions: DecisionLog = {
    write: () => (failing === undefined ? Promise.resolve() : Promise.reject(failing)),
    trouble: () => Promise.resolve(failing),
    close: () => Promise.resolve(),
  };
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await serverApp({
      judge: new Judge(openLibrary()),
      metrics: new Metrics(),
      decisions,
      tokens: undefined,
      now: () => 0,
      log: (entry) => logged.push(JSON.stringify(entry)),
    });
  });
  afterAll(() => app.close());
  const asked = async (): Promise<[number, Record<string, unknown>]> => {
    const { statusCode, body } = await app.inject({
      method: "POST",
      url: "/check",
      payload: requestNumber(1),
    });
    return [statusCode, json(body)];
  };

  it("withholds them with the reason, and its health tells, until they can be kept again", async () => {
    expect((await asked())[0]).toBe(200);
    expect((await app.inject("/health")).statusCode).toBe(200);
    failing = new Unkept("the decision log", "ENOSPC");
    const [status, problem] = await asked();
    expect(status).toBe(503);
    expect(problem).toMatchObject({ status: 503, reason: "ENOSPC" });
    expect(problem["detail"]).toContain("no space is left on the device");
    expect(problem).not.toHaveProperty("verdict");
    expect(faults("problem", problem)).toEqual([]);
    const health = await app.inject("/health");
    expect(health.statusCode).toBe(503);
    expect(json(health.body)).toMatchObject({
      status: "unready",
      troubles: {
        decisionLog: "the decision log cannot be written: ENOSPC (no space is left on the device)",
      },
    });
    expect(logged.filter((line) => line.includes('"fault"'))).toEqual([
      '{"fault":"not-kept","where":"the decision log","reason":"ENOSPC"}',
    ]);
    failing = undefined;
    expect((await asked())[0]).toBe(200);
    expect((await app.inject("/health")).statusCode).toBe(200);
  });

  it("says so of each line of a batch", async () => {
    failing = new Unkept("the decision log", "ENOSPC");
    const payload = Readable.from([`${JSON.stringify(requestNumber(1))}\n`]);
    const headers = { "content-type": "application/x-ndjson" };
    const { body } = await app.inject({ method: "POST", url: "/check/batch", headers, payload });
    failing = undefined;
    expect(json(body)).toMatchObject({ line: 1, status: 503, reason: "ENOSPC" });
  });
});

describe("a server that is killed while it answers", () => {
  it("has each answered request in its decision log as a whole line", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tarmaq-killed-"));
    const server = spawn(
      process.execPath,
      [join(root, "dist/tarmaq.js"), "serve", "--port", "0", "--no-review", "--decision-log", folder],
      { cwd: folder },
    );
    try {
      const address = await listening(server.stderr);
      const answered = new Set<number>();
      const asking = Array.from({ length: 400 }, async (_, number) => {
        const body = JSON.stringify(requestNumber(number, 500));
        const headers = { "content-type": "application/json" };
        const answer = await fetch(`${address}/check`, { method: "POST", headers, body });
        if (answer.status !== 200) return;
        answered.add(number);
        if (answered.size === 60) server.kill("SIGKILL");
      });
      await Promise.allSettled(asking);
      if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
      const [name] = readdirSync(folder).filter((one) => one.startsWith("decisions-"));
      const lines = readFileSync(join(folder, name!), "utf8").split("\n").slice(0, -1).map(json);
      const kept = lines.map(({ request, receipt }) => {
        expect((receipt as { request: string }).request).toBe(hashOf(request));
        return (request as { facts: { n: number } }).facts.n;
      });
      expect(answered.size).toBeGreaterThanOrEqual(60);
      expect([...answered].filter((number) => !kept.includes(number))).toEqual([]);
    } finally {
      server.kill("SIGKILL");
      rmSync(folder, { recursive: true });
    }
  });
});

/** Where a server listens, as it says; what it says later is read and let go. */
const listening = (output: Readable): Promise<string> =>
  new Promise((found, failed) => {
    let told = "";
    output.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      const address = /"listening":"([^"]+)"/.exec(told)?.[1];
      if (address !== undefined) found(address);
    });
    output.once("end", () => {
      failed(new Error(`it did not listen: ${told}`));
    });
  });
