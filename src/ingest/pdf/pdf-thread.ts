/**
 * Reads a PDF in a thread of its own, which can be ended: a file may be made so that a reader of it never comes to an
 * end, or fills the memory.
 */
import { parentPort, workerData } from "node:worker_threads";
import { readPages } from "./read-pages.ts";

const { bytes, file } = workerData as { readonly bytes: Uint8Array; readonly file: string };
await readPages(bytes, file, (told) => {
  parentPort?.postMessage(told);
});
parentPort?.close();
