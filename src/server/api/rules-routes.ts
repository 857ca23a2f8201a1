import type { FastifyInstance, FastifyRequest } from "fastify";
import { dayOfInstant, type Day } from "../../calendar/day.ts";
import type { Volume } from "../../library/volume.ts";
import { serviceForms } from "../../library/service-form.ts";
import { servicesOf } from "../../library/services.ts";
import { FORM_WORDS } from "../../report/form/words.ts";
import { engineRules } from "../../compile/json-rules-engine.ts";
import type { Judge } from "./judged.ts";
import type { Operation } from "./openapi/operation.ts";
import { ENGINE_RULES, FORM, RULEBOOK, RULEBOOKS, SERVICES, VOCABULARY } from "./openapi/rules-operations.ts";
import {
  AT_PARAMETER,
  dayIn,
  LANGUAGE_PARAMETERS,
  languageIn,
  NO_PARAMETERS,
  parameters,
  RENDERER_PARAMETER,
  type Query,
} from "./parameters.ts";

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

interface Asked {
  readonly Params: { readonly id: string; readonly number?: string };
  readonly Querystring: Query;
}

interface Tools {
  readonly judge: Judge;
  readonly now: () => number;
}

/** What services there are, the form of each, and their rules. */
export function rulesRoutes(app: FastifyInstance, tools: Tools): void {
  // They may be others by the next request.
  const library = (): Judge["library"] => tools.judge.library;
  const formOf = serviceForms(FORM_WORDS);
  const today = (): Day => dayOfInstant(tools.now());
  const get = (url: string, operation: Operation, query: object, answer: Answer): void => {
    const schema = { params: byService, querystring: query };
    app.get<Asked>(url, { config: { operation, isUnchanging: true }, schema }, (request) =>
      answer(idIn(request), request.query),
    );
    // The same with the slash as it is.
    const other = {
      config: { operation, isAlias: true, isUnchanging: true },
      schema: { querystring: query },
    } as const;
    app.get<Asked>(url.replace(":id", ":id/:number"), other, (request) =>
      answer(idIn(request), request.query),
    );
  };
  const plainly = { querystring: NO_PARAMETERS };
  app.get("/services", { config: { operation: SERVICES, isUnchanging: true }, schema: plainly }, () =>
    servicesOf(library().volumes),
  );
  app.get(
    "/vocabulary",
    { config: { operation: VOCABULARY, isUnchanging: true }, schema: plainly },
    () => library().vocabulary,
  );
  const formQuery = parameters({
    at: AT_PARAMETER,
    ...LANGUAGE_PARAMETERS,
    renderer: RENDERER_PARAMETER,
  });
  get("/services/:id/form", FORM, formQuery, (id, query) =>
    formOf(library().volumeInForce(id, dayIn(query), today()), languageIn(query), query.renderer),
  );
  app.get("/rules", { config: { operation: RULEBOOKS, isUnchanging: true }, schema: plainly }, () =>
    library().volumes.map(({ book: { id, version, inForce, rules, unread }, sha256 }) => ({
      id,
      version,
      inForce,
      sha256,
      rules: rules.length,
      unread: unread ?? "unknown",
    })),
  );
  const atQuery = parameters({ at: AT_PARAMETER });
  const volumeFor = (id: string, query: Query): Volume => library().volumeFor(id, dayIn(query), today());
  get("/rules/:id", RULEBOOK, atQuery, (id, query) => volumeFor(id, query).book);
  get("/rules/:id/json-rules-engine", ENGINE_RULES, atQuery, (id, query) =>
    engineRules(volumeFor(id, query).plan().book),
  );
}

type Answer = (id: string, query: Query) => unknown;

const idIn = ({ params: { id, number } }: FastifyRequest<Asked>): string =>
  number === undefined ? id : `${id}/${number}`;
