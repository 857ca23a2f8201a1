import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../src/files/root.ts";

/** Starts `tarmaq serve` on a free port and waits until it listens. */
async function started(...args: string[]): Promise<{ server: ChildProcessWithoutNullStreams; port: number }> {
  const server = spawn(
    process.execPath,
    ["--import", "tsx", join(root, "src/cli/main.ts"), "serve", "--port", "0", "--no-review", ...args],
    { cwd: root },
  );
  let told = "";
  const port = await new Promise<number>((listening, failed) => {
    server.stderr.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      const found = /"listening":"http:\/\/127\.0\.0\.1:(\d+)"/.exec(told)?.[1];
      if (found !== undefined) listening(Number(found));
    });
    server.once("exit", () => {
      failed(new Error(`it did not listen: ${told}`));
    });
  });
  return { server, port };
}

const LINE = JSON.stringify({ service: "kz-mz-2024-99/1", channel: "portal", submitted: "2025-03-17T10:00" });

describe("a server told to stop", () => {
  it("finishes the stream that was begun, takes no more, and ends with status 0", async () => {
    const { server, port } = await started();
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
    await new Promise((later) => setTimeout(later, 300));
    stream.end(`${LINE}\n`);
    await once(answer, "end");
    expect(text.trimEnd().split("\n")).toHaveLength(2);
    const [status] = (await once(server, "exit")) as [number];
    expect(status).toBe(0);
  });

  it("is not started on an address that others reach without tokens", async () => {
    const server = spawn(
      process.execPath,
      ["--import", "tsx", join(root, "src/cli/main.ts"), "serve", "--host", "0.0.0.0", "--port", "0"],
      { cwd: root },
    );
    let told = "";
    server.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
    const [status] = (await once(server, "exit")) as [number];
    expect(status).toBe(2);
    expect(told).toContain("--token-file");
  });
});
