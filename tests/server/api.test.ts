import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { faults } from "../../src/files/validate.ts";
import { serverApp, type ServerOptions } from "../../src/server/api/app.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { Readiness } from "../../src/server/api/readiness.ts";
import { Metrics } from "../../src/server/api/metrics.ts";
import { asDescribed } from "./as-described.ts";

const samples = join(import.meta.dirname, "../fixtures/check/kz-mz-2024-99-1");
const sample = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(samples, name, "request.json"), "utf8")) as Record<string, unknown>;
const library = openLibrary();
const NOW = Date.UTC(2026, 10, 20, 12);

function options(change: Partial<ServerOptions> = {}): ServerOptions & { readonly logged: string[] } {
  const logged: string[] = [];
  return {
    judge: new Judge(library),
    metrics: new Metrics(),
    decisions: undefined,
    tokens: undefined,
    now: () => NOW,
    log: (entry) => logged.push(JSON.stringify(entry)),
    logged,
    ...change,
  };
}

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const post = (
  app: FastifyInstance,
  url: string,
  payload: object | string | Buffer,
  headers: Record<string, string> = {},
) =>
  app.inject({ method: "POST", url, headers: { "content-type": "application/json", ...headers }, payload });

const FORM_AT = "/services/kz-mz-2024-99%2F1/form";

