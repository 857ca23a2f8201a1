import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answer } from "../../desk/answer.ts";
import { type NameFields, namedEntry, proposedId } from "../../desk/named-entry.ts";
import { keepDecisions, reviewService } from "../../desk/review-service.ts";
import { nameFormHtml } from "../../web/condition/name-form.tsx";
import { vocabularyPage } from "../../web/condition/vocabulary-page.tsx";
import { vocabularyWord } from "../../web/condition/vocabulary-word.ts";
import { faultWords } from "../../web/fault-words.ts";
import { html, missing } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import { withOwnNames } from "./own-names.ts";
import { ACT_ID, type FoundService, SERVICE_NUMBER, serviceAsked } from "./service-asked.ts";
import { tellerOf } from "./teller.ts";
import type { Turns } from "./turns.ts";

interface Asked {
  readonly act: string;
  readonly service: number;
  readonly fields: NameFields;
  /** `id`: only an id is proposed, nothing is kept. */
  readonly only?: "id";
}

const ASKED = {
  type: "object",
  required: ["act", "service", "fields"],
  properties: {
    act: ACT_ID,
    service: SERVICE_NUMBER,
    only: { const: "id" },
    fields: {
      type: "array",
      maxItems: 1000,
      items: { type: "array", items: { type: "string", maxLength: 2000 }, minItems: 2, maxItems: 2 },
    },
  },
};

type Service = Readonly<Record<"act" | "service", string>>;

/** The page and the form of a book's own vocabulary, and the decision that names something in it. */
export function vocabularyRoutes(
  app: FastifyInstance,
  bench: Workbench,
  turns: Turns,
  bodyLimit: number,
): void {
  app.get("/vocabulary/:act/:service", async (request: FastifyRequest<{ Params: Service }>, reply) => {
    const found = await serviceAsked(bench, request.params);
    return found === undefined ? missing(reply) : html(reply, await shownPage(bench, request, found));
  });
  app.get("/vocabulary/form", async (request: FastifyRequest<{ Querystring: Service }>, reply) => {
    const found = await serviceAsked(bench, request.query);
    if (found === undefined) return missing(reply);
    const { lang } = bench.chrome(request);
    return html(reply, nameFormHtml({ act: found.act.id, service: found.service.number, lang }));
  });
  app.post(
    "/vocabulary",
    { bodyLimit, schema: { body: ASKED } },
    async (request: FastifyRequest<{ Body: Asked }>, reply) => {
      const found = await serviceAsked(bench, request.body);
      if (found === undefined) return missing(reply);
      return turns.take(found.service.decisionsFile.file, () => named(bench, request, reply, found));
    },
  );
}

async function shownPage(
  bench: Workbench,
  request: FastifyRequest,
  { act, service }: FoundService,
): Promise<string> {
  const chrome = bench.chrome(request);
  const { review } = await reviewService(act, service);
  return vocabularyPage(chrome, {
    act: act.id,
    service: service.number,
    name: service.name,
    language: act.language,
    own: review.book.vocabulary,
    common: chrome.vocabulary,
  });
}

async function named(
  bench: Workbench,
  request: FastifyRequest<{ Body: Asked }>,
  reply: FastifyReply,
  { act, service }: FoundService,
): Promise<unknown> {
  const { fields, only } = request.body;
  const now = await reviewService(act, service);
  const { vocabulary, lang } = withOwnNames(bench.chrome(request), [now]);
  if (only === "id") return { ok: true, id: proposedId(fields, vocabulary) };
  const entry = namedEntry(fields, vocabulary);
  const result = answer({ action: "vocabulary", vocabulary: entry }, now, tellerOf(bench, request, act));
  if (result.is === "refused") {
    const { why, code, pointer } = result;
    return reply
      .code(422)
      .send({ ok: false, field: fieldOf(pointer, why), error: faultWords(why, code, lang) });
  }
  if (result.is === "made") await keepDecisions(now, [result.decision]);
  return { ok: true, announce: vocabularyWord("saved", lang) };
}

/** The field of the form that a fault is about. */
function fieldOf(pointer: string, why: string): string | undefined {
  const missing = /^must have "([^"]+)"/u.exec(why)?.[1];
  const told = /\/told\/(yes|no)\/(kk|ru|en)$/u.exec(pointer);
  if (told !== null) return `${told[1] ?? ""}-${told[2] ?? ""}`;
  if (pointer.includes("/values")) return "values";
  return missing ?? /\/(kk|ru|en|id|type|minimum|maximum)$/u.exec(pointer)?.[1];
}
