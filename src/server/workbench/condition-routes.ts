import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { builderHtml, draftWords } from "../../web/condition/builder.tsx";
import { type Change, changed, CHANGES, type Path } from "../../web/condition/draft-changes.ts";
import { draftFrom, type Entry } from "../../web/condition/draft-fields.ts";
import { shapeOf } from "../../web/condition/fact-shape.ts";
import { nameListHtml } from "../../web/condition/name-list.tsx";
import { reviewService } from "../../desk/review-service.ts";
import { missing } from "./answers.ts";
import type { Workbench } from "./bench.ts";
import { withOwnNames } from "./own-names.ts";
import { ACT_ID, SERVICE_NUMBER, serviceAsked } from "./service-asked.ts";

/** The fields of a condition as they stand on the page, and what is done to them where. */
interface Asked {
  readonly act: string;
  readonly service: number;
  readonly entries: readonly Entry[];
  readonly change: Change;
  readonly at: string;
}

const ASKED = {
  type: "object",
  required: ["act", "service", "entries", "change", "at"],
  properties: {
    act: ACT_ID,
    service: SERVICE_NUMBER,
    entries: {
      type: "array",
      maxItems: 2000,
      items: { type: "array", items: { type: "string", maxLength: 20000 }, minItems: 2, maxItems: 2 },
    },
    change: { enum: CHANGES },
    at: { type: "string", pattern: "^(?:\\d{1,3}(?:\\.\\d{1,3}){0,30})?$" },
  },
};

/** Makes the fields of a condition anew after a change, and says it as a sentence; nothing is written. */
export function conditionRoutes(app: FastifyInstance, bench: Workbench, bodyLimit: number): void {
  app.post(
    "/condition",
    { bodyLimit, schema: { body: ASKED } },
    async (request: FastifyRequest<{ Body: Asked }>, reply: FastifyReply) => {
      const { entries, change, at } = request.body;
      const found = await serviceAsked(bench, request.body);
      if (found === undefined) return missing(reply);
      const now = await reviewService(found.act, found.service);
      const matter = withOwnNames(bench.chrome(request), [now]);
      const { draft, at: next } = changed(draftFrom(entries), change, pathOf(at), (fact) =>
        shapeOf(fact, matter.vocabulary),
      );
      return {
        ok: true,
        html: builderHtml(draft, matter),
        sentence: draftWords(draft, matter),
        at: next.join("."),
        names: nameListHtml(matter),
      };
    },
  );
}

const pathOf = (at: string): Path => (at === "" ? [] : at.split(".").map(Number));
