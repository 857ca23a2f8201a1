import type { FastifyInstance } from "fastify";
import type { Library } from "../../library/library.ts";
import { Trouble } from "../../model/trouble.ts";
import type { DecisionLog } from "../../store/decision-log.ts";
import { serverApp } from "../api/app.ts";
import { countedLog } from "../api/counted-log.ts";
import type { Counts } from "../api/counts.ts";
import { Metrics } from "../api/metrics.ts";
import { Readiness } from "../api/readiness.ts";
import { Tracing } from "../api/tracing.ts";
import { applyRoutes } from "../apply/apply.ts";
import { workbenchInThread, type WorkbenchCalls } from "../workbench/in-thread.ts";
import type { Entry, ServeOrder } from "./order.ts";
import { Reloadable } from "./reloadable.ts";
import { stopServing, type StopLimits } from "./stop.ts";
import { warmed } from "./warm.ts";

/** What a server in this process works with that may be elsewhere. */
export interface Parts {
  readonly decisions: DecisionLog | undefined;
  readonly workbench: WorkbenchCalls | undefined;
  /** What is told at `/metrics`, given what this process has counted. */
  readonly metrics: (own: Metrics) => string | Promise<string>;
  readonly log: (entry: Entry) => void;
  /** What is counted together with other processes. */
  readonly counts?: Counts;
}

/** A server in this process. */
export interface OneServer {
  readonly app: FastifyInstance;
  readonly metrics: Metrics;
  /** Reads rules and tokens anew without taking them into use. Throws `Trouble`. */
  readonly prepare: () => Promise<void>;
  /** Takes into use what was prepared: the next request is answered by it. Gives what the log is to say. */
  readonly take: () => Entry;
  /** Drops what was prepared. */
  readonly forget: () => void;
  /** Tells the rulebooks that are in use from all others. */
  readonly prints: () => string;
  /** Lets it end; gives how many connections were cut. */
  readonly stop: (limits: StopLimits, hurry: AbortSignal) => Promise<number>;
}

/** A server ready to listen, its rulebooks made ready. */
export async function oneServer(order: ServeOrder, library: Library, parts: Parts): Promise<OneServer> {
  const judge = new Reloadable(() => warmed(order.open(), order.signer), await warmed(library, order.signer));
  const tokens = order.tokens(parts.log);
  const metrics = new Metrics();
  const readiness = new Readiness();
  const stopping = new AbortController();
  const app = await serverApp({
    get judge() {
      return judge.now;
    },
    tokens,
    metrics,
    metricsText: () => parts.metrics(metrics),
    decisions: countedLog(parts.decisions, metrics),
    tracing: Tracing.whereAsked(),
    ...order.clients,
    counts: parts.counts,
    readiness,
    trustProxy: order.trustProxy,
    stopping: stopping.signal,
    now: order.now,
    log: parts.log,
  });
  if (parts.workbench !== undefined)
    await app.register(workbenchInThread, { prefix: "/review", calls: parts.workbench, now: order.now });
  if (order.apply !== undefined) {
    const tools = {
      get judge() {
        return judge.now;
      },
    };
    await app.register(applyRoutes, {
      prefix: "/apply",
      ...order.apply,
      tools,
      now: order.now,
      log: parts.log,
    });
  }
  const stop = (limits: StopLimits, hurry: AbortSignal): Promise<number> =>
    stopServing(app, { readiness, stopping }, limits, hurry);
  const take = (): Entry => {
    tokens?.reload();
    return { reload: "done", rulebooks: judge.take().library.volumes.length };
  };
  const prepare = async (): Promise<void> => {
    await judge.prepare();
  };
  return {
    app,
    metrics,
    prepare,
    take,
    forget: () => {
      judge.forget();
    },
    prints: () => judge.now.library.volumes.map(({ sha256 }) => sha256).join(" "),
    stop,
  };
}

/** Listens, and gives the address. Throws `Trouble` where that cannot be. */
export async function listening(
  app: { readonly listen: (at: { host: string; port: number }) => Promise<string> },
  { host, port }: Pick<ServeOrder, "host" | "port">,
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Trouble(`cannot listen on ${host}:${port} (${code})`, {
      wayOut: "Take another --port, or 0 for any that is free.",
    });
  }
}
