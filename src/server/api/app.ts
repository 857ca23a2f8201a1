import swagger from "@fastify/swagger";
import { fastify, type FastifyInstance, type FastifyRequest } from "fastify";
import type { SchemaFault } from "../../files/validate.ts";
import { explained, faults } from "../../files/validate.ts";
import { ourAjv } from "../../files/our-ajv.ts";
import { SCHEMAS, type SchemaName } from "../../files/schemas.ts";
import about from "../../../package.json" with { type: "json" };
import type { LiveTokens } from "../../files/live-tokens.ts";
import { requireBearer } from "./bearer.ts";
import { checkRoutes } from "./check-routes.ts";
import type { CheckTools } from "./check-tools.ts";
import { dueRoute } from "./due-route.ts";
import { readBodies, UnreadableBody } from "./json-body.ts";
import { healthRoutes } from "./health-routes.ts";
import { Readiness } from "./readiness.ts";
import { invalid, problem, problemOf, sendProblem } from "./problem.ts";
import { openApi, schemaName } from "./openapi.ts";
import { requestIds, tellRequestId, traceOf } from "./request-ids.ts";
import { rulesRoutes } from "./rules-routes.ts";
import { Unkept } from "../../store/unkept.ts";
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
  for (const schema of SPOKEN_IN_ROUTES) app.addSchema(schema);
  app.decorateRequest("asker", null);
  tellRequestId(app);
  readBodies(app);
  const slow = new SlowClients(app, patience);
  observe(app, options);
  answerErrors(app, options.log);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Tarmaq", version: about.version, description: about.description },
      components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
      ...(options.tokens === undefined ? {} : { security: [{ bearer: [] }] }),
    },
    refResolver: {
      buildLocalReference: (schema, _, __, index) => schemaName(schema["$id"]) ?? `schema-${index}`,
    },
  });
  await app.register((api, _, done) => {
    requireBearer(api, options.tokens);
    checkRoutes(api, options, slow);
    rulesRoutes(api, options.judge, options.now);
    dueRoute(api, options.judge.library.calendars);
    api.get("/openapi.json", { config: { scope: "any" }, schema: { hide: true } }, () =>
      openApi(app.swagger()),
    );
    healthRoutes(api, options.judge.library, readinessOf(options));
    api.get(
      "/metrics",
      { config: { scope: "admin" }, schema: { summary: "Counts for Prometheus", produces: ["text/plain"] } },
      (__, reply) =>
        reply.header("content-type", "text/plain; version=0.0.4; charset=utf-8").send(options.metrics.text()),
    );
    done();
  });
  return app;
}

/** What keeps verdicts stands in the way where it cannot. */
function readinessOf({ readiness = new Readiness(), decisions }: ServerOptions): Readiness {
  if (decisions !== undefined)
    readiness.watch("decisionLog", async () => (await decisions.trouble())?.message);
  return readiness;
}

const SPOKEN_IN_ROUTES = [SCHEMAS.request, SCHEMAS.verdict, SCHEMAS.problem, SCHEMAS.dueLine];

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
    const told = problemOf(error, request.method !== "POST");
    if (told.status === 500)
      log({ fault: error instanceof Error ? error.name : "unknown", where: placeOf(error) });
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

/** Where in our code a fault arose; its message stays out of the log, for it may quote the request. */
const placeOf = (error: unknown): string | undefined =>
  error instanceof Error
    ? error.stack
        ?.split("\n")
        .find((line) => line.trim().startsWith("at "))
        ?.trim()
    : undefined;
