import type { Language } from "../../model/language.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { dayOfInstant } from "../../calendar/day.ts";
import type { Volume } from "../../library/volume.ts";
import { serviceForms } from "../../library/service-form.ts";
import { servicesOf } from "../../library/services.ts";
import { namedDay } from "../../library/named-day.ts";
import { FORM_WORDS } from "../../report/form/words.ts";
import { engineRules } from "../../compile/json-rules-engine.ts";
import { languageQuery } from "./check-routes.ts";
import type { Judge } from "./judged.ts";

const byService = {
  type: "object",
  required: ["id"],
  properties: {
    id: {
      description: "Id of the service, its slash as %2F: kz-mz-2024-99%2F1.",
      type: "string",
      maxLength: 200,
    },
  },
} as const;

const atQuery = {
  type: "object",
  properties: {
    at: {
      description: "By the version in force on this day (default: today's, or the latest).",
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
    },
    lang: languageQuery.properties.lang,
  },
} as const;

interface Asked {
  readonly Params: { readonly id: string; readonly number?: string };
  readonly Querystring: { readonly at?: string; readonly lang: Language };
}

/** What services there are, the form of each, and their rules. */
export function rulesRoutes(app: FastifyInstance, { library }: Judge, now: () => number): void {
  const volumeOf = ({ params: { id, number }, query: { at } }: FastifyRequest<Asked>): Volume =>
    library.volumeFor(
      number === undefined ? id : `${id}/${number}`,
      at === undefined ? undefined : namedDay(at, "--at"),
      dayOfInstant(now()),
    );
  const formOf = serviceForms(FORM_WORDS);
  const get = (url: string, summary: string, answer: (request: FastifyRequest<Asked>) => unknown): void => {
    const options = { schema: { summary, params: byService, querystring: atQuery } };
    app.get<Asked>(url, options, (request) => answer(request));
    // The same with the slash as it is.
    app.get<Asked>(
      url.replace(":id", ":id/:number"),
      { schema: { hide: true, querystring: atQuery } },
      (request) => answer(request),
    );
  };
  app.get("/services", { schema: { summary: "The services at hand, with their versions" } }, () =>
    servicesOf(library.volumes),
  );
  get("/services/:id/form", "JSON Schema of a request for the service", (request) =>
    formOf(volumeOf(request), request.query.lang),
  );
  app.get("/rules", { schema: { summary: "The rulebooks at hand" } }, () =>
    library.volumes.map(({ book: { id, version, inForce, rules, unread }, sha256 }) => ({
      id,
      version,
      inForce,
      sha256,
      rules: rules.length,
      unread: unread ?? "unknown",
    })),
  );
  get("/rules/:id", "The rulebook of the service", (request) => volumeOf(request).book);
  get("/rules/:id/json-rules-engine", "The service's judging rules for plain json-rules-engine", (request) =>
    engineRules(volumeOf(request).plan().book),
  );
}
