import { createHash } from "node:crypto";
import { connect } from "node:net";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Verdict } from "../../src/model/verdict.ts";
import type { Request } from "../../src/check/request.ts";
import { receiptOf } from "../../src/library/receipt.ts";
import { hashOf } from "../../src/model/print.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { sentence } from "../../src/report/check/sentence.ts";
import { startsWhen } from "../../src/report/check/waiting.ts";
import { Names } from "../../src/report/names.ts";
import { serverApp } from "../../src/server/api/app.ts";
import { Judge, type Wording } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";

const folder = join(import.meta.dirname, "../fixtures/check");
const samples = readdirSync(folder).flatMap((service) =>
  readdirSync(join(folder, service)).map(
    (name) => JSON.parse(readFileSync(join(folder, service, name, "request.json"), "utf8")) as Request,
  ),
);
const library = openLibrary({ law: "beneath" });
const judge = new Judge(library);
const names = {
  kk: new Names(library.vocabulary, "kk"),
  ru: new Names(library.vocabulary, "ru"),
  en: new Names(library.vocabulary, "en"),
};

/** The answer as plain JSON.stringify has it, from the verdict itself. */
function plainly(request: Request, { lang, reasons: wanted }: Wording): unknown {
  const { reasons, waiting, ...rest } = library.judge(request);
  const told = reasons.filter(({ outcome }) => wanted === "all" || outcome !== "pass");
  const receipt = receiptOf(request, { reasons, waiting, ...rest }, hashOf(library.vocabulary));
  const answer = JSON.parse(
    JSON.stringify({
      ...rest,
      waiting: waiting.map((term) => ({ ...term, sentence: startsWhen(term, lang) })),
      reasons: told.map((reason) => ({ ...reason, sentence: sentence(reason, names[lang]) })),
    }),
  ) as Record<string, unknown>;
  const covered = { lang, reasons: wanted, sha256: coveredBy(answer) };
  return { ...answer, receipt: JSON.parse(JSON.stringify({ ...receipt, told: covered })) as unknown };
}

/** SHA-256 of an answer as `schemas/receipt.schema.json` has it: by hand, as one would who has only that page. */
function coveredBy(answer: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(answer).map(([name, value]): [string, unknown] => {
    if (name === "reasons") return [name, (value as unknown[]).map(sha256)];
    return [name, typeof value === "object" ? sha256(value) : value];
  });
  return sha256(Object.fromEntries(members));
}

const sha256 = (value: unknown): string => createHash("sha256").update(inOrder(value)).digest("hex");

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${inOrder(field)}`).join(",")}}`;
}

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A sample with other days of validity, documents left out, facts gone or strange. */
const varied = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(fc.tuple(fc.boolean(), fc.option(day, { nil: undefined })), { minLength: 12, maxLength: 12 }),
    fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    fc.option(fc.string({ unit: "binary", minLength: 1 }), { nil: undefined }),
  )
  .map(([request, documents, facts, strange]): Request => {
    const kept = request.documents?.flatMap(({ type }, index) => {
      const [isThere = true, validUntil] = documents[index] ?? [];
      return isThere ? [validUntil === undefined ? { type } : { type, validUntil }] : [];
    });
    const told = Object.entries(request.facts ?? {}).filter((_, index) => facts[index] !== false);
    return {
      ...request,
      facts: Object.fromEntries(strange === undefined ? told : [...told, [strange, strange]]),
      ...(kept === undefined ? {} : { documents: kept }),
    };
  });

describe("an answer put together from what was written before", () => {
  it("is the JSON of the verdict, its sentences and its receipt, in every language", () => {
    const wordings = fc.record<Wording>({
      lang: fc.constantFrom("kk", "ru", "en"),
      reasons: fc.constantFrom("all", "decisive"),
    });
    fc.assert(
      fc.property(varied, wordings, fc.boolean(), (request, wording, isGivenBack) => {
        const { json } = judge.judge(request, wording);
        const told = JSON.parse(json.toString("utf8")) as unknown;
        if (isGivenBack) judge.giveBack(json);
        expect(told).toEqual(plainly(request, wording));
      }),
      { numRuns: 1000 },
    );
  });

  it("stays as it is while others are made, until it is given back", () => {
    const wording: Wording = { lang: "kk", reasons: "all" };
    const held = samples.map((request) => judge.judge(request, wording).json);
    const texts = held.map((json) => json.toString("utf8"));
    for (const request of samples) judge.giveBack(judge.judge(request, wording).json);
    expect(held.map((json) => json.toString("utf8"))).toEqual(texts);
  });
});

