import type { Answer } from "../../model/verdict.ts";
import { Histogram } from "./histogram.ts";
import { lagSinceAsked, metric, processMetrics } from "./process-metrics.ts";

/** What the server has done, for Prometheus. Holds counts by route and outcome, and nothing of any request. */
export class Metrics {
  /** By route, method and status: found without a text put together for each. */
  readonly #requests = new Map<string, Map<string, Map<number, Histogram>>>();
  readonly #judging: Record<Answer | "error", Histogram> = {
    admit: new Histogram(),
    incomplete: new Histogram(),
    undetermined: new Histogram(),
    refuse: new Histogram(),
    error: new Histogram(),
  };
  readonly #verdicts: Record<Answer, number> = { admit: 0, incomplete: 0, undetermined: 0, refuse: 0 };
  #notKept = 0;
  #dropped = 0;

  verdict(answer: Answer): void {
    this.#verdicts[answer] += 1;
  }

  /** One request of `/check` was judged: what came out, and how long it took. */
  judged(outcome: Answer | "error", seconds: number): void {
    this.#judging[outcome].add(seconds);
  }

  /** A verdict could not be kept, and was not given. */
  notKept(): void {
    this.#notKept += 1;
  }

  /** A connection was closed because there were as many as there may be. */
  dropped(): void {
    this.#dropped += 1;
  }

  /** `route` is the pattern of the route, never the address itself. */
  request(method: string, route: string, status: number, seconds: number): void {
    const ofRoute = foundOrMade(this.#requests, route, () => new Map<string, Map<number, Histogram>>());
    const times = foundOrMade(ofRoute, method, () => new Map<number, Histogram>());
    foundOrMade(times, status, () => new Histogram()).add(seconds);
  }

  /** The text exposition format 0.0.4. */
  text(): string {
    return [...this.#lines(), ...lagSinceAsked(), ""].join("\n");
  }

  /** The same for who keeps what was counted, and asks often: without what is told since it was last asked. */
  counted(): string {
    return [...this.#lines(), ""].join("\n");
  }

  #lines(): string[] {
    const requests = this.#byLabels();
    return [
      ...metric(
        "tarmaq_http_requests_total",
        "counter",
        "Requests answered.",
        requests.map(([labels, times]) => `{${labels}} ${times.count()}`),
      ),
      ...histogram("tarmaq_http_request_duration_seconds", "Time from request to answer.", requests),
      ...histogram(
        "tarmaq_judging_duration_seconds",
        "Time to judge one request of /check.",
        Object.entries(this.#judging).map(([outcome, times]) => [`outcome="${outcome}"`, times]),
      ),
      ...metric(
        "tarmaq_verdicts_total",
        "counter",
        "Verdicts given, batches included.",
        Object.entries(this.#verdicts).map(([answer, count]) => `{verdict="${answer}"} ${count}`),
      ),
      ...metric(
        "tarmaq_decision_log_failures_total",
        "counter",
        "Verdicts not given because they could not be kept.",
        [` ${this.#notKept}`],
      ),
      ...metric(
        "tarmaq_http_connections_dropped_total",
        "counter",
        "Connections closed because there were too many.",
        [` ${this.#dropped}`],
      ),
      ...processMetrics(),
    ];
  }

  #byLabels(): [labels: string, times: Histogram][] {
    const all: [string, Histogram][] = [];
    for (const [route, methods] of this.#requests)
      for (const [method, statuses] of methods)
        for (const [status, times] of statuses)
          all.push([`method="${method}",route="${route}",status="${status}"`, times]);
    return all;
  }
}

const histogram = (
  name: string,
  help: string,
  all: readonly (readonly [labels: string, times: Histogram])[],
): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} histogram`,
  ...all.flatMap(([labels, times]) => times.lines(name, labels)),
];

function foundOrMade<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
