import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayOfInstant, isoOf } from "../../src/calendar/day.ts";
import { LiveTokens } from "../../src/files/live-tokens.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { serverApp, type ServerOptions } from "../../src/server/api/app.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";
import { daysPattern } from "../../src/server/api/openapi/days-pattern.ts";
import { readablePattern } from "../../src/server/api/openapi/readable-pattern.ts";
import { asDescribed, documentAjv, documentOf, type Document } from "./as-described.ts";

const library = openLibrary({ law: "beneath" });
const NOW = Date.UTC(2026, 10, 20, 12);
const TOKEN = "a-token-of-some-length";

const options = (tokens?: LiveTokens): ServerOptions => ({
  judge: new Judge(library),
  metrics: new Metrics(),
  decisions: undefined,
  tokens,
  now: () => NOW,
  log: () => undefined,
});

/** Every method and address that an app takes, its parameters in braces, as its own listing tells. */
function routesOf(app: FastifyInstance): string[] {
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const depth = line.replace(/[^│ ├└─].*$/u, "").length / 4;
      const [part = "", methods = ""] = line.slice(depth * 4).split(/ \(|\)$/);
      above.length = Math.max(0, depth - 1);
      above.push(part);
      return methods
        .split(", ")
        .filter((method) => method !== "" && method !== "HEAD")
        .map((method) => `${method} ${above.join("").replace(/:(\w+)/g, "{$1}")}`);
    });
}