describe("an answer that was interrupted", () => {
  it("leaves nothing of itself to the next", () => {
    const wording: Wording = { lang: "en", reasons: "all" };
    const [request] = samples as [Request];
    let isBroken = true;
    const breaking = (asked: Request): Verdict => {
      const verdict = library.judge(asked);
      if (!isBroken) return verdict;
      const last = {
        ...verdict.reasons.at(-1),
        toJSON: () => {
          throw new RangeError("broken");
        },
      } as Verdict["reasons"][number];
      return { ...verdict, reasons: [...verdict.reasons.slice(0, -1), last] };
    };
    const broken = new Judge(
      new Proxy(library, {
        get: (target, name) => {
          if (name === "judge") return breaking;
          const own: unknown = Reflect.get(target, name);
          return typeof own === "function" ? (own.bind(target) as unknown) : own;
        },
      }),
    );
    expect(() => broken.judge(request, wording)).toThrow("broken");
    isBroken = false;
    expect(JSON.parse(broken.judge(request, wording).json.toString("utf8"))).toEqual(
      plainly(request, wording),
    );
  });
});

describe("the receipt of a verdict", () => {
  it("has the hashes that receipts had from the beginning", () => {
    fc.assert(
      fc.property(varied, (request) => {
        const verdict = library.judge(request);
        const { undetermined, missingDocuments, openFindings, ignored, reasons, deadlines } = verdict;
        const substance = JSON.stringify([
          verdict.verdict,
          verdict.asFarAsRulesAtHandGo,
          undetermined,
          missingDocuments,
          openFindings,
          ignored,
          reasons.map(({ code }) => code).join(),
          deadlines.map(({ rule, start, due, unknown }) => [rule, start, due, unknown]),
        ]);
        expect(receiptOf(request, verdict, "").verdict).toBe(
          createHash("sha256").update(substance).digest("hex"),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("a server under many requests at once", () => {
  const logged: string[] = [];
  const options = {
    judge: new Judge(library),
    metrics: new Metrics(),
    decisions: undefined,
    tokens: undefined,
    now: () => Date.UTC(2026, 10, 20, 12),
    log: (entry: object) => logged.push(JSON.stringify(entry)),
    patience: { headMs: 10_000, longestMs: 300, everyMs: 20 },
  };
  let address = "";
  let app: Awaited<ReturnType<typeof serverApp>>;
  beforeAll(async () => {
    app = await serverApp(options);
    address = await app.listen({ port: 0 });
  });
  afterAll(() => app.close());

  it("answers each with its own verdict, refused ones among them", async () => {
    const headers = { "content-type": "application/json" };
    const asked = [...samples, ...samples].flatMap((request, index) =>
      index % 10 === 0 ? [request, { ...request, service: "no/1" }] : [request],
    );
    const told = await Promise.all(
      asked.map(async (request) => {
        const answer = await fetch(`${address}/check?lang=ru`, {
          method: "POST",
          headers,
          body: JSON.stringify(request),
        });
        return answer.status === 200 ? ((await answer.json()) as unknown) : answer.status;
      }),
    );
    expect(told).toEqual(
      asked.map((request) =>
        request.service === "no/1" ? 422 : plainly(request, { lang: "ru", reasons: "all" }),
      ),
    );
  });

  it("gives up on a body that does not arrive, and says so", async () => {
    const socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
    let told = "";
    socket.on("data", (chunk) => (told += chunk.toString()));
    socket.write(
      'POST /check HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"ser',
    );
    await once(socket, "close");
    expect(told).toMatch(/^HTTP\/1\.1 408 /);
    expect(told).toContain("application/problem+json");
  });
});
