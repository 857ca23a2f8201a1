import type { Asked, Answered } from "../workbench/thread-calls.ts";
import { Trouble } from "../../model/trouble.ts";
import type { DecisionLog } from "../../store/decision-log.ts";
import { Unkept } from "../../store/unkept.ts";
import type { AskedSoOften, Counts } from "../api/counts.ts";
import { LogLines } from "../api/log-lines.ts";
import type { WorkbenchCalls } from "../workbench/in-thread.ts";
import { Calls, type Answers, type Message } from "./calls.ts";
import { listening, oneServer, type OneServer } from "./one-server.ts";
import type { Entry, ServeOrder } from "./order.ts";
import { refusedReload } from "./reload.ts";
import type { StopLimits } from "./stop.ts";

/** Why something was not kept, as it goes between processes. */
export interface ToldUnkept {
  readonly place: string;
  readonly reason: string;
}

/** What was taken into use, as the log is to say it, and what tells it from all else. */
export interface Taken {
  readonly entry: Entry;
  readonly prints: string;
}

/** Why a worker could not begin. */
export interface ToldTrouble {
  readonly message: string;
  readonly at: Trouble["at"];
}

const METRICS_EVERY_MS = 1000;

/** Answers requests in a process of its own; decisions, log and workbench are those of the process that has started it. */
export async function serveAsWorker(order: ServeOrder): Promise<void> {
  // Whoever signals a group of processes means the one that leads it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  let end: () => void = () => undefined;
  const ended = new Promise<void>((done) => (end = done));
  let server: OneServer | undefined;
  const calls = new Calls(
    send,
    answersOf(
      () => server,
      () => {
        end();
      },
    ),
  );
  process.on("message", (message: Message) => {
    calls.take(message);
  });
  const lines = new LogLines((text) => void calls.call("log", text).catch(ignored));
  try {
    const parts = {
      decisions: order.keepsDecisions ? keptElsewhere(calls) : undefined,
      workbench: order.workbench === undefined ? undefined : workbenchElsewhere(calls),
      metrics: () => calls.call<string>("metrics"),
      counts: countedElsewhere(calls),
      log: (entry: Entry) => {
        lines.add(entry);
      },
    };
    const library = order.open();
    server = await oneServer(order, library, parts);
    const { metrics } = server;
    setInterval(() => void calls.call("counted", metrics.counted()).catch(ignored), METRICS_EVERY_MS).unref();
    const address = await listening(server.app, order);
    await calls.call("listening", { address, rulebooks: library.volumes.length, prints: server.prints() });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    await calls.call("trouble", { message: error.message, at: error.at } satisfies ToldTrouble);
    process.exit(2);
  }
  await ended;
  lines.flush();
  await calls.call("counted", server.metrics.counted()).catch(ignored);
  process.exit(0);
}

/** What the process that leads asks of a worker. */
function answersOf(server: () => OneServer | undefined, end: () => void): Answers {
  return {
    prepare: async (): Promise<Entry | undefined> => {
      try {
        await server()?.prepare();
        return undefined;
      } catch (error) {
        return refusedReload(error);
      }
    },
    take: (): Taken | undefined => {
      const one = server();
      return one && { entry: one.take(), prints: one.prints() };
    },
    forget: () => server()?.forget(),
    metrics: () => server()?.metrics.text() ?? "",
    stop: async (limits: StopLimits): Promise<number> => {
      const hurry = new AbortController();
      const cut = (await server()?.stop(limits, hurry.signal)) ?? 0;
      setImmediate(end);
      return cut;
    },
  };
}

function keptElsewhere(calls: Calls): DecisionLog {
  const unkept = (told: ToldUnkept | undefined): Unkept | undefined =>
    told && new Unkept(told.place, told.reason);
  return {
    write: async (...entry) => {
      const told = unkept(await calls.call<ToldUnkept | undefined>("keep", entry));
      if (told !== undefined) throw told;
    },
    trouble: async () => unkept(await calls.call<ToldUnkept | undefined>("keepTrouble")),
    close: () => Promise.resolve(),
  };
}

const countedElsewhere = (calls: Calls): Counts => ({
  asked: (who) => calls.call<AskedSoOften>("asked", who),
  opened: () => calls.call<boolean>("opened"),
  closed: () => void calls.call("closed").catch(ignored),
});

const workbenchElsewhere = (calls: Calls): WorkbenchCalls => ({
  call: (asked: Omit<Asked, "number">) => calls.call<Answered>("review", asked),
  close: () => Promise.resolve(),
});

const send = (message: Message): void => void process.send?.(message);
const ignored = (): void => undefined;
