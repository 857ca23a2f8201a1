/**
 * Mixed routes at four fifths of what a server of two processes takes, for five minutes, on a slow disk, with its files read anew every
 * fifteen seconds and a process killed half way: no wrong and no lost answer, every acknowledged decision kept, no more memory at the end.
 * `npx tsx bench/serve-load.bench.ts [seconds]`
 */
import { spawn } from "node:child_process";
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as after } from "node:timers/promises";

const SECONDS = Number(process.argv[2] ?? "300");
const [CALIBRATING_S, RELOAD_EVERY_S, SLOW_DISK_MS, WORKERS, SHARE, AT_ONCE] = [10, 15, 5, 2, 0.8, 64];
const root = join(import.meta.dirname, "..");
const samples = join(root, "tests/fixtures/check");
const bodies = readdirSync(samples).flatMap((service) =>
  readdirSync(join(samples, service)).map((name) =>
    JSON.stringify(JSON.parse(readFileSync(join(samples, service, name, "request.json"), "utf8"))),
  ),
);
const batch = bodies.slice(0, 50).join("\n");
const folder = mkdtempSync(join(tmpdir(), "tarmaq-load-"));
const server = spawn(
  process.execPath,
  [
    "--import",
    "tsx",
    "--import",
    join(root, "bench/slow-disk.ts"),
    join(root, "dist/tarmaq.js"),
    "serve",
    "--port",
    "0",
  ].concat(["--workers", String(WORKERS), "--decision-log", folder, "--no-review"]),
  { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, SLOW_DISK_MS: String(SLOW_DISK_MS) } },
);
const events = { reloads: 0, replaced: 0, faults: [] as string[] };
const port = await new Promise<number>((listening, failed) => {
  createInterface({ input: server.stderr }).on("line", (line) => {
    const found = /"listening":"[^"]*:(\d+)"/.exec(line)?.[1];
    if (found !== undefined) listening(Number(found));
    if (line.includes('"reload":"done"')) events.reloads += 1;
    else if (line.includes('"worker":"replaced"')) events.replaced += 1;
    else if (/"fault"|"reload":"refused"/.test(line)) events.faults.push(line.slice(0, 200));
  });
  server.once("exit", () => {
    failed(new Error("the server has ended"));
  });
});

interface Asked {
  readonly path: string;
  readonly body?: string;
  /** Verdicts that are kept once it is answered. */
  readonly verdicts: number;
}

/** What is asked the n-th time. */
function askedAt(turn: number): Asked {
  const body = bodies[turn % bodies.length]!;
  const kind = turn % 100;
  if (kind === 0) return { path: "/check/batch?reasons=decisive", body: batch, verdicts: 50 };
  if (kind === 1) return { path: "/services/kz-mz-2024-99%2F1/form?lang=kk", verdicts: 0 };
  if (kind === 2) return { path: "/rules", verdicts: 0 };
  if (kind === 3) return { path: "/health/ready", verdicts: 0 };
  return { path: kind % 2 === 0 ? "/check?reasons=decisive" : "/check?lang=ru", body, verdicts: 1 };
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const ask = ({ path, body }: Asked): Promise<string> =>
  new Promise((heard, failed) => {
    const headers = { "content-type": path.includes("batch") ? "application/x-ndjson" : "application/json" };
    const method = body === undefined ? "GET" : "POST";
    const asked = request({ port, host: "127.0.0.1", path, method, agent, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("error", failed);
      answer.on("end", () => {
        heard(`${answer.statusCode ?? 0} ${Buffer.concat(pieces).toString()}`);
      });
    });
    asked.on("error", failed);
    asked.end(body);
  });

/** The first answer to each thing that was asked: every later one is to be the same. */
const first = new Map<string, string>();
const seen = { answers: 0, wrong: 0, lost: 0, again: 0, verdicts: 0, examples: [] as string[] };

async function one(turn: number): Promise<void> {
  const asked = askedAt(turn);
  for (let tries = 1; ; tries += 1) {
    try {
      const told = await ask(asked);
      const key = `${asked.path} ${asked.body ?? ""}`;
      if (!first.has(key)) first.set(key, told);
      seen.answers += 1;
      seen.verdicts += asked.verdicts;
      if (told.startsWith("200 ") && told === first.get(key)) return;
      seen.wrong += 1;
      if (seen.examples.length < 5) seen.examples.push(`${asked.path} ${told.slice(0, 200)}`);
      return;
    } catch (error) {
      seen.again += 1;
      if (tries < 5) continue;
      seen.lost += 1;
      seen.examples.push(String(error));
      return;
    }
  }
}

/** Asks as fast as answers come, for so long; gives answers a second. */
async function asFastAsItGoes(seconds: number): Promise<number> {
  const [began, before] = [performance.now(), seen.answers];
  let turn = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - began < seconds * 1000) await one(turn++);
  };
  await Promise.all(Array.from({ length: 16 }, client));
  return ((seen.answers - before) * 1000) / (performance.now() - began);
}

