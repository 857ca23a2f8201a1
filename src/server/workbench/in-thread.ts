import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Answered, Asked } from "./thread-calls.ts";
import { LARGEST_ACT, LARGEST_BODY } from "./limits.ts";

/** From this status on a request was not let in. */
const REFUSED = 400;

/** Answers requests to the workbench elsewhere: in a thread, or in another process that has it. */
export interface WorkbenchCalls {
  readonly call: (asked: Omit<Asked, "number">) => Promise<Answered>;
  /** What is not answered is not waited for. */
  readonly close: () => Promise<void>;
}

/** Where the workbench is, and what time it is told. */
export interface InThreadOptions {
  readonly calls: WorkbenchCalls;
  readonly now: () => number;
}

/**
 * The workbench as a fastify plugin for a server that answers others as well: each request is handed to a thread, which
 * is there from the first of them on.
 */
export function workbenchInThread(
  app: FastifyInstance,
  { calls, now }: InThreadOptions,
  done: () => void,
): void {
  app.addHook("onClose", () => calls.close());
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: LARGEST_BODY }, (_, body, give) => {
    give(null, body);
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    error.statusCode === undefined
      ? reply.code(500).send({ error: "a fault of ours" })
      : reply.code(error.statusCode).send({ error: error.message }),
  );
  const from = ({ ip, protocol }: FastifyRequest): Pick<Asked, "address" | "isSecure" | "at"> => ({
    address: ip,
    isSecure: protocol === "https",
    at: now(),
  });
  const handOver = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { method, url, body } = request;
    const headers = toldOn(request);
    const bytes = body instanceof Uint8Array ? body : undefined;
    const answered = await calls.call({ method, url, headers, body: bytes, ...from(request) });
    return reply.code(answered.status).headers(answered.headers).send(Buffer.from(answered.body));
  };
  // A file is taken in only once the thread has said that who sends it may open one.
  const mayOpen = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const headers = { ...toldOn(request), "content-length": "0", "content-type": undefined };
    const url = `${app.prefix}/may-open`;
    const answered = await calls.call({ method: "POST", url, headers, body: undefined, ...from(request) });
    if (answered.status < REFUSED) return undefined;
    return reply.code(answered.status).headers(answered.headers).send(Buffer.from(answered.body));
  };
  app.post("/open", { bodyLimit: LARGEST_ACT, onRequest: mayOpen }, handOver);
  app.all("/", handOver);
  app.all("/*", handOver);
  done();
}

/**
 * The headers of a request. The host is the one that the browser asked, where a proxy's word is taken for it; and how a proxy spoke that
 * adds no header is told as it would have said it itself.
 */
const toldOn = ({ headers, host, raw }: FastifyRequest): FastifyRequest["headers"] =>
  raw.httpVersion === "1.0" ? { ...headers, host, via: "1.0 unknown" } : { ...headers, host };
