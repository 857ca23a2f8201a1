import { monitorEventLoopDelay } from "node:perf_hooks";
import { SECOND_MS } from "../../model/time-units.ts";
import about from "../../../package.json" with { type: "json" };

const MICROSECONDS = 1e6;
const NANOSECONDS = 1e9;
const RESOLUTION_MS = 20;

const waits = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

/** What there is to tell of the process itself, under the names that Prometheus' own libraries give; as lines of its text. */
export function processMetrics(): string[] {
  const memory = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    ...metric("tarmaq_build_info", "gauge", "Which Tarmaq this is, on which Node.", [
      `{version="${about.version}",node="${process.versions.node}"} 1`,
    ]),
    ...metric("process_start_time_seconds", "gauge", "When the process began, in seconds since 1970.", [
      ` ${performance.timeOrigin / SECOND_MS}`,
    ]),
    ...metric("process_cpu_seconds_total", "counter", "Time of processors used.", [
      ` ${(user + system) / MICROSECONDS}`,
    ]),
    ...metric("process_resident_memory_bytes", "gauge", "Memory in use.", [` ${memory.rss}`]),
    ...metric("nodejs_heap_size_used_bytes", "gauge", "Heap in use.", [` ${memory.heapUsed}`]),
  ];
}

/** How long work waited since this was last asked; what is asked next begins anew. */
export function lagSinceAsked(): string[] {
  waits.enable();
  const lag = Number.isNaN(waits.percentile(99)) ? 0 : waits.percentile(99) / NANOSECONDS;
  waits.reset();
  return metric(
    "nodejs_eventloop_lag_p99_seconds",
    "gauge",
    "How long work waited since it was last asked.",
    [` ${lag}`],
  );
}

/** A metric with what is said of it, and its samples without its name. */
export const metric = (
  name: string,
  type: "counter" | "gauge",
  help: string,
  samples: readonly string[],
): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...samples.map((sample) => `${name}${sample}`),
];
