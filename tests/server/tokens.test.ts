import { mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { LiveTokens } from "../../src/files/live-tokens.ts";
import { readTokens } from "../../src/files/read-tokens.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { faults } from "../../src/files/validate.ts";
import { Trouble } from "../../src/model/trouble.ts";
import { serverApp } from "../../src/server/api/app.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";
import { tried } from "../../src/server/api/together.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-tokens-"));
const file = join(folder, "tokens");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const OLD = "old-0123456789abcdef";
const NEW = "new-0123456789abcdef";

describe("a file of tokens", () => {
  it("says who may ask for what, whatever the name", () => {
    writeFileSync(
      file,
      `# ours\r\nIntake of the clinic  scope=check\t${OLD}\r\n\r\nA. Serik scope=admin,review ${NEW}`,
    );
    expect(readTokens({ file })).toEqual([
      { name: "Intake of the clinic", scopes: ["check"], token: OLD },
      { name: "A. Serik", scopes: ["review", "admin"], token: NEW },
    ]);
  });

  it("may hold an old and a new token of one name, beside those of the environment", () => {
    writeFileSync(file, `intake scope=check ${OLD}\nintake scope=check ${NEW}\n`);
    const lines = "a scope=check environment-0123; b scope=review environment-4567";
    expect(readTokens({ file, lines }).map(({ name }) => name)).toEqual(["intake", "intake", "a", "b"]);
  });

  it("that names no scopes is for all there is, where that is one thing", () => {
    writeFileSync(file, `A. Serik ${OLD}\n`);
    expect(readTokens({ file, unscoped: ["review"] })).toEqual([
      { name: "A. Serik", scopes: ["review"], token: OLD },
    ]);
  });

  it.each([
    ["no scope where it could be more than one", `intake ${OLD}`, "line 1"],
    ["a scope that there is none of", `intake scope=check,all ${OLD}`, "line 1"],
    ["no name", `\nscope=check ${OLD}`, "line 2"],
    ["a short token", "intake scope=check short", "line 1"],
    ["one token twice", `a scope=check ${OLD}\nb scope=check ${OLD}`, undefined],
    ["nobody", "# nobody yet\n", undefined],
    ["twice what it is for", `a scope=check ${NEW}\nb scope=review scope=check ${OLD}`, "line 2"],
    [
      "bytes that are no text",
      Buffer.from(`a scope=check ${NEW}\n\xe9 scope=check ${OLD}`, "latin1"),
      "line 2",
    ],
  ])("is refused without showing a token: %s", (_, text, place) => {
    writeFileSync(file, text);
    const refused = tried(() => readTokens({ file }));
    expect(refused instanceof Trouble && [refused.at.file, refused.at.place]).toEqual([file, place]);
    expect(JSON.stringify([(refused as Trouble).message, (refused as Trouble).at])).not.toContain(OLD);
  });
});

describe("tokens while the server runs", () => {
  let now = 0;
  let told: (Trouble | undefined)[] = [];
  let tokens: LiveTokens;
  /** Looks once a second, as servers that are asked all the time. */
  const later = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1000;
      tokens.holder("");
    }
  };
  const put = (text: string): void => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  beforeEach(() => {
    put(`intake scope=check ${OLD}\n`);
    told = [];
    now = Date.now();
    tokens = new LiveTokens(
      { file },
      () => now,
      (trouble) => told.push(trouble),
    );
  });

  it("are those of the file: an old one goes on until it is taken out", () => {
    put(`intake scope=check ${OLD}\nintake scope=check ${NEW}\n`);
    later(3);
    expect([tokens.holder(OLD)?.name, tokens.holder(NEW)?.name]).toEqual(["intake", "intake"]);
    put(`intake scope=check ${NEW}\n`);
    later(3);
    expect([tokens.holder(OLD), tokens.holder(NEW)?.name]).toEqual([undefined, "intake"]);
    expect(told).toEqual([undefined, undefined]);
  });

  it("are not taken while the file is being written", () => {
    writeFileSync(file, "intake scope=check ");
    utimesSync(file, (now + 600) / 1000, (now + 600) / 1000);
    later(1);
    expect([tokens.holder(OLD)?.name, told]).toEqual(["intake", []]);
    writeFileSync(file, `intake scope=check ${NEW}\n`);
    utimesSync(file, (now + 100) / 1000, (now + 100) / 1000);
    later(2);
    expect([tokens.holder(NEW)?.name, told]).toEqual(["intake", [undefined]]);
  });

  it("stay as they were, and that is told once, where the file is refused or gone", () => {
    put("nothing of use\n");
    later(4);
    expect(tokens.holder(OLD)?.name).toBe("intake");
    rmSync(file);
    later(4);
    expect(tokens.holder(OLD)?.name).toBe("intake");
    expect(told.map((trouble) => trouble?.at.file)).toEqual([file, file]);
  });

  it("are read at once where that is asked for", () => {
    put(`intake scope=check ${NEW}\n`);
    tokens.reload();
    expect([tokens.holder(OLD), tokens.holder(NEW)?.name]).toEqual([undefined, "intake"]);
  });
});

