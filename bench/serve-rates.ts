/**
 * Validated `POST /check` a second over loopback, beside a bare fastify route with the same schema that does nothing, and
 * beside one that answers with as many bytes. Server and generator are processes of their own; beside the rate by the
 * wall stands the rate per second of the server's processor time, which a slow generator cannot hold down.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../src/files/root.ts";
import { loadFrom, play, serving, type Served } from "./serve-processes.ts";

const CONNECTIONS = 20;
/** So long that the code is compiled also where the processors are busy. */
const WARM_UP_SECONDS = 4;
const folder = join(root, "tests/fixtures/check");
const bodies = readdirSync(folder).flatMap((service) =>
  readdirSync(join(folder, service)).map((name) =>
    JSON.stringify(JSON.parse(readFileSync(join(folder, service, name, "request.json"), "utf8"))),
  ),
);

interface Row {
  readonly name: string;
  readonly path: string;
  readonly server: Served;
}

interface Told {
  /** Answers a second by the clock on the wall. */
  readonly wall: number;
  /** Answers per second of the server's processor time. */
  readonly own: number;
  /** Part of its time that the generator was busy: near 1, it and not the server is measured. */
  readonly busy: number;
  readonly bytes: number;
  readonly errors: number;
}

async function measure(seconds: number, rounds: number): Promise<void> {
  const [ours, bare] = [await serving("ours"), await serving("bare")];
  const sample = await fetch(`http://127.0.0.1:${ours.port}/check`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: bodies[0]!,
  });
  const text = await sample.text();
  await bare.answerWith(text);
  const rows: readonly Row[] = [
    { name: "bare fastify, the same schema, no work", path: "/nothing", server: bare },
    { name: "bare fastify, the same schema, as many bytes", path: "/bytes", server: bare },
    { name: "POST /check", path: "/check", server: ours },
    { name: "POST /check?reasons=decisive", path: "/check?reasons=decisive", server: ours },
  ];
  console.log(
    `${bodies.length} sample requests, ${rounds} rounds of ${seconds} s each, ${CONNECTIONS} connections; the first answer has ${Buffer.byteLength(text)} bytes`,
  );
  const seen = new Map<Row, Told[]>();
  let errors = 0;
  for (let round = -1; round < rounds; round += 1)
    for (const row of rows) {
      const told = await rate(row, round < 0 ? WARM_UP_SECONDS : seconds);
      errors += told.errors;
      // The first round makes plans, timetables and sentences, which is not what is measured.
      if (round >= 0) seen.set(row, [...(seen.get(row) ?? []), told]);
    }
  print(rows, seen);
  if (errors > 0) console.log(`${errors} errors`);
  process.exitCode = errors === 0 ? 0 : 1;
  ours.stop();
  bare.stop();
}

async function rate({ path, server }: Row, seconds: number): Promise<Told> {
  const lines = Object.entries({ host: "127.0.0.1", "content-type": "application/json" }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const requests = bodies.map(
    (body) =>
      `POST ${path} HTTP/1.1\r\n${lines.join("")}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const { seconds: before } = await server.used();
  const seen = await loadFrom(server.port, requests, { connections: CONNECTIONS, seconds });
  const used = (await server.used()).seconds - before;
  return {
    wall: seen.answers / seen.seconds,
    own: seen.answers / used,
    busy: seen.busy,
    bytes: seen.bytes / seen.answers,
    errors: seen.errors,
  };
}

function print(rows: readonly Row[], seen: ReadonlyMap<Row, readonly Told[]>): void {
  const of = (row: Row, what: "wall" | "own" | "busy" | "bytes"): number =>
    median((seen.get(row) ?? []).map((told) => told[what]));
  const [nothing, bytes] = rows as [Row, Row];
  console.log(
    `${"".padEnd(46)} ${["by the wall", "of bare", "per CPU second", "of bare", "of bytes", "bytes", "generator busy"].map((h) => h.padStart(14)).join("")}`,
  );
  for (const row of rows)
    console.log(
      row.name.padEnd(46) +
        [
          Math.round(of(row, "wall")).toLocaleString("en"),
          (of(row, "wall") / of(nothing, "wall")).toFixed(2),
          Math.round(of(row, "own")).toLocaleString("en"),
          (of(row, "own") / of(nothing, "own")).toFixed(2),
          (of(row, "own") / of(bytes, "own")).toFixed(2),
          Math.round(of(row, "bytes")).toLocaleString("en"),
          of(row, "busy").toFixed(2),
        ]
          .map((figure) => figure.padStart(14))
          .join(""),
    );
}

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

const [first, which] = process.argv.slice(2);
if (process.send === undefined) await measure(Number(first ?? "3"), Number(which ?? "5"));
else await play(first ?? "", which);
