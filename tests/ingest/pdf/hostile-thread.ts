/** Reads hostile PDFs one after another, as the program's own thread reads one. */
import { parentPort } from "node:worker_threads";
import { readPages } from "../../../src/ingest/pdf/read-pages.ts";

parentPort?.on("message", (bytes: Uint8Array) => {
  void readPages(bytes, "t.pdf", (told) => {
    parentPort?.postMessage(told);
  }).then(() => {
    parentPort?.postMessage({ is: "over" });
  });
});
