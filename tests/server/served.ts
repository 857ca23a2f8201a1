import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { join } from "node:path";
import { root } from "../../src/files/root.ts";

/** A `tarmaq serve` of the build, on a port of its own, and what it has written so far. */
export interface Served {
  readonly server: ChildProcessWithoutNullStreams;
  readonly port: number;
  readonly log: () => readonly Record<string, unknown>[];
  /** Resolves with the first line of the log that has this key, after what is there already. */
  readonly logged: (key: string, value?: unknown) => Promise<Record<string, unknown>>;
}

/** Starts one and waits until it listens. Whoever starts it also ends it. */
export async function served(...args: readonly string[]): Promise<Served> {
  const server = spawn(process.execPath, [join(root, "dist/tarmaq.js"), "serve", "--port", "0", ...args], {
    cwd: root,
  });
  let told = "";
  server.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
  const log = (): Record<string, unknown>[] =>
    told
      .split("\n")
      .slice(0, -1)
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const logged = async (key: string, value?: unknown): Promise<Record<string, unknown>> => {
    for (;;) {
      const found = log().find((entry) => key in entry && (value === undefined || entry[key] === value));
      if (found !== undefined) return found;
      if (server.exitCode !== null) throw new Error(`it has ended: ${told}`);
      await Promise.race([once(server.stderr, "data"), once(server, "exit")]);
    }
  };
  const { listening } = await logged("listening");
  return { server, port: Number(new URL(String(listening)).port), log, logged };
}

/** An answer, read to its end. */
export interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks over a connection of its own, or over one of an agent's; rejects where the connection breaks. */
export function ask(
  port: number,
  path: string,
  {
    body,
    headers = {},
    agent = new Agent(),
  }: { body?: string; headers?: OutgoingHttpHeaders; agent?: Agent } = {},
): Promise<Heard> {
  return new Promise((heard, failed) => {
    const type = { "content-type": path.includes("batch") ? "application/x-ndjson" : "application/json" };
    const method = body === undefined ? "GET" : "POST";
    const asked = request(
      {
        port,
        host: "127.0.0.1",
        path,
        method,
        agent,
        headers: { ...(body !== undefined && type), ...headers },
      },
      (answer) => {
        let text = "";
        answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
        answer.on("error", failed);
        answer.on("end", () => {
          heard({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      },
    );
    asked.on("error", failed);
    asked.end(body);
  });
}