const operationsOf = ({ paths }: Document): string[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

describe("the OpenAPI document", () => {
  let app: FastifyInstance;
  let document: Document;
  beforeAll(async () => {
    app = await serverApp(options());
    document = await documentOf(app);
    await asDescribed(app);
  });
  afterAll(() => app.close());

  it("has every route of the server, and no other", () => {
    // With the slash of an id as it is, an address is the same one written otherwise.
    const routes = routesOf(app).map((route) => route.replace("{id}/{number}", "{id}"));
    expect([...new Set(routes)].sort()).toEqual(operationsOf(document).sort());
  });

  it("refers to nothing outside, has no pattern that Python reads otherwise, and calls every operation by one name", () => {
    const text = JSON.stringify(document);
    const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(operationsOf(document).length);
    expect(new Set(ids).size).toBe(ids.length);
    const wrong: unknown[] = [];
    const walk = (part: unknown): void => {
      if (typeof part !== "object" || part === null) return;
      for (const [key, inner] of Object.entries(part)) {
        if (key === "$ref" && !/^#\/components\/(?:schemas|responses)\/[\w.-]+$/.test(String(inner)))
          wrong.push(inner);
        if (
          key === "pattern" &&
          typeof inner === "string" &&
          /\\[pPdDwWsSbBu]\{?|\(\?<|\(\?[imsx]/.test(inner.replaceAll(/\\u[0-9a-f]{4}/g, ""))
        )
          wrong.push(inner);
        walk(inner);
      }
    };
    walk(document);
    expect(wrong).toEqual([]);
    expect(document).toMatchObject({ servers: [{ url: "/" }], security: [] });
  });

  it("admits no request to be judged that the server does not take", async () => {
    const { anyOf } = (document.components.schemas as Record<string, { anyOf: readonly Group[] }>)[
      "Request"
    ]!;
    const asked = fc.constantFrom(...anyOf).chain(({ properties: { service, submitted } }) =>
      fc.record({
        service: fc.constantFrom(...service.enum),
        submitted: fc.stringMatching(new RegExp(submitted.pattern)),
        channel: fc.constantFrom("provider", "phone", "portal", "corporation", "post"),
        facts: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.boolean())),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async (request) => {
        const answer = await app.inject({ method: "POST", url: "/check", payload: request });
        expect([request.service, request.submitted, answer.statusCode]).toEqual([
          request.service,
          request.submitted,
          200,
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("admits no term to be counted that the server does not take", async () => {
    const schema = (document.components.schemas as Record<string, { properties: Fields }>)["DueLine"]!;
    const passes = documentAjv(document).getSchema("document#/components/schemas/DueLine")!;
    const of = (name: string): fc.Arbitrary<unknown> => {
      const { enum: values, pattern, type } = schema.properties[name]!;
      if (values !== undefined) return fc.constantFrom(...values);
      if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
      return String(type) === "number" ? fc.nat(400) : fc.boolean();
    };
    const line = fc.record(
      Object.fromEntries(Object.keys(schema.properties).map((name) => [name, of(name)])),
      { requiredKeys: ["start", "amount", "unit", "calendar"] },
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(line, async (payload) => {
        if (passes(payload) !== true) return;
        const answer = await app.inject({ method: "POST", url: "/due?explain=true", payload });
        // What calendars do not reach is told to be so.
        if (answer.statusCode === 200) taken += 1;
        else
          expect([payload, answer.json<{ type: string }>().type]).toEqual([
            payload,
            expect.stringContaining("not-at-hand"),
          ]);
      }),
      { numRuns: 150, examples: [[{ start: "2025-03-17T10:00", amount: 1, unit: "hour", calendar: null }]] },
    );
    expect(taken).toBeGreaterThan(0);
    expect(passes({ start: "", amount: 1, unit: "day" })).toBe(false);
  });

  it("answers a method that an address does not take with those that it does", async () => {
    for (const [method, url, allow] of [
      ["DELETE", "/check", "POST"],
      ["PUT", "/health", "HEAD, GET"],
      ["DELETE", "/rules/kz-mz-2024-99%2F1", "HEAD, GET"],
      ["POST", "/services/kz-mz-2024-99/1/form", "HEAD, GET"],
    ] as const) {
      const answer = await app.inject({ method, url, payload: "not JSON" });
      expect([url, answer.statusCode, answer.headers["allow"]?.toString().split(", ").sort()]).toEqual([
        url,
        405,
        allow.split(", ").sort(),
      ]);
      expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    }
    expect((await app.inject({ method: "POST", url: "/nowhere" })).statusCode).toBe(404);
  });

  it("knows all parameters there are", async () => {
    for (const operation of operationsOf(document)) {
      const [method, path] = operation.split(" ") as ["GET" | "POST", string];
      const url = `${path.replace("{id}", "kz-mz-2024-99%2F1")}?langauge=kk`;
      const answer = await app.inject({ method, url, ...(method === "POST" ? { payload: {} } : {}) });
      expect([operation, answer.statusCode]).toEqual([operation, path === "/check/batch" ? 415 : 400]);
    }
    const answer = await app.inject("/services/kz-mz-2024-99%2F1/form?lang=kk&lang=ru");
    expect(answer.statusCode).toBe(400);
  });

  it("asks for a token by each operation that is not open, and says so", async () => {
    const closed = await serverApp(options(new LiveTokens({ lines: `a scope=admin ${TOKEN}` }, () => NOW)));
    const guarded = await closed.inject({
      url: "/openapi.json",
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const told = guarded.json<Document & { security: unknown }>();
    expect(told.security).toEqual([{ bearer: [] }]);
    for (const operation of operationsOf(told)) {
      const [method, path] = operation.split(" ") as ["GET" | "POST", string];
      const described = told.paths[path]?.[method.toLowerCase()] as { responses: object; security?: unknown };
      const answer = await closed.inject({ method, url: path });
      const isOpen = answer.statusCode !== 401;
      expect([operation, isOpen, 401 in described.responses]).toEqual([
        operation,
        JSON.stringify(described.security) === "[]",
        !isOpen,
      ]);
    }
    // What a token has to be for stands beside it.
    expect(told.paths["/metrics"]?.["get"]).toMatchObject({ security: [{ bearer: ["admin"] }] });
    const headers = { authorization: `Bearer ${TOKEN}` };
    const refused = await closed.inject({ method: "POST", url: "/check", headers, payload: {} });
    expect([refused.statusCode, 403 in told.paths["/check"]!["post"]!.responses]).toEqual([403, true]);
    await closed.close();
  });
});

interface Group {
  readonly properties: {
    readonly service: { readonly enum: string[] };
    readonly submitted: { readonly pattern: string };
  };
}
type Fields = Readonly<
  Record<string, { readonly enum?: unknown[]; readonly pattern?: string; readonly type?: unknown }>
>;

describe("a pattern for days", () => {
  it("has those within its stretches and no other", () => {
    const day = fc.integer({ min: -25_567, max: 47_481 }).map((at) => isoOf(dayOfInstant(at * 86_400_000)));
    const stretch = fc.tuple(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }));
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1, maxLength: 2 }),
        fc.array(day, { minLength: 20, maxLength: 20 }),
        (stretches, days) => {
          const pattern = daysPattern(stretches.map(([from, to]) => ({ from, to })));
          const near = [...days, ...stretches.flat().filter((each) => each !== undefined)];
          for (const each of near)
            expect([each, pattern !== undefined && new RegExp(`^${pattern}$`).test(each)]).toEqual([
              each,
              stretches.some(([from = "", to = "9"]) => each >= from && each <= to),
            ]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has no day that no calendar has", () => {
    const pattern = new RegExp(`^${daysPattern([{ from: undefined, to: undefined }])!}$`);
    expect(
      ["2024-02-29", "2025-02-29", "1900-02-29", "2000-02-29", "2025-04-31", "2025-13-01"].map((day) =>
        pattern.test(day),
      ),
    ).toEqual([true, false, false, true, false, false]);
  });
});

describe("a pattern that every reader reads", () => {
  it.each([
    ["^\\d{4}$", "^[0-9]{4}$"],
    ["^[\\p{L}\\p{N}_]+$", "^[A-Za-z\\u0080-\\uffff0-9_]+$"],
    ["^\\p{L}\\\\d[\\]\\d]$", "^[A-Za-z\\u0080-\\uffff]\\\\d[\\]0-9]$"],
  ])("%s is %s", (pattern, readable) => {
    expect(readablePattern(pattern)).toBe(readable);
  });
});