describe("the API", () => {
  const open = options();
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await asDescribed(await serverApp(open));
  });
  afterAll(() => app.close());

  it.each(["admit", "incomplete", "undetermined", "refuse"])(
    "answers a request with a verdict of its schema: %s",
    async (name) => {
      const answer = await post(app, "/check?lang=kk", sample(name));
      expect(answer.statusCode).toBe(200);
      const verdict = json(answer.body);
      expect(verdict["verdict"]).toBe(name);
      expect(faults("verdict", verdict)).toEqual([]);
      const [version] = library.versionsOf("kz-mz-2024-99/1");
      expect(version?.book.unread).toBeDefined();
      expect(verdict["rulebook"]).toMatchObject({ unread: version?.book.unread });
      expect(verdict["receipt"]).toMatchObject({ rulebook: { unread: version?.book.unread } });
    },
  );

  it("gives the decisive reasons only, where that is asked for", async () => {
    const told = async (query: string): Promise<{ outcome: string }[]> =>
      json((await post(app, `/check${query}`, sample("refuse"))).body)["reasons"] as { outcome: string }[];
    const all = await told("");
    expect(await told("?reasons=decisive")).toEqual(all.filter(({ outcome }) => outcome !== "pass"));
  });

  it("says with JSON Pointers what does not fit the schema", async () => {
    const answer = await post(app, "/check", { ...sample("admit"), channel: "pigeon" });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(json(answer.body)).toMatchObject({ status: 400, errors: [{ pointer: "/channel" }] });
    expect(faults("problem", json(answer.body))).toEqual([]);
  });

  it.each([
    ["an unknown service", { ...sample("admit"), service: "no/1" }, 422],
    ["a time before the act", { ...sample("admit"), submitted: "2014-03-17T10:00" }, 422],
    ["half a JSON", '{"service": ', 400],
    ["JSON nested too deep", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, 400],
    ["a body that is too large", JSON.stringify({ service: "x".repeat(1_100_000) }), 413],
  ])("answers with a problem: %s", async (_, body, status) => {
    const answer = await post(app, "/check", body);
    expect(answer.statusCode).toBe(status);
    expect(faults("problem", json(answer.body))).toEqual([]);
  });

  it("tells all that the schema has against a body", async () => {
    const answer = await post(app, "/check", {
      ...sample("admit"),
      channel: "pigeon",
      submitted: "x",
      more: 1,
    });
    const pointers = (json(answer.body)["errors"] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(["", "/channel", "/submitted"]);
  });

  it.each([
    ["an address that is not well formed", "GET", "/rules/%", {}, 400],
    ["a service that is not there, looked up", "GET", "/services/nope/form", {}, 404],
    ["a version of a day before any", "GET", "/rules/kz-mz-2024-99%2F1?at=2010-01-01", {}, 404],
    ["a day that is none", "GET", "/rules/kz-mz-2024-99%2F1?at=2025-13-45", {}, 400],
    [
      "a compressed body",
      "POST",
      "/check",
      { "content-type": "application/json", "content-encoding": "gzip" },
      415,
    ],
    ["a body of no said type", "POST", "/check", {}, 415],
    [
      "a batch that is no stream of lines",
      "POST",
      "/check/batch",
      { "content-type": "application/json" },
      415,
    ],
    ["a batch of nothing", "POST", "/check/batch", {}, 415],
  ] as const)("answers with a problem: %s", async (_, method, url, headers, status) => {
    const payload = method === "POST" && !url.endsWith("batch") ? { payload: "{}" } : {};
    const answer = await app.inject({ method, url, headers, ...payload });
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
    expect(faults("problem", json(answer.body))).toEqual([]);
  });

  it("answers HEAD where it answers GET, without describing it twice", async () => {
    for (const url of ["/health", "/services", "/rules/kz-mz-2024-99%2F1", "/metrics"])
      expect([url, (await app.inject({ method: "HEAD", url })).statusCode]).toEqual([url, 200]);
    const { paths } = json((await app.inject("/openapi.json")).body) as { paths: Record<string, object> };
    expect(Object.keys(paths["/health"]!)).toEqual(["get"]);
  });

  it("names the intervals in force where none is", async () => {
    const answer = await post(app, "/check", { ...sample("admit"), submitted: "2014-03-17T10:00" });
    expect(json(answer.body)["detail"]).toContain("in force from unknown (adopted 2024-11-27)");
  });

  it("answers a stream line by line, in order, and goes on after a bad line", async () => {
    const lines = [JSON.stringify(sample("refuse")), "{}", "no JSON", JSON.stringify(sample("admit"))];
    const answer = await app.inject({
      method: "POST",
      url: "/check/batch",
      headers: { "content-type": "application/x-ndjson" },
      payload: Readable.from(lines.map((line) => `${line}\n`)),
    });
    const told = answer.body.trimEnd().split("\n").map(json);
    expect(told.map(({ verdict, line, status }) => verdict ?? [line, status])).toEqual([
      "refuse",
      [2, 400],
      [3, 400],
      "admit",
    ]);
  });

  it("gives forms, rules and due times", async () => {
    const form = json((await app.inject("/services/kz-mz-2024-99%2F1/form?lang=ru")).body);
    expect(form["title"]).toBe("Выдача направления пациентам на госпитализацию в стационар");
    expect(json((await app.inject("/rules/kz-mz-2024-99/1")).body)["id"]).toBe("kz-mz-2024-99/1");
    const due = await post(app, "/due", {
      start: "2025-03-17T10:00",
      amount: 1,
      unit: "working-day",
      channel: "provider",
      zone: "Asia/Almaty",
      hours: "Mo-Fr 09:00-13:00,14:30-18:30",
      calendar: "kz",
      rollover: true,
    });
    // The first worked example of DESIGN.md, section 4.
    expect(json(due.body)["due"]).toBe("2025-03-18T18:30:00+05:00");
  });

  it.each([
    [
      "/check",
      '{"service": "a", "service": "kz-mz-2024-99/1"}',
      '{"pointer":"/service","detail":"is there twice"}',
    ],
    ["/due", '{"start": "2025-03-17T10:00", "amount": 1, "amount": 9, "unit": "day"}', "amount"],
    ["/check", Buffer.from('{"service": "\xff"}', "latin1"), "UTF-8"],
  ])("refuses at %s what two readers may read otherwise", async (url, payload, told) => {
    const answer = await post(app, url, payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(told);
  });

  it("refuses a week without a day of work", async () => {
    const line = { start: "2025-03-17T10:00", amount: 1, unit: "working-day", calendar: "kz", rest: "Mo-Su" };
    expect((await post(app, "/due", line)).statusCode).toBe(422);
  });

  it("judges by the version of another day where one is named, and says so in the receipt", async () => {
    const asked = { ...sample("admit"), service: "kz-bqo-2015-200/8", submitted: "2026-11-20T10:00" };
    const refused = await post(app, "/check", asked);
    expect([refused.statusCode, json(refused.body)["detail"]]).toEqual([
      422,
      expect.stringContaining("?at="),
    ]);
    const answer = await post(app, "/check?at=2019-09-02&language=ru", asked);
    expect(answer.statusCode).toBe(200);
    expect(json(answer.body)["receipt"]).toMatchObject({ at: "2019-09-02" });
    expect((await post(app, "/check?at=2010-01-01", asked)).statusCode).toBe(404);
    expect((await post(app, "/check?at=2019-02-30", asked)).statusCode).toBe(400);
  });

  it("gives the same questions for renderers that need a form of their own, and knows no others", async () => {
    const ask = async (renderer: string) => app.inject(`${FORM_AT}?lang=ru&renderer=${renderer}`);
    const questions = (schema: unknown): string[] => {
      const { facts } = (schema as { properties: Record<string, { properties: Record<string, object> }> })
        .properties;
      return Object.keys(facts?.properties ?? {});
    };
    const whole = questions(json((await app.inject(FORM_AT)).body));
    expect(questions(json((await ask("json-editor")).body))).toEqual(whole);
    const { schema, uischema, data } = json((await ask("json-forms")).body);
    expect(questions(schema)).toEqual(whole.map((id) => id.replaceAll(".", ":")));
    expect(uischema).toHaveProperty("elements");
    expect(data).toEqual({ facts: {}, documents: [] });
    expect((await ask("json-schema")).body).toBe((await app.inject(`${FORM_AT}?lang=ru`)).body);
    expect((await ask("other")).statusCode).toBe(400);
  });

  it("gives no form by which nobody can apply today, and says how to ask for an older one", async () => {
    const answer = await app.inject("/services/kz-bqo-2015-200%2F8/form");
    expect([answer.statusCode, json(answer.body)["detail"]]).toEqual([404, expect.stringContaining("?at=")]);
    const form = await app.inject("/services/kz-bqo-2015-200%2F8/form?at=2019-09-02&language=kk");
    expect(form.statusCode).toBe(200);
  });

  it("takes language for lang", async () => {
    const told = async (query: string): Promise<string> =>
      (await post(app, `/check${query}`, sample("refuse"))).body;
    expect(await told("?language=kk&lang=ru")).toBe(await told("?lang=kk"));
    expect(await told("?language=kk")).not.toBe(await told("?lang=ru"));
  });

  it("takes no path for a calendar", async () => {
    const answer = await post(app, "/due", {
      start: "2025-03-17T10:00",
      amount: 1,
      unit: "working-day",
      zone: "Asia/Almaty",
      calendar: "../../etc",
    });
    expect(answer.statusCode).toBe(400);
    expect(json(answer.body)).toMatchObject({ errors: [{ pointer: "/calendar" }] });
  });

  it("describes itself in OpenAPI 3.1, every reference within the document", async () => {
    const text = (await app.inject("/openapi.json")).body;
    const document = json(text);
    expect(document["openapi"]).toBe("3.1.0");
    expect(Object.keys(document["paths"] as object)).toEqual(
      expect.arrayContaining([
        "/check",
        "/check/batch",
        "/services",
        "/services/{id}/form",
        "/due",
        "/rules/{id}",
        "/health",
        "/metrics",
      ]),
    );
    for (const [, reference] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
      expect(reference).toMatch(/^#\//);
      const found = reference!
        .slice(2)
        .split("/")
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
      expect(found, reference).toBeDefined();
    }
  });

  it("counts what it did", async () => {
    const text = (await app.inject("/metrics")).body;
    expect(text).toMatch(/^tarmaq_http_requests_total\{method="POST",route="\/check",status="200"\} [1-9]/m);
    expect(text).toMatch(/^tarmaq_verdicts_total\{verdict="admit"\} [1-9]/m);
  });

  it("keeps the applicant's data out of the log", async () => {
    await post(app, "/check", { ...sample("admit"), facts: { "applicant.name": "ЖеңісҚұпия" } });
    await post(app, "/check", { ...sample("admit"), channel: "ЖеңісҚұпия" });
    await post(app, "/check?name=secretname", sample("admit"));
    expect(open.logged.join("\n")).not.toMatch(/Құпия|secretname/);
    expect(open.logged.length).toBeGreaterThan(3);
  });
});

describe("the health of the server", () => {
  it("tells what stands in the way, while the process answers", async () => {
    const readiness = new Readiness();
    let trouble: string | undefined;
    readiness.watch("decisionLog", () => trouble);
    const app = await serverApp(options({ readiness }));
    const status = async (): Promise<number[]> => {
      const asked = ["/health/live", "/health/ready", "/health"].map((url) => app.inject(url));
      return (await Promise.all(asked)).map(({ statusCode }) => statusCode);
    };
    expect(await status()).toEqual([200, 200, 200]);
    trouble = "no space is left";
    expect(await status()).toEqual([200, 503, 503]);
    expect(json((await app.inject("/health")).body)["troubles"]).toEqual({ decisionLog: trouble });
    trouble = undefined;
    expect(await status()).toEqual([200, 200, 200]);
    readiness.drain();
    expect(await status()).toEqual([200, 503, 503]);
    await app.close();
  });
});
