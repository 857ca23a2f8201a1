import type { FastifyContextConfig, RouteOptions } from "fastify";
import about from "../../../../package.json" with { type: "json" };
import { KINDS, PROBLEM_TYPE, type ProblemKind } from "../problem.ts";
import { Components, type Instead } from "./components.ts";
import { TAGS, schemaRef, type Content, type Json, type Operation } from "./operation.ts";

/** A route as the document needs it. */
export interface DocumentedRoute {
  readonly method: string;
  readonly url: string;
  readonly schema: RouteOptions["schema"];
  readonly operation: Operation;
  /** What a token has to be for. */
  readonly scope: NonNullable<FastifyContextConfig["scope"]>;
}

/** What a document is narrowed by. */
interface AtHand {
  /** Only holders of tokens may ask. */
  readonly hasTokens: boolean;
  readonly instead?: Instead;
  /** Ids of services that addresses name. */
  readonly services: readonly string[];
}

/** The OpenAPI 3.1 document of these routes. It stands alone: every reference in it leads to a place in it. */
export function openApi(routes: readonly DocumentedRoute[], { hasTokens, instead, services }: AtHand): Json {
  const components = new Components(instead);
  const statuses = new Set<number>();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const refused = statusesOf(route, hasTokens);
    for (const status of refused) statuses.add(status);
    const path = route.url.replace(/:(\w+)/g, "{$1}");
    const told = components.rewritten(operationOf(route, refused, { hasTokens, services }));
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: told };
  }
  const responses = components.rewritten(
    Object.fromEntries([...statuses].sort().map((status) => [responseName(status), responseOf(status)])),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Tarmaq",
      version: about.version,
      description: about.description,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "The server that this document comes from." }],
    security: hasTokens ? [{ bearer: [] }] : [],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: components.schemas,
      responses,
      ...(hasTokens ? { securitySchemes: { bearer: BEARER } } : {}),
    },
  };
}

const BEARER = { type: "http", scheme: "bearer", description: "A token of the server's token file." };

function operationOf(
  { schema, operation, scope }: DocumentedRoute,
  refused: readonly number[],
  { hasTokens, services }: AtHand,
): Json {
  const { id, tag, summary, description, gives } = operation;
  const takes =
    operation.takes ?? (schema?.body === undefined ? undefined : { [JSON_TYPE]: schema.body as Json });
  const parameters = [
    ...parametersIn(schema?.params, "path").map((told) => ({ ...told, schema: { enum: services } })),
    ...parametersIn(schema?.querystring, "query"),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(hasTokens ? { security: securityOf(scope) } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(takes === undefined ? {} : { requestBody: { required: true, content: contentOf(takes) } }),
    responses: {
      200: { description: "The answer.", content: contentOf(gives) },
      ...Object.fromEntries(
        Object.entries(operation.also ?? {}).map(([status, content]) => [
          status,
          { description: "The answer, with what stands in the way.", content: contentOf(content) },
        ]),
      ),
      ...Object.fromEntries(
        refused.map((status) => [status, { $ref: `#/components/responses/${responseName(status)}` }]),
      ),
    },
  };
}

/** Which tokens let in; a bearer's scopes are named where not each of them does. */
const securityOf = (scope: DocumentedRoute["scope"]): Json[] =>
  scope === "none" ? [] : [{ bearer: scope === "any" ? [] : [scope] }];

const JSON_TYPE = "application/json";

const contentOf = (content: Content): Json =>
  Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }]));

function parametersIn(schema: unknown, where: "path" | "query"): Json[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, deprecated, ...rest }]) => ({
    name,
    in: where,
    required: required.includes(name),
    description,
    ...(deprecated === undefined ? {} : { deprecated }),
    schema: rest,
  }));
}

/** What any route can come to: a parameter that it does not know, an address that is none, a fault of ours. */
const ALWAYS: readonly ProblemKind[] = ["invalid-request", "bad-request", "internal-error"];
const WITH_BODY: readonly ProblemKind[] = ["not-json", "timeout", "too-large", "unsupported-media-type"];

function statusesOf({ method, operation, scope }: DocumentedRoute, hasTokens: boolean): number[] {
  const kinds = [
    ...ALWAYS,
    ...(method === "POST" ? WITH_BODY : []),
    ...(operation.refuses ?? []),
    ...(hasTokens && scope !== "none" ? (["unauthorized"] as const) : []),
    ...(hasTokens && scope !== "none" && scope !== "any" ? (["forbidden"] as const) : []),
  ];
  return [...new Set(kinds.map((kind) => KINDS[kind].status))].sort((a, b) => a - b);
}

const responseName = (status: number): string => `Problem${status}`;

function responseOf(status: number): Json {
  const titles = Object.values(KINDS).filter((kind) => kind.status === status);
  return {
    description: `${titles.map(({ title }) => title).join("; ")}.`,
    ...(status === KINDS.unauthorized.status
      ? {
          headers: {
            "WWW-Authenticate": { description: "How to show who asks.", schema: { type: "string" } },
          },
        }
      : {}),
    content: { [PROBLEM_TYPE]: { schema: schemaRef("problem") } },
  };
}
