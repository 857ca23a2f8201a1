import type { FastifyInstance } from "fastify";
import { due } from "../../calendar/due.ts";
import { explain } from "../../calendar/explain.ts";
import { isoInstant } from "../../calendar/iso-instant.ts";
import type { Calendars } from "../../library/calendars.ts";
import { dueRequests, troubleOf } from "../../library/due-request.ts";
import type { DueLine } from "../../model/due-line.ts";

interface Asked {
  readonly Body: DueLine;
  readonly Querystring: { readonly explain: boolean };
}

/** `POST /due`: when a term ends, as `tarmaq due --input` has it for one line. */
export function dueRoute(app: FastifyInstance, calendars: Calendars): void {
  const requestOf = dueRequests(calendars);
  const schema = {
    summary: "When a term ends",
    body: { $ref: "https://tarmaq.example/schemas/due-line.schema.json" },
    querystring: {
      type: "object",
      properties: {
        explain: { description: "Also every day, counted or not, and why.", type: "boolean", default: false },
      },
    },
    response: { "4xx": { $ref: "https://tarmaq.example/schemas/problem.schema.json" } },
  };
  app.post<Asked>("/due", { config: { bodySchema: "dueLine" }, schema }, ({ body, query }) => {
    const { start, term, table } = requestOf(body);
    const limit = due(start, term, table);
    if (limit.is === "unknown") throw troubleOf(limit);
    const told = { start: isoInstant(table.zone, limit.start), due: isoInstant(table.zone, limit.due) };
    return query.explain ? { ...told, explanation: explain(start, term, table) } : told;
  });
}
