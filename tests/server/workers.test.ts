import { once } from "node:events";
import { Agent } from "node:http";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summedMetrics } from "../../src/server/process/summed-metrics.ts";
import { ask, served, type Served } from "./served.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-workers-"));
const LINE = JSON.stringify({ service: "kz-mz-2024-99/1", channel: "portal", submitted: "2025-03-17T10:00" });

/** The processes that a process has started, by their number. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(/\s+/).map(Number);

describe("a server of several processes", () => {
  let one: Served;
  beforeAll(async () => {
    one = await served("--workers", "2", "--decision-log", folder, "--drain-pause", "0");
  });
  afterAll(() => {
    one.server.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });
  const check = (): Promise<number> =>
    ask(one.port, "/check?reasons=decisive", { body: LINE }).then(({ status }) => status);
  const kept = (): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".jsonl"))
      .flatMap((name) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n"));
  const counted = async (sample: string): Promise<number> => {
    const { text } = await ask(one.port, "/metrics");
    const line = text.split("\n").find((words) => words.startsWith(`${sample} `));
    return Number(line?.split(" ")[1]);
  };

  it("keeps every decision once in one log, counts all of them, and has one workbench", async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, check));
    expect(answers).toEqual(Array(60).fill(200));
    const batch = await ask(one.port, "/check/batch?reasons=decisive", { body: `${LINE}\n`.repeat(40) });
    expect(batch.text.trimEnd().split("\n")).toHaveLength(40);
    expect(kept()).toHaveLength(100);
    for (const line of kept()) expect(JSON.parse(line)).toHaveProperty("receipt");
    const verdicts = await Promise.all(
      ["admit", "incomplete", "undetermined", "refuse"].map((answer) =>
        counted(`tarmaq_verdicts_total{verdict="${answer}"}`),
      ),
    );
    expect(verdicts.reduce((sum, count) => sum + count, 0)).toBe(100);
    const pages = await Promise.all(Array.from({ length: 4 }, () => ask(one.port, "/review/")));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it("counts requests and connections of all processes together: who may ask so often may do so of all in all", async () => {
    const limited = await served(
      "--workers",
      "2",
      "--no-review",
      "--rate-limit",
      "5",
      "--max-connections",
      "3",
    );
    const agents = Array.from({ length: 3 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
    try {
      const statuses = [];
      for (let count = 0; count < 8; count += 1) {
        const { status } = await ask(limited.port, "/services", { agent: agents[count % 3]! });
        statuses.push(status);
      }
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
      // Three connections are open, and dealt to two processes; there is no fourth, until one of them is no more.
      await expect(ask(limited.port, "/health/live")).rejects.toThrow();
      agents[0]!.destroy();
      while ((await ask(limited.port, "/health/live").catch(() => undefined)) === undefined);
    } finally {
      for (const agent of agents) agent.destroy();
      limited.server.kill("SIGKILL");
    }
  });

  it("replaces a process that is killed, and goes on counting from where that was", async () => {
    const before = await counted('tarmaq_verdicts_total{verdict="undetermined"}');
    const pids = childrenOf(one.server.pid!);
    expect(pids).toHaveLength(2);
    // What was counted is told once a second.
    await new Promise((told) => setTimeout(told, 1500));
    process.kill(pids[0]!, "SIGKILL");
    await one.logged("worker", "replaced");
    expect(await one.logged("fault", "worker-ended")).toMatchObject({ signal: "SIGKILL" });
    expect(childrenOf(one.server.pid!)).toHaveLength(2);
    expect(await Promise.all(Array.from({ length: 10 }, check))).toEqual(Array(10).fill(200));
    expect(await counted('tarmaq_verdicts_total{verdict="undetermined"}')).toBeGreaterThanOrEqual(before);
    expect(kept()).toHaveLength(110);
  });

  it("ends all of them when it is told to", async () => {
    const pids = childrenOf(one.server.pid!);
    const asked = Array.from({ length: 20 }, check);
    await Promise.all(asked);
    one.server.kill("SIGTERM");
    expect(await once(one.server, "exit")).toEqual([0, null]);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    expect(kept()).toHaveLength(130);
  });

  it("is not started where the address is taken, and says so once", async () => {
    const other = await served("--no-review", "--drain-pause", "0");
    const { spawnSync } = await import("node:child_process");
    const { status, stderr } = spawnSync(
      process.execPath,
      ["dist/tarmaq.js", "serve", "--no-review", "--workers", "2", "--port", String(other.port)],
      { encoding: "utf8" },
    );
    other.server.kill("SIGKILL");
    expect(status).toBe(2);
    expect(stderr.match(/EADDRINUSE/g)).toHaveLength(1);
  });
});

describe("the counts of several processes", () => {
  const text = (requests: number, bytes: number, start: number, lag: number): string =>
    [
      "# HELP requests_total Requests.",
      "# TYPE requests_total counter",
      `requests_total{route="/check"} ${requests}`,
      "# TYPE seconds histogram",
      `seconds_bucket{le="+Inf"} ${requests}`,
      `seconds_sum ${requests / 4}`,
      "# TYPE process_resident_memory_bytes gauge",
      `process_resident_memory_bytes ${bytes}`,
      "# TYPE process_start_time_seconds gauge",
      `process_start_time_seconds ${start}`,
      "# TYPE nodejs_eventloop_lag_p99_seconds gauge",
      `nodejs_eventloop_lag_p99_seconds ${lag}`,
      "# TYPE build_info gauge",
      'build_info{version="1"} 1',
      "",
    ].join("\n");

  it("are added, the first start and what is the same told once, and what has ended leaves its counts alone", () => {
    const told = summedMetrics([text(3, 100, 7, 0.5), text(5, 200, 9, 0.25)], [text(10, 1000, 1, 4)]);
    // How long work waited in the process where it waited longest.
    expect(told).toBe(text(18, 300, 7, 0.5));
  });
});
