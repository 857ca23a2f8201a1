import type { ServeOrder } from "./order.ts";
import { serveAlone } from "./serve-alone.ts";

/** Serves as ordered until the process is told to stop. Throws `Trouble` where it cannot begin. */
export async function serve(order: ServeOrder): Promise<void> {
  await serveAlone(order);
}
