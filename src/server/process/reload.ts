import { Trouble } from "../../model/trouble.ts";
import type { Entry } from "./order.ts";

/** What the log says of files that are not taken: what was in use stays. */
export function refusedReload(error: unknown): Entry {
  if (error instanceof Trouble) return { reload: "refused", ...error.at, reason: error.message };
  return { reload: "refused", reason: error instanceof Error ? error.name : "unknown" };
}

/** Work that is begun anew only once it has ended: two reloads at a time would take each other's files into use. */
export function oneAfterAnother(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(work, work));
}
