import { fastify, type FastifyInstance, type FastifyRequest } from "fastify";
import type { SchemaFault } from "../../files/validate.ts";
import { explained, faults } from "../../files/validate.ts";
import { ourAjv } from "../../files/our-ajv.ts";
import type { SchemaName } from "../../files/schemas.ts";
import type { LiveTokens } from "../../files/live-tokens.ts";
import { allowOrigins } from "./cors.ts";
import { limitConnections } from "./connection-limit.ts";
import { ConnectionCounts, RequestCounts, type Counts } from "./counts.ts";
import { limitRate } from "./rate-limit.ts";
import { tellUnchanging } from "./unchanging.ts";
import { requireBearer } from "./bearer.ts";
import { checkRoutes } from "./check-routes.ts";
import type { CheckTools } from "./check-tools.ts";
import { dueRoute } from "./due-route.ts";
import { readBodies, UnreadableBody } from "./json-body.ts";
import { faultEntry } from "./fault-entry.ts";
import { healthRoutes } from "./health-routes.ts";
import { Readiness } from "./readiness.ts";
import { invalid, problem, problemOf, sendProblem } from "./problem.ts";
import { schemasAtHand } from "./openapi/at-hand.ts";
import { documentedRoutes, methodsByAddress } from "./openapi/collected.ts";
import { openApi } from "./openapi/document.ts";
import type { Query } from "./parameters.ts";
import { requestIds, tellRequestId, traceOf } from "./request-ids.ts";
import { rulesRoutes } from "./rules-routes.ts";
import { Unkept } from "../../store/unkept.ts";
import { documentRoute, metricsRoute } from "./own-routes.ts";
import { SlowClients, type Patience } from "./slow-clients.ts";
import { SECOND_MS, MINUTE_MS } from "../../model/time-units.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Of `schemas/`, that of the body. */
    readonly bodySchema?: SchemaName;
    /** The body is a stream of lines, and nothing else will do. */
    readonly takesLines?: boolean;
  }
}

export interface ServerOptions extends CheckTools {
  /** Whoever holds one of them may ask; absent: everybody who can reach the address. */
  readonly tokens?: LiveTokens | undefined;
  readonly now: () => number;
  /** Tells whether the server can take requests; without it, it always can. */
  readonly readiness?: Readiness;
  /** Requests come through a proxy on this machine or network, whose word is taken for where they come from. */
  readonly trustProxy?: boolean;
  /** Aborted when there is no more time for streams to go on. */
  readonly stopping?: AbortSignal;
  /** What is told at `/metrics`, where it is more than `metrics` has. */
  readonly metricsText?: () => string | Promise<string>;
  /** Who may ask from a page elsewhere, how often everybody may ask, and over how many connections at once. */
  readonly origins?: readonly string[] | undefined;
  readonly perMinute?: number | undefined;
  readonly mostConnections?: number | undefined;
  /** What of that is counted together with other processes; absent: this is the only one. */
  readonly counts?: Counts | undefined;
  /** How long a client may take to send, or to take. */
  readonly patience?: Patience;
  /** Takes one line of the log: what was asked for by route, how it ended, how long it took. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
}

const LARGEST_BODY = 1024 * 1024;
const PATIENCE: Patience = { headMs: 10 * SECOND_MS, longestMs: 30 * SECOND_MS, everyMs: SECOND_MS };

/** The API, ready to listen. Closing it finishes what was begun and takes no more. */
export async function serverApp(options: ServerOptions): Promise<FastifyInstance> {
  const { patience = PATIENCE } = options;
  const app = fastify({
    http: { headersTimeout: patience.headMs, connectionsCheckingInterval: patience.everyMs },
    trustProxy: options.trustProxy === true ? "loopback, linklocal, uniquelocal" : false,
    bodyLimit: LARGEST_BODY,
    connectionTimeout: MINUTE_MS,
    requestTimeout: 0,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 300 },
    exposeHeadRoutes: true,
    genReqId: requestIds(),
    frameworkErrors: (_, __, reply) => {
      sendProblem(reply, problem("bad-request", "The address is not well formed."));
    },
  });
  const ajv = ourAjv({ allErrors: false, coerceTypes: false });
  const queries = ourAjv({ allErrors: false, coerceTypes: true });
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === "body" ? ajv : queries).compile(schema as object),
  );
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.decorateRequest("asker", null);
  options.tracing?.watch(app);
  tellRequestId(app);
  if (options.origins !== undefined) allowOrigins(app, options.origins);
  readBodies(app);
  const slow = new SlowClients(app, patience, options.stopping);
  const readiness = readinessOf(options);
  endConnections(app, readiness);
  observe(app, options);
  answerErrors(app, options.log);
  const methodsOf = methodsByAddress(app);
  refuseMethods(app, methodsOf);
  await limitClients(app, options);
  await app.register((api, _, done) => {
    const routes = documentedRoutes(api);
    requireBearer(api, options.tokens);
    tellUnchanging(api);
    checkRoutes(api, options, slow);
    rulesRoutes(api, options);
    dueRoute(api, options);
    healthRoutes(api, options, readiness);
    metricsRoute(api, options.metricsText ?? (() => options.metrics.text()));
    documentRoute(api, options, (library) =>
      openApi(routes, {
        hasTokens: options.tokens !== undefined,
        instead: schemasAtHand(library),
        services: [...library.names.keys()],
      }),
    );
    done();
  });
  return app;
}

