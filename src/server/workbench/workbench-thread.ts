/**
 * The workbench in a thread of its own (`in-thread.ts`): reading an act, putting its decisions together and writing its
 * pages take tenths of a second, in which the loop that answers `/check` is not to stand still.
 */
import type { InjectOptions } from "fastify";
import { parentPort, workerData } from "node:worker_threads";
import { Database } from "../../store/postgres/database.ts";
import { postgresDecisions } from "../../store/postgres/postgres-decisions.ts";
import { SECURE, type Answered, type Asked, type ThreadOptions } from "./thread-calls.ts";
import { workbenchApp } from "./workbench-app.ts";

let now = 0;
const { store, rules, ...options } = workerData as ThreadOptions;
const decisions = store === undefined ? undefined : postgresDecisions(await Database.at(store));
const app = await workbenchApp({
  ...options,
  rules: { ...rules, decisions },
  now: () => now,
  isSecure: ({ headers }) => headers[SECURE] === "yes",
});

parentPort?.on("message", ({ number, method, url, headers, body, address, isSecure, at }: Asked) => {
  now = at;
  const asked = {
    method,
    url,
    // Whatever the client has sent under this name.
    headers: { ...headers, [SECURE]: isSecure ? "yes" : "no" },
    remoteAddress: address,
    ...(body === undefined ? {} : { payload: Buffer.from(body) }),
  };
  // Whatever goes wrong is answered by the app itself.
  void app.inject(asked as InjectOptions).then((told) => {
    const kept = Object.entries(told.headers).flatMap(([name, value]) =>
      value === undefined || OF_THE_CONNECTION.has(name) ? [] : [[name, texts(value)] as const],
    );
    const answered: Answered = {
      number,
      status: told.statusCode,
      headers: Object.fromEntries(kept),
      body: told.rawPayload,
    };
    parentPort?.postMessage(answered);
  });
});

/** What whoever sends the answer says of it. */
const OF_THE_CONNECTION = new Set([
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
]);

const texts = (value: string | number | string[]): string | string[] =>
  typeof value === "number" ? String(value) : value;
