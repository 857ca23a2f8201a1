/**
 * Five minutes of mixed load (all services, single requests and batches) against a server of its own, sampling its
 * memory: error-free, and no more memory at the end than after the first fifth. `npx tsx bench/serve-load.bench.ts [seconds]`
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SECONDS = Number(process.argv[2] ?? "300");
const CLIENTS = 8;
const root = join(import.meta.dirname, "..");
const folder = join(root, "tests/fixtures/check");
const bodies = readdirSync(folder).flatMap((service) =>
  readdirSync(join(folder, service)).map((name) =>
    JSON.stringify(JSON.parse(readFileSync(join(folder, service, name, "request.json"), "utf8"))),
  ),
);

const server = spawn(
  process.execPath,
  [join(root, "dist/tarmaq.js"), "serve", "--port", "0", "--no-review"],
  { stdio: ["ignore", "ignore", "pipe"] },
);
const address = await new Promise<string>((listening, failed) => {
  let told = "";
  server.stderr.on("data", (chunk: Buffer) => {
    if (told.length > 10_000) return;
    told += chunk.toString();
    const found = /"listening":"([^"]+)"/.exec(told)?.[1];
    if (found !== undefined) listening(found);
  });
  server.once("exit", () => {
    failed(new Error(told));
  });
});

let requests = 0;
let verdicts = 0;
const errors: string[] = [];
const until = performance.now() + SECONDS * 1000;

/** One client: single requests, and every twentieth time a batch of all samples. */
async function client(number: number): Promise<void> {
  for (let turn = number; performance.now() < until; turn += CLIENTS) {
    const isBatch = turn % 20 === 0;
    const body = isBatch ? bodies.join("\n") : bodies[turn % bodies.length]!;
    const headers = { "content-type": isBatch ? "application/x-ndjson" : "application/json" };
    try {
      const answer = await fetch(`${address}/check${isBatch ? "/batch" : ""}`, {
        method: "POST",
        headers,
        body,
      });
      const text = await answer.text();
      const lines = text.trimEnd().split("\n");
      const bad = lines.find((line) => !line.startsWith('{"verdict":'));
      if (answer.status !== 200 || bad !== undefined || lines.length !== (isBatch ? bodies.length : 1))
        errors.push(`${answer.status} ${(bad ?? text).slice(0, 200)}`);
      requests += 1;
      verdicts += lines.length;
    } catch (error) {
      errors.push(String(error));
    }
  }
}

async function memory(): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]) / 2 ** 20;
}

const samples: number[] = [];
const sampler = setInterval(
  () => {
    memory().then(
      (megabytes) => samples.push(megabytes),
      (error: unknown) => errors.push(String(error)),
    );
  },
  (SECONDS * 1000) / 30,
);
await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
clearInterval(sampler);
server.kill("SIGTERM");
const status = await new Promise((ended) => server.once("exit", ended));
const mean = (of: readonly number[]): number => Math.round(of.reduce((sum, one) => sum + one, 0) / of.length);
const fifth = Math.ceil(samples.length / 5);
console.log(
  `${SECONDS} s, ${CLIENTS} clients: ${requests} requests, ${verdicts} verdicts, ${errors.length} errors, exit status ${String(status)}`,
);
console.log(
  `memory in MB: second fifth ${mean(samples.slice(fifth, 2 * fifth))}, last fifth ${mean(samples.slice(-fifth))}, highest ${Math.round(Math.max(...samples))}`,
);
for (const error of errors.slice(0, 5)) console.log(error);
process.exitCode = errors.length === 0 ? 0 : 1;