/** Once the server is about to stop, every answer is the last of its connection. */
function endConnections(app: FastifyInstance, readiness: Readiness): void {
  app.addHook("onSend", (_, reply, payload, done) => {
    if (readiness.isDraining) void reply.header("connection", "close");
    done(null, payload);
  });
}

/** Limits what clients may ask, where it is to be. */
async function limitClients(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const { perMinute, mostConnections, metrics } = options;
  const { counts = ownCounts(options) } = options;
  if (mostConnections !== undefined)
    limitConnections(app, counts, () => {
      metrics.dropped();
    });
  if (perMinute !== undefined) await limitRate(app, perMinute, counts);
}

const ownCounts = ({ mostConnections = Infinity, now }: ServerOptions): Counts => {
  const requests = new RequestCounts(now);
  return { asked: (who) => requests.asked(who), ...new ConnectionCounts(mostConnections).ofOne() };
};

/** What keeps verdicts stands in the way where it cannot. */
function readinessOf({ readiness = new Readiness(), decisions }: ServerOptions): Readiness {
  if (decisions !== undefined)
    readiness.watch("decisionLog", async () => (await decisions.trouble())?.message);
  return readiness;
}

/** Where there is something at an address, only not by this method, that is said, and which methods there are. */
function refuseMethods(app: FastifyInstance, methodsOf: (path: string) => readonly string[]): void {
  app.addHook("onRequest", (request, reply, done) => {
    if (request.is404) {
      const methods = methodsOf(request.url.split("?")[0] ?? "");
      if (methods.length > 0 && !methods.includes(request.method)) {
        void reply.header("allow", methods.join(", "));
        sendProblem(reply, problem("method-not-allowed", `It takes ${methods.join(", ")}.`));
        return;
      }
    }
    done();
  });
}

/** One line of log and one count for each answer; neither bodies nor addresses with what was asked for. */
function observe(app: FastifyInstance, { metrics, log, now }: ServerOptions): void {
  let told = Number.NaN;
  let written = "";
  /** Many answers go out in the same millisecond. */
  const writtenTime = (at: number): string => {
    if (at !== told) written = new Date((told = at)).toISOString();
    return written;
  };
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "none";
    const { method, id } = request;
    const traceparent = traceOf(request);
    const { statusCode: status, elapsedTime } = reply;
    metrics.request(method, route, status, elapsedTime / SECOND_MS);
    const milliseconds = Math.round(elapsedTime * 100) / 100;
    log({
      at: writtenTime(now()),
      id,
      ...(request.asker !== null && { token: request.asker }),
      ...(traceparent !== undefined && { traceparent }),
      method,
      route,
      status,
      milliseconds,
    });
    done();
  });
}

function answerErrors(app: FastifyInstance, log: ServerOptions["log"]): void {
  app.setNotFoundHandler((_, reply) => sendProblem(reply, problem("not-found")));
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof UnreadableBody) return sendProblem(reply, error.problem);
    const refused = refusedBy(error, request);
    if (refused !== undefined) return sendProblem(reply, invalid(refused));
    const isDayNamed = (request.query as Query | undefined)?.at !== undefined;
    const told = problemOf(error, { isLookUp: request.method !== "POST", isDayNamed });
    if (told.status === 500) log(faultEntry(error));
    if (error instanceof Unkept) log({ fault: "not-kept", where: error.place, reason: error.reason });
    return sendProblem(reply, told);
  });
}

/** What a schema has against a request. Validation stops at the first fault; whoever sent it gets to know them all. */
function refusedBy(error: unknown, request: FastifyRequest): readonly SchemaFault[] | undefined {
  const { validation, validationContext } = error as {
    validation?: Parameters<typeof explained>[0];
    validationContext?: string;
  };
  if (validation === undefined) return undefined;
  const { bodySchema } = request.routeOptions.config;
  const all =
    validationContext === "body" && bodySchema !== undefined ? faults(bodySchema, request.body) : [];
  return all.length > 0 ? all : explained(validation);
}
