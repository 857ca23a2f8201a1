import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../src/files/root.ts";
import { ask, served } from "./served.ts";

const LINE = JSON.stringify({ service: "kz-mz-2024-99/1", channel: "portal", submitted: "2025-03-17T10:00" });

describe("a server told to stop", () => {
  it("finishes the stream that was begun, takes no more, and ends with status 0", async () => {
    const { server, port } = await served("--no-review", "--drain-pause", "0");
    const stream = request({
      port,
      method: "POST",
      path: "/check/batch",
      headers: { "content-type": "application/x-ndjson" },
    });
    stream.write(`${LINE}\n`);
    const [answer] = (await once(stream, "response")) as [NodeJS.ReadableStream];
    let text = "";
    answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
    server.kill("SIGTERM");
    await expect
      .poll(() => ask(port, "/health/live").catch(() => "refused"), { timeout: 60_000 })
      .toBe("refused");
    stream.end(`${LINE}\n`);
    await once(answer, "end");
    expect(text.trimEnd().split("\n")).toHaveLength(2);
    const [status] = (await once(server, "exit")) as [number];
    expect(status).toBe(0);
  });

  it("answers two hundred requests that are on their way, says it is unready, and lets no connection live on", async () => {
    const { server, port, logged } = await served("--no-review", "--drain-pause", "2");
    const agent = new Agent({ keepAlive: true });
    await ask(port, "/health", { agent });
    const asked = Array.from({ length: 200 }, () => ask(port, "/check?reasons=decisive", { body: LINE }));
    server.kill("SIGTERM");
    await logged("stopping");
    const [ready, live] = [await ask(port, "/health/ready", { agent }), await ask(port, "/health/live")];
    expect([ready.status, ready.headers.connection, live.status]).toEqual([503, "close", 200]);
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual(Array(200).fill(200));
    expect(answers.every(({ text }) => text.startsWith('{"asFarAsRulesAtHandGo":'))).toBe(true);
    const [status] = (await once(server, "exit")) as [number];
    expect(status).toBe(0);
    expect(await logged("stopped")).toEqual({ stopped: true, cut: 0 });
  });

  it("is out by the deadline, whatever its clients do: one idle, one that sends nothing on, a stream told so", async () => {
    const { server, port, logged } = await served(
      "--no-review",
      "--drain-pause",
      "0",
      "--drain-deadline",
      "2",
    );
    const idle = connect(port, "127.0.0.1").on("error", () => undefined);
    const half = connect(port, "127.0.0.1").on("error", () => undefined);
    half.write(
      "POST /check HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{",
    );
    const stream = request({
      port,
      method: "POST",
      path: "/check/batch",
      headers: { "content-type": "application/x-ndjson" },
    });
    stream.on("error", () => undefined);
    stream.write(`${LINE}\n`);
    const [answer] = (await once(stream, "response")) as [NodeJS.ReadableStream];
    let text = "";
    answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
    server.kill("SIGTERM");
    const [status] = (await once(server, "exit")) as [number];
    expect(status).toBe(0);
    expect((await logged("stopped"))["cut"]).toBeGreaterThan(0);
    expect(JSON.parse(text.trimEnd().split("\n").at(-1)!)).toMatchObject({ line: 2, status: 503 });
    for (const socket of [idle, half]) socket.destroy();
  });

  it("is not started on an address that others reach without tokens", async () => {
    const server = spawn(
      process.execPath,
      [join(root, "dist/tarmaq.js"), "serve", "--host", "0.0.0.0", "--port", "0"],
      { cwd: root },
    );
    let told = "";
    server.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
    const [status] = (await once(server, "exit")) as [number];
    expect(status).toBe(2);
    expect(told).toContain("--token-file");
  });
});
