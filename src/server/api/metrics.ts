import type { Answer } from "../../model/verdict.ts";

const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What the server has done, for Prometheus. Holds counts by route and status, and nothing of any request. */
export class Metrics {
  /** By route, method and status: found without a text put together for each. */
  readonly #requests = new Map<string, Map<string, Map<number, number>>>();
  readonly #buckets: number[] = BOUNDS.map(() => 0);
  readonly #verdicts: Record<Answer, number> = { admit: 0, incomplete: 0, undetermined: 0, refuse: 0 };
  #seconds = 0;
  #count = 0;

  verdict(answer: Answer): void {
    this.#verdicts[answer] += 1;
  }

  /** `route` is the pattern of the route, never the address itself. */
  request(method: string, route: string, status: number, seconds: number): void {
    const ofRoute = foundOrMade(this.#requests, route, () => new Map<string, Map<number, number>>());
    const counts = foundOrMade(ofRoute, method, () => new Map<number, number>());
    counts.set(status, (counts.get(status) ?? 0) + 1);
    this.#count += 1;
    this.#seconds += seconds;
    for (let index = BOUNDS.length - 1; index >= 0 && seconds <= (BOUNDS[index] ?? 0); index -= 1)
      this.#buckets[index] = (this.#buckets[index] ?? 0) + 1;
  }

  #requestLines(): string[] {
    const lines: string[] = [];
    for (const [route, methods] of this.#requests)
      for (const [method, counts] of methods)
        for (const [status, count] of counts)
          lines.push(
            `tarmaq_http_requests_total{method="${method}",route="${route}",status="${status}"} ${count}`,
          );
    return lines;
  }

  /** The text exposition format 0.0.4. */
  text(): string {
    const memory = process.memoryUsage();
    return [
      "# HELP tarmaq_http_requests_total Requests answered.",
      "# TYPE tarmaq_http_requests_total counter",
      ...this.#requestLines(),
      "# HELP tarmaq_http_request_seconds Time from request to answer.",
      "# TYPE tarmaq_http_request_seconds histogram",
      ...BOUNDS.map(
        (bound, index) => `tarmaq_http_request_seconds_bucket{le="${bound}"} ${this.#buckets[index] ?? 0}`,
      ),
      `tarmaq_http_request_seconds_bucket{le="+Inf"} ${this.#count}`,
      `tarmaq_http_request_seconds_sum ${this.#seconds}`,
      `tarmaq_http_request_seconds_count ${this.#count}`,
      "# HELP tarmaq_verdicts_total Verdicts given, batches included.",
      "# TYPE tarmaq_verdicts_total counter",
      ...Object.entries(this.#verdicts).map(
        ([answer, count]) => `tarmaq_verdicts_total{verdict="${answer}"} ${count}`,
      ),
      "# HELP process_resident_memory_bytes Memory in use.",
      "# TYPE process_resident_memory_bytes gauge",
      `process_resident_memory_bytes ${memory.rss}`,
      "# HELP nodejs_heap_size_used_bytes Heap in use.",
      "# TYPE nodejs_heap_size_used_bytes gauge",
      `nodejs_heap_size_used_bytes ${memory.heapUsed}`,
      "# HELP process_uptime_seconds Time since the start.",
      "# TYPE process_uptime_seconds gauge",
      `process_uptime_seconds ${process.uptime()}`,
      "",
    ].join("\n");
  }
}

function foundOrMade<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
