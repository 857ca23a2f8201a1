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
import type { Judgement } from "../../src/library/library.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { sentence } from "../../src/report/check/sentence.ts";
import { startsWhen } from "../../src/report/check/waiting.ts";
import { Names } from "../../src/report/names.ts";
import { serverApp } from "../../src/server/api/app.ts";
import { Judge, type Wording } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";
import { randomRequests } from "./random-requests.ts";

const folder = join(import.meta.dirname, "../fixtures/check");
const samples = readdirSync(folder).flatMap((service) =>
  readdirSync(join(folder, service)).map(
    (name) => JSON.parse(readFileSync(join(folder, service, name, "request.json"), "utf8")) as Request,
  ),
);
const library = openLibrary({ law: "beneath" });
const judge = new Judge(library);

/** The answer as plain JSON.stringify has it, from the verdict itself. */
function plainly(request: Request, { lang, reasons: wanted }: Wording): Record<string, unknown> {
  const verdict = library.judge(request);
  const { reasons, waiting, ...rest } = verdict;
  const names = new Names(library.vocabularyOf(verdict), lang);
  const told = reasons.filter(({ outcome }) => wanted === "all" || outcome !== "pass");
  const answer = JSON.parse(
    JSON.stringify({
      ...rest,
      waiting: waiting.map((term) => ({ ...term, sentence: startsWhen(term, lang) })),
      reasons: told.map((reason) => ({ ...reason, sentence: sentence(reason, names) })),
    }),
  ) as Record<string, unknown>;
  const receipt = {
    ...receiptOf(request, verdict, hashOf(library.vocabulary)),
    request: sha256(request),
    verdict: createHash("sha256").update(substanceOf(verdict)).digest("hex"),
    told: { lang, reasons: wanted, form: "canonical", sha256: sha256(answer) },
  };
  return { ...answer, receipt: JSON.parse(JSON.stringify(receipt)) as unknown };
}

/** What a verdict comes to, as receipts had it from the beginning. */
const substanceOf = (verdict: Verdict): string =>
  JSON.stringify([
    verdict.verdict,
    verdict.asFarAsRulesAtHandGo,
    verdict.undetermined,
    verdict.missingDocuments,
    verdict.openFindings,
    verdict.ignored,
    verdict.reasons.map(({ code }) => code).join(),
    verdict.deadlines.map(({ rule, start, due, unknown }) => [rule, start, due, unknown]),
  ]);

const sha256 = (value: unknown): string => createHash("sha256").update(inOrder(value)).digest("hex");

/** Canonical JSON by hand, as one would write it who has only `schemas/receipt.schema.json`. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  // As in every object of JavaScript, whole numbers come first, by their size.
  const fields = Object.entries(
    Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${inOrder(field)}`).join(",")}}`;
}

describe("an answer put together from what was written before", () => {
  it("is the JSON of the verdict, its sentences and its receipt, of requests to every service in every language", () => {
    const wordings = fc.record<Wording>({
      lang: fc.constantFrom("kk", "ru", "en"),
      reasons: fc.constantFrom("all", "decisive"),
    });
    fc.assert(
      fc.property(randomRequests(library), wordings, fc.boolean(), (request, wording, isGivenBack) => {
        const { json } = judge.judge(request, wording);
        const text = json.toString("utf8");
        if (isGivenBack) judge.giveBack(json);
        expect(JSON.parse(text)).toEqual(plainly(request, wording));
      }),
      { numRuns: 1000 },
    );
  });

  it("is canonical JSON but for its receipt, which stands behind it: whoever cuts it off has the bytes that it covers", () => {
    const wording: Wording = { lang: "kk", reasons: "all" };
    for (const request of samples) {
      const { receipt, ...answer } = plainly(request, wording);
      const text = judge.judge(request, wording).json.toString("utf8");
      const [covered = "", behind = ""] = text.split(',"receipt":');
      expect(`${covered}}`).toBe(inOrder(answer));
      expect(JSON.parse(behind.slice(0, -1))).toEqual(receipt);
    }
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
    const breaking = (asked: Request): Judgement => {
      const { verdict, channel } = library.judgement(asked);
      if (!isBroken) return { verdict, channel };
      return {
        channel,
        verdict: {
          ...verdict,
          get waiting(): never {
            throw new RangeError("broken");
          },
        },
      };
    };
    const broken = new Judge(
      new Proxy(library, {
        get: (target, name) => {
          if (name === "judgement") return breaking;
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
