/**
 * Validated `POST /check` a second over loopback, beside a bare fastify route with the same schema that does nothing, and
 * beside one that answers with as many bytes; the load comes from a thread of its own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fastify } from "fastify";
import { openLibrary } from "../src/cli/open-library.ts";
import { root } from "../src/cli/root.ts";
import { ourAjv } from "../src/cli/our-ajv.ts";
import { SCHEMAS } from "../src/cli/schemas.ts";
import { serverApp } from "../src/server/app.ts";
import { Judge } from "../src/server/judged.ts";
import { Metrics } from "../src/server/metrics.ts";

/** Of autocannon, which brings no types. */
type Load = (options: object) => Promise<{
  readonly requests: { readonly average: number };
  readonly non2xx: number;
  readonly errors: number;
}>;
// @ts-expect-error It brings no types.
const { default: autocannon } = (await import("autocannon")) as { default: Load };

const SECONDS = Number(process.argv[2] ?? "5");
const folder = join(root, "tests/fixtures/check");
const bodies = readdirSync(folder).flatMap((service) =>
  readdirSync(join(folder, service)).map((name) =>
    JSON.stringify(JSON.parse(readFileSync(join(folder, service, name, "request.json"), "utf8"))),
  ),
);

/** Requests a second, with the sample requests one after another. */
async function rate(name: string, url: string): Promise<number> {
  const headers = { "content-type": "application/json" };
  const requests = bodies.map((body) => ({
    method: "POST" as const,
    path: url.slice(new URL(url).origin.length),
    headers,
    body,
  }));
  const {
    requests: made,
    non2xx,
    errors,
  } = await autocannon({ url, connections: 20, duration: SECONDS, workers: 1, requests });
  console.log(
    `${name.padEnd(52)} ${Math.round(made.average).toLocaleString("en").padStart(8)} requests/s, ${non2xx + errors} errors`,
  );
  return made.average;
}

const app = await serverApp({
  judge: new Judge(openLibrary()),
  metrics: new Metrics(),
  decisions: undefined,
  tokens: [],
  now: () => Date.now(),
  log: () => undefined,
});
const bare = fastify();
const ajv = ourAjv({ allErrors: false, coerceTypes: false });
bare.setValidatorCompiler(({ schema }) => ajv.compile(schema as object));
bare.addSchema(SCHEMAS.request);
const schema = { body: { $ref: SCHEMAS.request.$id } };
bare.post("/nothing", { schema }, () => ({ ok: true }));
const sample = (
  await app.inject({
    method: "POST",
    url: "/check",
    headers: { "content-type": "application/json" },
    payload: bodies[0]!,
  })
).body;
bare.post("/bytes", { schema }, (_, reply) =>
  reply
    .header("content-type", "application/json")
    .serializer((text: unknown) => text as string)
    .send(sample),
);

// Plans, timetables and sentences are made when they are first asked for: that is not what is measured.
for (let round = 0; round < 20; round += 1)
  for (const body of bodies)
    await app.inject({
      method: "POST",
      url: "/check",
      headers: { "content-type": "application/json" },
      payload: body,
    });
const ours = await app.listen({ port: 0 });
const theirs = await bare.listen({ port: 0 });
console.log(
  `${bodies.length} sample requests, ${SECONDS} s each, 20 connections; an answer has about ${Math.round(sample.length / 1024)} thousand letters`,
);
const nothing = await rate("bare fastify, the same schema, no work", `${theirs}/nothing`);
const bytes = await rate("bare fastify, the same schema, as many bytes", `${theirs}/bytes`);
const check = await rate("POST /check", `${ours}/check`);
const decisive = await rate("POST /check?reasons=decisive", `${ours}/check?reasons=decisive`);
console.log(`  → with the decisive reasons only: ${(decisive / nothing).toFixed(2)} of bare fastify`);
console.log(
  `  → ${(check / nothing).toFixed(2)} of bare fastify (wanted: 0.5), ${(check / bytes).toFixed(2)} of one that answers with as many bytes`,
);
await app.close();
await bare.close();
