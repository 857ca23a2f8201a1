/**
 * `POST /check` of `tarmaq serve` with one worker and with two, beside a bare fastify route with the same schema that does nothing. By the wall,
 * which client and servers share, and per second of the servers' processor time, which is what a worker costs: where two spend no more on
 * an answer than one, two cores give twice as many. Needs a build (`npm run build`).
 */
import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../src/files/root.ts";
import { loadFrom, play, serving } from "./serve-processes.ts";

const CONNECTIONS = 32;
const WARM_UP_SECONDS = 4;
/** Clock ticks of /proc are hundredths of a second. */
const TICKS = 100;
const [UTIME, STIME] = [11, 12];
const folder = join(root, "tests/fixtures/check");
const bodies = readdirSync(folder).flatMap((service) =>
  readdirSync(join(folder, service)).map((name) =>
    JSON.stringify(JSON.parse(readFileSync(join(folder, service, name, "request.json"), "utf8"))),
  ),
);

interface Row {
  readonly name: string;
  readonly path: string;
  readonly port: number;
  /** Seconds of processor time, of all its processes together. */
  readonly used: () => Promise<number> | number;
  readonly memory: () => number;
}

interface Told {
  readonly wall: number;
  readonly own: number;
  readonly busy: number;
}

async function measure(seconds: number, rounds: number): Promise<void> {
  const bare = await serving("bare");
  const servers = [await tarmaq(1), await tarmaq(2)];
  const rows: readonly Row[] = [
    {
      name: "bare fastify, the same schema, no work",
      path: "/nothing",
      port: bare.port,
      used: async () => (await bare.used()).seconds,
      memory: () => 0,
    },
    ...servers.map(({ child, port, workers }) => ({
      name: `POST /check?reasons=decisive, ${workers} worker${workers === 1 ? "" : "s"}`,
      path: "/check?reasons=decisive",
      port,
      used: () => treeOf(child.pid!).reduce((sum, pid) => sum + secondsOf(pid), 0),
      memory: () => treeOf(child.pid!).reduce((sum, pid) => sum + memoryOf(pid), 0),
    })),
  ];
  const seen = new Map<Row, Told[]>();
  for (let round = -1; round < rounds; round += 1)
    for (const row of rows) {
      const told = await rate(row, round < 0 ? WARM_UP_SECONDS : seconds);
      if (round >= 0) seen.set(row, [...(seen.get(row) ?? []), told]);
    }
  print(
    rows,
    seen,
    `${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}`,
  );
  bare.stop();
  for (const { child } of servers) child.kill("SIGTERM");
}

async function tarmaq(workers: number): Promise<{ child: ChildProcess; port: number; workers: number }> {
  const child = spawn(
    process.execPath,
    [
      join(root, "dist/tarmaq.js"),
      "serve",
      "--port",
      "0",
      "--no-review",
      "--drain-pause",
      "0",
      "--workers",
      String(workers),
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const port = await new Promise<number>((listening, failed) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      const found = /"listening":"[^"]*:(\d+)"/.exec(line)?.[1];
      if (found !== undefined) listening(Number(found));
    });
    child.once("exit", () => {
      failed(new Error("the server has ended: is there a build?"));
    });
  });
  return { child, port, workers };
}

/** A process and those that it has started. */
function treeOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(" ")
    .filter(Boolean);
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

function secondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[UTIME]) + Number(fields[STIME])) / TICKS;
}

/** Resident memory in MB. */
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

async function rate({ path, port, used }: Row, seconds: number): Promise<Told> {
  const requests = bodies.map(
    (body) =>
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const before = await used();
  const seen = await loadFrom(port, requests, { connections: CONNECTIONS, seconds });
  const spent = (await used()) - before;
  if (seen.errors > 0) throw new Error(`${seen.errors} errors`);
  return { wall: seen.answers / seen.seconds, own: seen.answers / spent, busy: seen.busy };
}

function print(rows: readonly Row[], seen: ReadonlyMap<Row, readonly Told[]>, how: string): void {
  const of = (row: Row, what: keyof Told): number => median(seen.get(row)!.map((told) => told[what]));
  const [bare, one, two] = rows as [Row, Row, Row];
  console.log(how);
  for (const row of rows)
    console.log(
      `${row.name.padEnd(42)} ${inFigures(of(row, "wall")).padStart(7)}/s by the wall, ${inFigures(of(row, "own")).padStart(7)} per CPU second (${(of(row, "own") / of(bare, "own")).toFixed(2)} of bare), generator busy ${of(row, "busy").toFixed(2)}${row === bare ? "" : `, ${row.memory().toFixed(0)} MB resident`}`,
    );
  console.log(
    `two workers: ${(of(two, "wall") / of(one, "wall")).toFixed(2)} × one by the wall; ${((2 * of(two, "own")) / of(one, "own")).toFixed(2)} × one by processor time, had each a core`,
  );
}

const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[of.length >> 1]!;
const inFigures = (rate: number): string => Math.round(rate).toLocaleString("en");

const [first, which] = process.argv.slice(2);
if (process.send === undefined) await measure(Number(first ?? "4"), Number(which ?? "5"));
else await play(first ?? "", which);
