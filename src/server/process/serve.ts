import cluster from "node:cluster";
import type { ServeOrder } from "./order.ts";
import { serveAlone } from "./serve-alone.ts";
import { serveWithWorkers } from "./serve-workers.ts";
import { serveAsWorker } from "./worker.ts";

/** Serves as ordered until the process is told to stop. Throws `Trouble` where it cannot begin. */
export async function serve(order: ServeOrder): Promise<void> {
  if (order.workers === 1) await serveAlone(order);
  else if (cluster.isWorker) await serveAsWorker(order);
  else await serveWithWorkers(order);
}
