import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults } from "../../src/files/validate.ts";
import { validator } from "../../src/files/validators.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { serverApp } from "../../src/server/api/app.ts";
import { parseBody, UnreadableBody } from "../../src/server/api/json-body.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";
import { Together } from "../../src/server/api/together.ts";

const sample = readFileSync(
  join(import.meta.dirname, "../fixtures/check/kz-mz-2024-99-1/admit/request.json"),
  "utf8",
);
const request = JSON.parse(sample) as Record<string, unknown>;
const bytes = (value: unknown): Buffer =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
const times = (count: number, of: string): string => Array<string>(count).fill(of).join(",");
/** Loops in ajv's code end with so many, and a value that is looked at then may have some of its own. */
const MOST_ERRORS = 300;

/** The problem's kind and its pointers with which bytes are refused; nothing where they are read. */
function refused(body: Buffer): readonly unknown[] {
  try {
    parseBody(body);
    return [];
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    const { type, errors = [] } = error.problem;
    return [type.split("/").at(-1), ...errors.map(({ pointer }) => pointer)];
  }
}

describe("a body from outside", () => {
  it.each([
    ["a key twice", '{"a":1,"b":{"c":[0,{"d":1,"e":2,"d":3}]}}', ["bad-request", "/b/c/1/d"]],
    [
      "a key twice, once escaped",
      String.raw`{"facts":{"a/b":1,"\u0061/b":2}}`,
      ["bad-request", "/facts/a~1b"],
    ],
    ["a key twice that every object has", '{"__proto__":1,"__proto__":2}', ["bad-request", "/__proto__"]],
    ["the same key in two objects", '[{"a":1},{"a":"a\\":1,\\"a"}]', []],
    ["brackets and colons in texts", `{"a":"${"[{:".repeat(99)}"}`, []],
    ["33 levels", `${"[".repeat(33)}${"]".repeat(33)}`, ["bad-request"]],
    ["32 levels", `${"[".repeat(32)}${"]".repeat(32)}`, []],
    ["half a megabyte of wrong facts", `{"facts":{${times(50_000, '"f":{}')}}}`, ["too-large"]],
    ["300,000 empty findings", `{"findings":[${times(300_000, "{}")}]}`, ["too-large"]],
    ["500,000 numbers", `[${times(500_000, "0")}]`, ["too-large"]],
    ["nothing", "", ["not-json"]],
    ["half a text", '{"a":"', ["not-json"]],
  ])("is read or refused before anything else is done with it: %s", (_, text, told) => {
    expect(refused(bytes(text))).toEqual(told);
  });

  it("is text in UTF-8", () => {
    expect(refused(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toEqual(["bad-request"]);
    expect(parseBody(Buffer.from('"Жеңіс"'))).toBe("Жеңіс");
  });

  it("is the value that JSON.parse gives, whatever it is, where no key is there twice", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(undefined, 1), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(parseBody(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe("faults of a value", () => {
  const wrong: Record<string, unknown> = {
    findings: Array.from({ length: 9000 }, () => ({})),
    "facts, each of no type": Object.fromEntries(
      Array.from({ length: 9000 }, (_, index) => [`f${index}`, {}]),
    ),
    "lists of facts": Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`f${index}`, Array(900).fill(0)]),
    ),
    documents: Array.from({ length: 4000 }, (_, index) => ({ type: "", [`x${index}`]: 1 })),
    "keys at the top": 0,
  };
  it.each(Object.keys(wrong))("are looked for up to a limit, and some are told: %s", (name) => {
    const part = name.split(/\W/)[0] === "lists" ? "facts" : name.split(/\W/)[0]!;
    const value =
      part === "keys"
        ? Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`k${index}`, index]))
        : { ...request, [part]: wrong[name] };
    const validate = validator("request");
    expect(validate(value)).toBe(false);
    expect(validate.errors!.length).toBeLessThan(MOST_ERRORS);
    expect(faults("request", value).length).toBeGreaterThan(0);
  });
});

describe("the API asked with hostile bodies", () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await serverApp({
      judge: new Judge(openLibrary()),
      metrics: new Metrics(),
      decisions: undefined,
      tokens: undefined,
      now: () => Date.UTC(2026, 10, 20, 12),
      log: () => undefined,
    });
  });
  afterAll(() => app.close());

  const leaf = fc.oneof(
    fc.constantFrom(null, true, 0, -0, 1e308, "", "1", "ӘҒҚҢ", "\u0000"),
    fc.nat(2000).map((length) => "ы".repeat(length)),
    fc.nat(2000).map((length) => Array<number>(length).fill(1)),
    fc.nat(2000).map((length) => Array<object>(length).fill({})),
    fc.nat(30).map((depth) => JSON.parse(`${"[".repeat(depth)}1${"]".repeat(depth)}`) as unknown),
    fc
      .nat(2000)
      .map((width) => Object.fromEntries(Array.from({ length: width }, (_, index) => [`k${index}`, index]))),
    fc.nat(2000).map((length) => ({ ["k".repeat(length)]: 1 })),
  );
  const key = fc.oneof(
    fc.constantFrom("service", "channel", "submitted", "facts", "documents", "findings", "__proto__", "zone"),
    fc.string({ maxLength: 300 }),
  );
  const body = fc
    .tuple(
      fc.boolean(),
      fc.array(fc.tuple(key, fc.oneof(leaf, fc.dictionary(key, leaf, { maxKeys: 5 }))), { maxLength: 6 }),
    )
    .map(([isRequest, parts]) => JSON.stringify({ ...(isRequest && request), ...Object.fromEntries(parts) }));

  it("answers each with a verdict or a problem, never a fault of ours, and no more than a few kilobytes of it", async () => {
    await fc.assert(
      fc.asyncProperty(body, async (payload) => {
        const answer = await app.inject({
          method: "POST",
          url: "/check?reasons=decisive",
          headers: { "content-type": "application/json" },
          payload,
        });
        expect([200, 400, 413, 422]).toContain(answer.statusCode);
        if (answer.statusCode === 200) return;
        const told = JSON.parse(answer.body) as { errors?: unknown[] };
        expect(faults("problem", told)).toEqual([]);
        expect(told.errors?.length ?? 0).toBeLessThanOrEqual(20);
      }),
      { numRuns: 150 },
    );
  });
});

describe("work that arrives together", () => {
  it("is done as far as it goes in one turn, and the rest in the next ones, in order", async () => {
    const done: number[][] = [];
    const together = new Together<number>((items) => done.push([...items]), 100);
    for (const [item, weight] of [60, 60, 10, 300, 1].entries()) together.add(item, weight);
    for (let turn = 0; turn < 4; turn += 1) await new Promise((next) => setImmediate(next));
    expect(done).toEqual([[0, 1], [2, 3], [4]]);
  });
});
