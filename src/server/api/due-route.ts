import type { FastifyInstance, FastifyReply } from "fastify";
import { due } from "../../calendar/due.ts";
import { explain } from "../../calendar/explain.ts";
import { isoInstant } from "../../calendar/iso-instant.ts";
import type { Unknown } from "../../calendar/unknown.ts";
import { dueRequests, troubleOf } from "../../library/due-request.ts";
import type { DueLine } from "../../model/due-line.ts";
import type { CheckTools } from "./check-tools.ts";
import { inJson, schemaRef, type Operation } from "./openapi/operation.ts";
import { parameters } from "./parameters.ts";
import { problem, sendProblem } from "./problem.ts";

interface Asked {
  readonly Body: DueLine;
  readonly Querystring: { readonly explain?: boolean };
}

const QUERY = parameters({
  explain: {
    description: "Also every day, counted or not, and why; not so where nothing is told.",
    type: "boolean",
  },
});

const instant = {
  type: "string",
  description: "With its offset, 2025-03-18T18:30:00+05:00.",
} as const;

const DUE: Operation = {
  id: "due",
  tag: "terms",
  summary: "When a term ends",
  gives: inJson({
    type: "object",
    required: ["start", "due"],
    properties: {
      start: { ...instant, description: "When the term begins to run, which may be after the event." },
      due: instant,
      explanation: {
        description: "How the due time was reached.",
        type: "object",
        required: ["event", "start", "amount", "unit", "counting", "days", "due"],
        properties: {
          event: instant,
          start: instant,
          amount: { type: "number" },
          unit: { type: "string" },
          counting: { type: "string" },
          days: {
            description: "Every day on the way, why it is or is not one of work, and how it counted.",
            type: "array",
            items: {
              type: "object",
              required: ["date", "weekday", "as", "reason"],
              properties: {
                date: { type: "string" },
                weekday: { description: "1 is Monday.", type: "integer", minimum: 1, maximum: 7 },
                as: { enum: ["before-start", "start", "counted", "not-counted", "suspended", "moved"] },
                n: { description: "It is the n-th day of the term.", type: "integer" },
                reason: { type: "object", required: ["why"], properties: { why: { type: "string" } } },
              },
            },
          },
          due: instant,
        },
      },
    },
  }),
  refuses: ["cannot-be-judged", "not-at-hand"],
};

/** `POST /due`: when a term ends, as `tarmaq due --input` has it for one line. */
export function dueRoute(app: FastifyInstance, tools: Pick<CheckTools, "judge">): void {
  let { calendars } = tools.judge.library;
  let requestOf = dueRequests(calendars);
  const config = { bodySchema: "dueLine", operation: DUE } as const;
  const schema = { body: schemaRef("due-line"), querystring: QUERY };
  app.post<Asked>("/due", { config, schema }, ({ body, query }, reply) => {
    const now = tools.judge.library.calendars;
    if (now !== calendars) requestOf = dueRequests((calendars = now));
    const { start, term, table } = requestOf(body);
    const limit = due(start, term, table);
    if (limit.is === "unknown" && limit.because === "uncovered-year") return beyondCalendars(limit, reply);
    if (limit.is === "unknown") throw troubleOf(limit);
    const told = { start: isoInstant(table.zone, limit.start), due: isoInstant(table.zone, limit.due) };
    return query.explain === true ? { ...told, explanation: explain(start, term, table) } : told;
  });
}

/** The term leaves the years that calendars are there for: what is asked is right, and cannot be told here yet. */
function beyondCalendars(unknown: Unknown, reply: FastifyReply): FastifyReply {
  const { message, at } = troubleOf(unknown);
  return sendProblem(reply, problem("not-at-hand", `${message}. ${at.wayOut}`));
}
