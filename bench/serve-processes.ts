import { Readable } from "node:stream";
import { createInterface } from "node:readline";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fastify, type FastifyInstance } from "fastify";
import { openLibrary } from "../src/library/open-library.ts";
import { ourAjv } from "../src/files/our-ajv.ts";
import { SCHEMAS } from "../src/files/schemas.ts";
import { serverApp } from "../src/server/api/app.ts";
import { Judge } from "../src/server/api/judged.ts";
import { LogLines } from "../src/server/api/log-lines.ts";
import { Metrics } from "../src/server/api/metrics.ts";
import { generate, type Seen } from "./serve-generator.ts";

/** A server in a process of its own. */
export interface Served {
  readonly port: number;
  /** What it has used so far. */
  readonly used: () => Promise<Used>;
  /** What a bare server answers with where it is asked for as many bytes. */
  readonly answerWith: (text: string) => Promise<unknown>;
  readonly stop: () => void;
}

/** Seconds of processor time, in user and system, and the most memory held at a time, in MB. */
export interface Used {
  readonly seconds: number;
  readonly peak: number;
}

/** Starts this file's bundle again as a server. */
export async function serving(which: "ours" | "bare"): Promise<Served> {
  const child = fork(process.argv[1]!, ["server", which], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const [port] = (await once(child, "message")) as [number];
  return {
    port,
    used: () => answerOf<Used>(child, "used"),
    answerWith: (text) => answerOf(child, { toAnswer: text }),
    stop: () => {
      child.disconnect();
    },
  };
}

/** Lets a process of its own generate load; also says what part of its time it was busy. */
export async function loadFrom(
  port: number,
  requests: readonly string[],
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<Seen & { readonly busy: number }> {
  const child = fork(process.argv[1]!, ["generator"]);
  const seen = await answerOf<Seen & { busy: number }>(child, { port, requests, connections, seconds });
  child.disconnect();
  return seen;
}

async function answerOf<T>(child: ChildProcess, question: string | object): Promise<T> {
  child.send(question);
  const [answer] = (await once(child, "message")) as [T];
  return answer;
}

const SECOND = 1e6;
const usedSoFar = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / SECOND;
};

/** What a process that was started by the above does. */
export async function play(role: string, which: string | undefined): Promise<void> {
  process.once("disconnect", () => process.exit(0));
  if (role === "generator") {
    process.once(
      "message",
      ({ port, requests, ...how }: Parameters<typeof generate>[2] & { port: number; requests: string[] }) => {
        const before = usedSoFar();
        void generate(
          port,
          requests.map((request) => Buffer.from(request)),
          how,
        ).then((seen) => {
          process.send!({ ...seen, busy: (usedSoFar() - before) / seen.seconds });
        });
      },
    );
    return;
  }
  const app = which === "ours" ? await oursApp() : bareApp();
  const address = await app.listen({ port: 0 });
  process.on("message", () =>
    process.send!({ seconds: usedSoFar(), peak: process.resourceUsage().maxRSS / 1024 }),
  );
  process.send!(Number(new URL(address).port));
}

/** As `tarmaq serve` has it, its log included, which goes where nobody reads it. */
function oursApp(): Promise<FastifyInstance> {
  const lines = new LogLines((text) => process.stderr.write(text));
  return serverApp({
    judge: new Judge(openLibrary({ law: "beneath" })),
    metrics: new Metrics(),
    decisions: undefined,
    tokens: undefined,
    now: () => Date.now(),
    log: (entry) => {
      lines.add(entry);
    },
  });
}

/** Routes with the schema of `POST /check` that do no work; and one that reads lines of JSON and gives them back. */
function bareApp(): FastifyInstance {
  const app = fastify();
  const ajv = ourAjv({ allErrors: false, coerceTypes: false });
  app.setValidatorCompiler(({ schema }) => ajv.compile(schema as object));
  app.addSchema(SCHEMAS.request);
  const schema = { body: { $ref: SCHEMAS.request.$id } };
  app.post("/nothing", { schema }, () => ({ ok: true }));
  let bytes = Buffer.of();
  process.on("message", (told: { readonly toAnswer?: string }) => {
    if (told.toAnswer !== undefined) bytes = Buffer.from(told.toAnswer);
  });
  app.addContentTypeParser("application/x-ndjson", (_, payload, done) => {
    done(null, payload);
  });
  app.post("/echo", (request, reply) =>
    reply
      .header("content-type", "application/x-ndjson")
      .send(Readable.from(echoed(request.body as Readable))),
  );
  app.post("/bytes", { schema }, (_, reply) => reply.header("content-type", "application/json").send(bytes));
  return app;
}

/** As an NDJSON route is written that does no work: each line parsed, and written again. */
async function* echoed(body: Readable): AsyncGenerator<string> {
  for await (const line of createInterface({ input: body })) yield `${JSON.stringify(JSON.parse(line))}\n`;
}
