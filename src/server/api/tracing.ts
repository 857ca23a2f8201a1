import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer,
  type TracerProvider,
} from "@opentelemetry/api";
import type { FastifyInstance, FastifyRequest } from "fastify";
import about from "../../../package.json" with { type: "json" };

interface Traced {
  readonly span: Span;
  readonly context: Context;
}

interface Proxied {
  readonly getDelegateTracer: (name: string, version: string) => Tracer | undefined;
}

/**
 * Spans around requests and around judging, for whoever has set OpenTelemetry up in this process before the server was made
 * (`node --import ./telemetry.mjs`). The API package is no newer than that of any SDK in use: an older SDK's provider would not
 * be seen by it. Nothing of a request is in them but its route, its service and what came out.
 */
export class Tracing {
  readonly #requests = new WeakMap<FastifyRequest, Traced>();

  private constructor(private readonly tracer: Tracer) {}

  /** Undefined where nobody takes spans: then nothing is done for them. */
  static whereAsked(): Tracing | undefined {
    // The API stands a proxy before every provider, and has one before none.
    const provider: TracerProvider & Partial<Proxied> = trace.getTracerProvider();
    const tracer =
      provider.getDelegateTracer === undefined
        ? provider.getTracer("tarmaq", about.version)
        : provider.getDelegateTracer("tarmaq", about.version);
    return tracer && new Tracing(tracer);
  }

  /** A span around each request, within the trace that its headers name. */
  watch(app: FastifyInstance): void {
    app.addHook("onRequest", (request, _, done) => {
      const parent = propagation.extract(ROOT_CONTEXT, request.headers);
      const route = request.routeOptions.url ?? "none";
      const attributes = { "http.request.method": request.method, "http.route": route };
      const span = this.tracer.startSpan(
        `${request.method} ${route}`,
        { kind: SpanKind.SERVER, attributes },
        parent,
      );
      const own = trace.setSpan(parent, span);
      this.#requests.set(request, { span, context: own });
      context.with(own, done);
    });
    app.addHook("onResponse", (request, { statusCode }, done) => {
      this.#end(request, statusCode);
      done();
    });
    app.addHook("onRequestAbort", (request, done) => {
      this.#end(request, undefined);
      done();
    });
  }

  /** A span around the judging of a request, to be ended with what came out. */
  judging(request: FastifyRequest, service: string): (outcome: string) => void {
    const span = this.tracer.startSpan(
      "tarmaq.judge",
      { attributes: { "tarmaq.service": service } },
      this.#requests.get(request)?.context ?? ROOT_CONTEXT,
    );
    return (outcome) => {
      span.setAttribute("tarmaq.outcome", outcome);
      span.end();
    };
  }

  #end(request: FastifyRequest, status: number | undefined): void {
    const span = this.#requests.get(request)?.span;
    this.#requests.delete(request);
    if (status !== undefined) span?.setAttribute("http.response.status_code", status);
    if (status === undefined || status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  }
}
