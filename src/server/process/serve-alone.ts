import { LogLines } from "../api/log-lines.ts";
import { ThreadCalls } from "../workbench/thread-calls.ts";
import { listening, oneServer } from "./one-server.ts";
import { openedDecisions } from "./opened-decisions.ts";
import type { Entry, ServeOrder } from "./order.ts";
import { oneAfterAnother, refusedReload } from "./reload.ts";
import { hearSignals } from "./signals.ts";

/** Serves in this process until it is told to stop. */
export async function serveAlone(order: ServeOrder): Promise<void> {
  const lines = new LogLines(order.write);
  const log = (entry: Entry): void => {
    lines.add(entry);
  };
  const library = order.open();
  const decisions = await openedDecisions(order, log);
  const workbench = workbenchOf(order);
  const server = await oneServer(order, library, {
    decisions,
    workbench,
    metrics: (own) => own.text(),
    log,
  });
  const address = await listening(server.app, order);
  order.write(`${JSON.stringify({ listening: address, rulebooks: library.volumes.length })}\n`);
  const reload = oneAfterAnother(async () => {
    try {
      await server.prepare();
      log(server.take());
    } catch (error) {
      log(refusedReload(error));
    }
  });
  const signals = hearSignals(() => void reload());
  const signal = await signals.toStop;
  log({ stopping: signal });
  const cut = await server.stop(limitsFor(signal, order), signals.hurry);
  await decisions?.close();
  log({ stopped: true, cut });
  lines.flush();
  signals.close();
}

/** Somebody at the terminal waits for no balancer to notice. */
export const limitsFor = (signal: NodeJS.Signals, { limits }: ServeOrder): ServeOrder["limits"] =>
  signal === "SIGINT" ? { ...limits, pauseMs: 0 } : limits;

/** The workbench's thread, where there is to be a workbench. */
export const workbenchOf = ({ workbench }: ServeOrder): ThreadCalls | undefined =>
  workbench && new ThreadCalls(workbench.thread, workbench.options);
