import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Attributes,
  INVALID_SPAN_CONTEXT,
  propagation,
  type Span,
  type SpanContext,
  SpanKind,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import { afterEach, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { serverApp } from "../../src/server/api/app.ts";
import { Judge } from "../../src/server/api/judged.ts";
import { Metrics } from "../../src/server/api/metrics.ts";
import { Tracing } from "../../src/server/api/tracing.ts";

const REQUEST = readFileSync(
  join(import.meta.dirname, "../fixtures/check/kz-mz-2024-99-1/admit/request.json"),
  "utf8",
);

interface Told {
  readonly name: string;
  readonly kind: SpanKind | undefined;
  readonly parent: string | undefined;
  readonly id: string;
  readonly attributes: Attributes;
  hasEnded: boolean;
}

/** What takes spans in place of an SDK: it remembers them. */
function takingSpans(): Told[] {
  const all: Told[] = [];
  const tracer = {
    startSpan: (name, options, within) => {
      const told: Told = {
        name,
        kind: options?.kind,
        parent: within && trace.getSpanContext(within)?.spanId,
        id: `${all.length + 1}`.padStart(16, "0"),
        attributes: { ...options?.attributes },
        hasEnded: false,
      };
      all.push(told);
      const span: Partial<Span> = {
        spanContext: (): SpanContext => ({ ...INVALID_SPAN_CONTEXT, spanId: told.id }),
        setAttribute: (key, value) => {
          told.attributes[key] = value;
          return span as Span;
        },
        setStatus: () => span as Span,
        end: () => {
          told.hasEnded = true;
        },
      };
      return span as Span;
    },
  } satisfies Pick<Tracer, "startSpan"> as unknown as Tracer;
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  propagation.setGlobalPropagator({
    inject: () => undefined,
    fields: () => ["traceparent"],
    extract: (context, carrier: Record<string, string>) => {
      const [, traceId = "", spanId = ""] = (carrier["traceparent"] ?? "").split("-");
      return traceId === "" ? context : trace.setSpanContext(context, { traceId, spanId, traceFlags: 1 });
    },
  });
  return all;
}

afterEach(() => {
  trace.disable();
  propagation.disable();
});

it("takes no part where nobody asks for spans", () => {
  expect(Tracing.whereAsked()).toBeUndefined();
});

it("puts a span around each request, within the caller's trace, and one around its judging", async () => {
  const spans = takingSpans();
  const app = await serverApp({
    judge: new Judge(openLibrary()),
    metrics: new Metrics(),
    decisions: undefined,
    tracing: Tracing.whereAsked(),
    now: () => 0,
    log: () => undefined,
  });
  await app.inject({
    method: "POST",
    url: "/check",
    headers: {
      "content-type": "application/json",
      traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    },
    payload: REQUEST,
  });
  await app.inject("/no-such-address");
  await app.close();
  expect(spans.map(({ name, kind, parent, hasEnded }) => [name, kind, parent, hasEnded])).toEqual([
    ["POST /check", SpanKind.SERVER, "00f067aa0ba902b7", true],
    ["tarmaq.judge", undefined, "0000000000000001", true],
    ["GET none", SpanKind.SERVER, undefined, true],
  ]);
  expect(spans[0]?.attributes).toEqual({
    "http.request.method": "POST",
    "http.route": "/check",
    "http.response.status_code": 200,
  });
  expect(spans[1]?.attributes).toEqual({ "tarmaq.service": "kz-mz-2024-99/1", "tarmaq.outcome": "admit" });
});