describe("the API with tokens", () => {
  const request = readFileSync(
    join(import.meta.dirname, "../fixtures/check/kz-mz-2024-99-1/admit/request.json"),
    "utf8",
  );
  const library = openLibrary();
  const TOKENS = {
    check: "intake-0123456789abcdef",
    review: "aigul-0123456789abcdef",
    admin: "watch-0123456789abcdef",
  };
  let logged: string[] = [];
  let app: FastifyInstance;
  beforeEach(async () => {
    logged = [];
    const lines = `intake scope=check ${TOKENS.check};Aigul scope=review ${TOKENS.review};watch scope=admin ${TOKENS.admin}`;
    app = await serverApp({
      judge: new Judge(library),
      metrics: new Metrics(),
      decisions: undefined,
      tokens: new LiveTokens({ lines }, () => 0),
      now: () => 0,
      log: (entry) => logged.push(JSON.stringify(entry)),
    });
  });
  afterEach(() => app.close());

  const ask = (token: string | undefined, url: string, headers: Record<string, string> = {}) =>
    app.inject({
      method: url === "/check" ? "POST" : "GET",
      url,
      headers: {
        ...headers,
        ...(url === "/check" && { "content-type": "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(url === "/check" && { payload: request }),
    });

  it.each([
    ["/check", { check: 200, review: 403, admin: 403, none: 401, wrong: 401 }],
    ["/services", { check: 200, review: 403, admin: 403, none: 401, wrong: 401 }],
    ["/metrics", { check: 403, review: 403, admin: 200, none: 401, wrong: 401 }],
    ["/openapi.json", { check: 200, review: 200, admin: 200, none: 401, wrong: 401 }],
    ["/health", { check: 200, review: 200, admin: 200, none: 200, wrong: 200 }],
    ["/health/ready", { check: 200, review: 200, admin: 200, none: 200, wrong: 200 }],
  ])("lets each do what it is for: %s", async (url, statuses) => {
    const told: Record<string, number> = {};
    for (const [who, token] of Object.entries({ ...TOKENS, none: undefined, wrong: `${TOKENS.check}0` })) {
      const answer = await ask(token, url);
      told[who] = answer.statusCode;
      if (answer.statusCode >= 400) expect(faults("problem", JSON.parse(answer.body))).toEqual([]);
      if (answer.statusCode === 403)
        expect(answer.headers["www-authenticate"]).toMatch(/error="insufficient_scope", scope="\w+"$/);
    }
    expect(told).toEqual(statuses);
  });

  it("logs who asked, by the token's name, with the id and the trace of the request, and never a token", async () => {
    const trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    const answer = await ask(TOKENS.check, "/check", {
      "x-request-id": "from-the-portal.7",
      traceparent: trace,
    });
    expect(answer.headers["x-request-id"]).toBe("from-the-portal.7");
    const [line = ""] = logged;
    expect(JSON.parse(line)).toMatchObject({ id: "from-the-portal.7", token: "intake", traceparent: trace });
    await ask("no-such-token-0123456789", "/check");
    await ask(TOKENS.admin, "/check");
    expect(logged.join("\n")).not.toMatch(/0123456789/);
  });

  it("gives a request an id of its own where none came that is a plain word, and takes no broken trace", async () => {
    const ids = new Set<unknown>();
    for (const id of ["", "two words", "<b>", "x".repeat(65)])
      ids.add(
        (await ask(TOKENS.check, "/services", { "x-request-id": id, traceparent: "00-1-2-3" })).headers[
          "x-request-id"
        ],
      );
    expect(ids.size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{12}-[0-9a-z]+$/);
    expect(logged.join("\n")).not.toMatch(/traceparent|<b>|two words/);
  });
});
