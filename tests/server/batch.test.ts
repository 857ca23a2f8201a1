import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { serverApp } from "../../src/server/api/app.ts";
import type { CheckTools } from "../../src/server/api/check-tools.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";

const samples = join(import.meta.dirname, "../fixtures/check/kz-mz-2024-99-1");
const lineOf = (name: string): Buffer =>
  Buffer.from(JSON.stringify(JSON.parse(readFileSync(join(samples, name, "request.json"), "utf8"))));
const good = { admit: lineOf("admit"), refuse: lineOf("refuse") };
const bad = {
  "bad-request": Buffer.concat([good.admit.subarray(0, 20), Buffer.of(0xff), good.admit.subarray(20)]),
  "not-json": Buffer.from('{"service": '),
  "invalid-request": Buffer.from("{}"),
  "cannot-be-judged": Buffer.from(good.admit.toString().replace("kz-mz-2024-99/1", "no/1")),
  "too-large": Buffer.from(`"${"x".repeat(1024 * 1024)}"`),
};
const doubled = Buffer.from(good.admit.toString().replace("{", '{"channel":"portal",'));

const library = openLibrary();
const appWith = (change: Partial<Parameters<typeof serverApp>[0]> = {}): Promise<FastifyInstance> =>
  serverApp({
    judge: new Judge(library),
    metrics: new Metrics(),
    decisions: undefined,
    tokens: undefined,
    now: () => Date.UTC(2026, 10, 20, 12),
    log: () => undefined,
    ...change,
  });

/** Of each line of an answer its verdict, or its number and the kind of its problem. */
const told = (body: string): unknown[] =>
  body
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>)
    .map(({ verdict, line, type }) => verdict ?? [line, type!.split("/").at(-1)]);

async function batch(app: FastifyInstance, pieces: readonly Buffer[]): Promise<unknown[]> {
  const { body } = await app.inject({
    method: "POST",
    url: "/check/batch?reasons=decisive",
    headers: { "content-type": "application/x-ndjson" },
    payload: Readable.from(pieces),
  });
  return told(body);
}

describe("a batch", () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await appWith();
  });
  afterAll(() => app.close());
  const END = Buffer.from("\n");

  it("answers every line by itself: a hundred good ones, and each kind of bad one among them with its number", async () => {
    const kinds = Object.entries(bad);
    const lines = Array.from({ length: 100 }, () => good.admit);
    kinds.forEach(([, line], index) => lines.splice(10 * (index + 1), 0, line));
    lines.splice(70, 0, doubled);
    const expected: unknown[] = Array.from({ length: 100 }, () => "admit");
    kinds.forEach(([kind], index) => expected.splice(10 * (index + 1), 0, [10 * (index + 1) + 1, kind]));
    expected.splice(70, 0, [71, "bad-request"]);
    expect(
      await batch(
        app,
        lines.flatMap((line) => [line, END]),
      ),
    ).toEqual(expected);
  });

  it("is the same however it is cut into pieces, empty lines and a last one without an end included", async () => {
    const names = fc.array(fc.constantFrom("admit", "refuse", "not-json", "bad-request", "", "  \r"), {
      maxLength: 12,
    });
    const all = { ...good, ...bad, "": Buffer.of(), "  \r": Buffer.from("  \r") };
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 500 }), fc.boolean(), async (lines, size, hasEnd) => {
        const whole = Buffer.concat(
          lines.flatMap((name, index) =>
            index + 1 < lines.length || hasEnd ? [all[name as "admit"], END] : [all[name as "admit"]],
          ),
        );
        const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
          whole.subarray(at * size, (at + 1) * size),
        );
        const expected = lines.flatMap((name, index) =>
          name.trim() === "" ? [] : [name in good ? name : [index + 1, name]],
        );
        expect(expected.length === 0 ? [] : await batch(app, pieces)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it("gives a problem in the place of a line whose decision could not be kept", async () => {
    let count = 0;
    const decisions = {
      write: () => ((count += 1) % 3 === 0 ? Promise.reject(new Error("no room")) : Promise.resolve()),
    } as unknown as CheckTools["decisions"];
    const keeping = await appWith({ decisions });
    const lines = Array.from({ length: 7 }, () => [good.refuse, END]).flat();
    expect(await batch(keeping, lines)).toEqual([
      "refuse",
      "refuse",
      [3, "internal-error"],
      "refuse",
      "refuse",
      [6, "internal-error"],
      "refuse",
    ]);
    await keeping.close();
  });
});

describe("a slow client", () => {
  let app: FastifyInstance;
  const asked = (text: string): { readonly socket: Socket; readonly heard: () => string } => {
    const socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
    let heard = "";
    socket.on("data", (chunk) => (heard += chunk.toString()));
    socket.on("error", () => undefined);
    socket.write(text);
    return { socket, heard: () => heard };
  };
  beforeAll(async () => {
    app = await appWith({ patience: { headMs: 300, longestMs: 300, everyMs: 20 } });
    await app.listen({ port: 0 });
  });
  afterAll(() => app.close());
  const head = (path: string, more: string): string => `POST ${path} HTTP/1.1\r\nhost: x\r\n${more}\r\n\r\n`;

  it.each([
    ["header", "POST /check HTTP/1.1\r\nhost: x\r\nx-slow: ", /^HTTP\/1\.1 408 /],
    [
      "body",
      `${head("/check", "content-type: application/json\r\ncontent-length: 100")}{`,
      /^HTTP\/1\.1 408 /,
    ],
    [
      "body where nothing is",
      `${head("/nothing", "content-type: application/json\r\ncontent-length: 100")}{`,
      /^HTTP\/1\.1 40[48] /,
    ],
    [
      "line of a batch",
      `${head("/check/batch", "content-type: application/x-ndjson\r\ncontent-length: 100")}{`,
      /"line":1,.*"status":408/,
    ],
  ])("is cut: a slow %s", async (_, text, answer) => {
    const { socket, heard } = asked(text);
    const dripping = setInterval(() => socket.write("1"), 50);
    await once(socket, "close");
    clearInterval(dripping);
    expect(heard()).toMatch(answer);
  });

  it("is cut: a reader who takes nothing", async () => {
    const lines = `${good.admit.toString()}\n`.repeat(2000);
    const accepted = once(app.server, "connection") as Promise<[Socket]>;
    const length = `content-length: ${Buffer.byteLength(lines)}`;
    const { socket } = asked(
      `${head("/check/batch", `content-type: application/x-ndjson\r\n${length}`)}${lines}`,
    );
    socket.pause();
    const [held] = await accepted;
    await once(held, "close");
    expect(held.bytesWritten).toBeLessThan(2000 * 20_000);
    socket.destroy();
  });

  it("leaves alone whoever sends a line now and then and takes what it is sent", async () => {
    const { socket, heard } = asked(
      head(
        "/check/batch?reasons=decisive",
        "content-type: application/x-ndjson\r\ntransfer-encoding: chunked",
      ),
    );
    const line = `${good.admit.toString()}\n`;
    const chunk = `${Buffer.byteLength(line).toString(16)}\r\n${line}\r\n`;
    for (let count = 0; count < 5; count += 1) {
      socket.write(chunk);
      await new Promise((later) => setTimeout(later, 150));
    }
    socket.write("0\r\n\r\n");
    while (!heard().endsWith("0\r\n\r\n")) await once(socket, "data");
    socket.destroy();
    expect(heard().match(/"verdict":"admit","waiting"/g)).toHaveLength(5);
  });
});