/** Asks so many times a second, whatever is answered; gives how long each took from when it was due. */
async function atRate(rate: number, seconds: number): Promise<number[]> {
  const took: number[] = [];
  const began = performance.now();
  const open = new Set<Promise<void>>();
  for (let turn = 0; turn < rate * seconds; turn += 1) {
    const due = began + (turn * 1000) / rate;
    if (due > performance.now()) await after(due - performance.now());
    const answered = one(turn).then(() => {
      took.push(performance.now() - due);
      open.delete(answered);
    });
    open.add(answered);
    if (open.size > 1000) await Promise.race(open);
  }
  await Promise.all(open);
  return took.sort((a, b) => a - b);
}

const children = (): number[] =>
  readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, "utf8").trim().split(/\s+/).map(Number);
const memory = (): number =>
  [server.pid!, ...children()].reduce(
    (sum, pid) =>
      sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
    0,
  );

const highest = await asFastAsItGoes(CALIBRATING_S);
const rate = Math.floor(highest * SHARE);
console.log(
  `load of the machine ${loadavg()
    .map((one) => one.toFixed(1))
    .join(" ")}; it takes ${Math.round(highest)} a second, asked are ${rate}`,
);
const memories: number[] = [];
const timers = [
  setInterval(() => server.kill("SIGHUP"), RELOAD_EVERY_S * 1000),
  setInterval(() => memories.push(memory()), (SECONDS * 1000) / 30),
  setTimeout(() => process.kill(children()[0]!, "SIGKILL"), (SECONDS * 1000) / 2),
];
const took = await atRate(rate, SECONDS);
for (const timer of timers) clearInterval(timer);
server.removeAllListeners("exit");
const ended = new Promise<number | null>((status) => server.once("exit", status));
agent.destroy();
server.kill("SIGTERM");
const status = await ended;
let kept = 0;
for (const name of readdirSync(folder).filter((name) => name.endsWith(".jsonl")))
  for await (const line of createInterface({ input: createReadStream(join(folder, name)) })) {
    if (!line.endsWith("}")) seen.examples.push(`a line of the decision log: ${line.slice(0, 100)}`);
    kept += 1;
  }
rmSync(folder, { recursive: true });
const at = (share: number): string =>
  `${took[Math.min(took.length - 1, Math.floor(took.length * share))]!.toFixed(1)} ms`;
const mean = (of: readonly number[]): number => Math.round(of.reduce((sum, one) => sum + one, 0) / of.length);
const fifth = Math.ceil(memories.length / 5);
console.log(
  `${SECONDS} s, ${WORKERS} processes, disk slow by ${SLOW_DISK_MS} ms: ${seen.answers} answers, ${seen.wrong} wrong, ${seen.lost} lost, ${seen.again} asked again; exit status ${String(status)}`,
);
console.log(`median ${at(0.5)}, p99 ${at(0.99)}, p99.9 ${at(0.999)}, highest ${at(1)}`);
console.log(
  `${seen.verdicts} verdicts acknowledged, ${kept} kept; ${events.reloads} reloads, ${events.replaced} processes replaced`,
);
console.log(
  `memory of all processes in MB: second fifth ${mean(memories.slice(fifth, 2 * fifth))}, last fifth ${mean(memories.slice(-fifth))}, highest ${Math.round(Math.max(...memories))}`,
);
for (const line of [...events.faults.slice(0, 5), ...seen.examples.slice(0, 5)]) console.log(line);
console.log(
  `load of the machine at the end ${loadavg()
    .map((one) => one.toFixed(1))
    .join(" ")}`,
);
process.exitCode = seen.wrong + seen.lost === 0 && kept >= seen.verdicts ? 0 : 1;
