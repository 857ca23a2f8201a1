/**
 * Verdicts of `POST /check/batch` per second of the server's processor time, decisive reasons and all, beside a bare fastify route that
 * parses each line and writes it back, and beside json-rules-engine without a server, which tells which rules fired. The same
 * requests, the same run; the client is a process of its own, whose time is not counted.
 */
import { once } from "node:events";
import { connect } from "node:net";
import { openLibrary } from "../src/library/open-library.ts";
import { cases, type Case } from "./check-cases.ts";
import { jsonRulesEngine, type Contender } from "./check-rivals.ts";
import { play, serving, type Served } from "./serve-processes.ts";

const LINES = 20_000;
/** Requests that json-rules-engine judges in a round: it takes a hundred times as long. */
const ENGINE_REQUESTS = 500;
const WANTED = 50_000;

interface Row {
  readonly name: string;
  /** Lines per second of processor time. */
  readonly rate: () => Promise<number>;
}

async function measure(rounds: number): Promise<void> {
  const library = openLibrary({ law: "beneath" });
  const all = cases(library, LINES);
  const ours = await serving("ours");
  const bare = await serving("bare");
  const lines = linesOf(all);
  const alike = linesOf(
    cases(library, 28 * LINES)
      .filter(({ volume }) => volume === all[0]!.volume)
      .slice(0, LINES),
  );
  const rows: readonly Row[] = [
    { name: "bare fastify, NDJSON parsed and written back", rate: () => rateOf(bare, "/echo", lines) },
    {
      name: "decisive reasons, all services mixed",
      rate: () => rateOf(ours, "/check/batch?reasons=decisive", lines),
    },
    {
      name: "decisive reasons, one service",
      rate: () => rateOf(ours, "/check/batch?reasons=decisive", alike),
    },
    { name: "all reasons, all services mixed", rate: () => rateOf(ours, "/check/batch", lines) },
    {
      name: "json-rules-engine in its own process, no server",
      rate: () => engineRate(jsonRulesEngine(library), all),
    },
  ];
  const seen = new Map<Row, number[]>();
  // The first rounds make plans, timetables and sentences and have the code compiled: they do not count.
  for (let round = -2; round < rounds; round += 1)
    for (const row of rows) {
      const rate = await row.rate();
      if (round >= 0) seen.set(row, [...(seen.get(row) ?? []), rate]);
    }
  console.log(
    `${LINES} different requests a round, ${rounds} rounds; per second of the server's processor time`,
  );
  const bareRate = median(seen.get(rows[0]!)!);
  for (const row of rows) {
    const rates = seen.get(row)!;
    console.log(
      `${row.name.padEnd(50)} ${inFigures(median(rates)).padStart(8)} lines/s (${inFigures(Math.min(...rates))} to ${inFigures(Math.max(...rates))}), ${(median(rates) / bareRate).toFixed(2)} of bare`,
    );
  }
  console.log(`wanted of decisive reasons: ${inFigures(WANTED)}`);
  console.log(
    `peak memory of the server: ${(await ours.used()).peak.toFixed(0)} MB; bare: ${(await bare.used()).peak.toFixed(0)} MB`,
  );
  ours.stop();
  bare.stop();
}

const linesOf = (some: readonly Case[]): Buffer =>
  Buffer.from(some.map(({ request }) => `${request}\n`).join(""));

async function rateOf(server: Served, path: string, lines: Buffer): Promise<number> {
  const { seconds: before } = await server.used();
  const answered = await post(server.port, path, lines);
  return answered / ((await server.used()).seconds - before);
}

/** Sends all lines in one request, and counts the lines that come back. Throws where an answer is no verdict on each. */
async function post(port: number, path: string, lines: Buffer): Promise<number> {
  const socket = connect({ port, host: "127.0.0.1" });
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\ncontent-type: application/x-ndjson\r\ncontent-length: ${lines.length}\r\n\r\n`,
  );
  socket.write(lines);
  await once(socket, "close");
  const told = Buffer.concat(chunks).toString("latin1");
  const answered = told.split("\n{").length;
  if (!told.startsWith("HTTP/1.1 200 ") || told.includes('"status":'))
    throw new Error(told.slice(Math.max(0, told.indexOf('"status":') - 300)).slice(0, 600));
  return answered;
}

async function engineRate(engine: Contender, all: readonly Case[]): Promise<number> {
  const some = all.slice(0, ENGINE_REQUESTS).map(engine.ready);
  const start = process.cpuUsage();
  for (const judge of some) await judge();
  const { user, system } = process.cpuUsage(start);
  return some.length / ((user + system) / 1e6);
}

const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[of.length >> 1]!;
const inFigures = (rate: number): string => Math.round(rate).toLocaleString("en");

const [first, which] = process.argv.slice(2);
if (process.send === undefined) await measure(Number(first ?? "5"));
else await play(first ?? "", which);
