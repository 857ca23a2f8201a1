/**
 * Makes docs/audit-steps.md out of the steps themselves: `npm run docs:steps`. A test says whether the page is what this
 * makes, and whether the steps do what they declare.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { day } from "../../src/calendar/day.ts";
import { calendarData } from "../../src/audit/plan/calendar-data.ts";
import { meaningOf, type ColumnName } from "../../src/audit/plan/columns.ts";
import type { LogShape } from "../../src/audit/plan/log-shape.ts";
import { EVENT } from "../../src/audit/plan/plan-script.ts";
import { outlierTable } from "../../src/audit/plan/outlier-steps.ts";
import { planOf, type Plan } from "../../src/audit/plan/plan.ts";
import type { PlanTable } from "../../src/audit/plan/plan-table.ts";
import type { Step } from "../../src/audit/plan/step.ts";
import { stepsOf } from "../../src/audit/plan/steps.ts";
import { Calendars } from "../../src/library/calendars.ts";
import { Laws } from "../../src/library/laws.ts";
import { booksInZones } from "../../src/library/zones-of-providers.ts";
import type { WholeMapping } from "../../src/log/mapping.ts";
import type { DeadlineRule, Rule } from "../../src/model/rule.ts";

export const PAGE = join(import.meta.dirname, "../../docs/audit-steps.md");

const deadline = (id: string, fields: Partial<DeadlineRule>): DeadlineRule => ({
  kind: "deadline",
  id,
  cite: id,
  subject: "step",
  amount: 1,
  unit: "working-day",
  fromEvent: "submitted",
  toEvent: "step:decided",
  ...fields,
});

/** A term of every class, between events of every kind of pair; hours, a rollover and a cutoff. */
const RULES: readonly Rule[] = [
  {
    kind: "hours",
    id: "hours",
    cite: "hours",
    who: "provider",
    days: [1, 2, 3, 4, 5],
    open: "09:00",
    close: "18:00",
  },
  { kind: "cutoff", id: "cutoff", cite: "cutoff", time: "17:00" },
  { kind: "rollover", id: "rollover", cite: "rollover" },
  deadline("service", { subject: "service", amount: 5 }),
  deadline("registered", { subject: "service", fromRegistration: true, toEvent: "result-issued" }),
  deadline("minutes", { amount: 30, unit: "minute" }),
  deadline("hours-of-the-wall", { amount: 48, unit: "hour", clock: "wall" }),
  deadline("month", { amount: 1, unit: "month" }),
  deadline("days", { amount: 3, unit: "calendar-day" }),
  deadline("same-day", { unit: "same-day" }),
  deadline("again", { fromEvent: "documents-requested", toEvent: "documents-provided" }),
  deadline("before", { amount: 3, direction: "before", fromEvent: "step:decided", toEvent: "registered" }),
  deadline("forwarded", {
    subject: "complaint",
    fromEvent: "complaint-filed",
    toEvent: "complaint-forwarded",
  }),
  deadline("of-companies", {
    toEvent: "step:result-given-out",
    when: { fact: "applicant.personType", operator: "equal", value: "legal-person" },
  }),
  deadline("handed-out", { fromEvent: "step:decided", toEvent: "step:result-given-out" }),
];

const BOOK = {
  id: "service",
  version: "2025-01-01",
  zone: "Asia/Almaty",
  calendar: "kz",
  rules: RULES,
};

/** Beneath it lies no law by which a term could be extended. */
const ABROAD = { id: "abroad", rules: [] };

/** Every event, and a step. */
const MAPPING: WholeMapping = {
  columns: {
    case: "case",
    activity: "activity",
    time: "time",
    provider: "provider",
    due: "due",
    days: "days",
  },
  events: {
    in: "submitted",
    registered: "registered",
    asked: "documents-requested",
    brought: "documents-provided",
    decided: "step:decided",
    done: "result-issued",
    refused: "refused",
    stopped: "suspended",
    resumed: "resumed",
    given: "step:result-given-out",
    filed: "complaint-filed",
    answered: "complaint-answered",
    forwarded: "complaint-forwarded",
    "filed there": "complaint-filed:authorised-body",
    "complaint registered": "complaint-registered",
    elsewhere: "forwarded",
    posted: "sent",
    longer: "extended",
  },
  facts: { "applicant.personType": "who" },
  defaults: { service: "service" },
  zones: { "clinic-1": "Asia/Oral" },
};

/** A plan with everything in it that a plan can have. */
export const fullPlan = (): Plan =>
  planOf({
    ...booksInZones([BOOK, ABROAD], MAPPING, "map.json", new Calendars(), new Laws()),
    mapping: MAPPING,
    now: 0,
  });

/** A log that names everything, some of whose times are dates. */
export const FULL_LOG: LogShape = {
  service: true,
  channel: true,
  provider: true,
  reasons: true,
  doubt: true,
  outliers: true,
  own: true,
  packing: { base: 0, unit: 1000, factor: 1000 },
};

const FEW_DAYS = { first: day("2025-03-01"), last: day("2025-03-31") };

/** Every table of ours that a plan joins with. */
export const tablesOf = (plan: Plan): PlanTable[] => [
  ...plan.tables,
  ...calendarData(plan, FEW_DAYS),
  outlierTable([]),
];

/** The page of steps. */
export async function stepsPage(): Promise<string> {
  const plan = fullPlan();
  const told = new Set<ColumnName>();
  const parts = [
    HEAD,
    "## The log",
    tablePart(EVENT, told),
    "## What the plan joins with",
    ...tablesOf(plan).map((table) => tablePart(table, told)),
    "## The steps, in their order",
    ...stepsOf(plan, FULL_LOG).map((step) => stepPart(step, told)),
  ];
  return format(parts.join("\n\n"), { parser: "markdown", printWidth: 120, proseWrap: "preserve" });
}

const HEAD = `# The steps of an audit

An audit is a row of questions in plain SQL (\`src/audit/plan/\`): each makes a table or a view out of the log, of tables
of ours, and of steps before it; the last ones are asked for what was found. This page is made from the steps themselves
with \`npm run docs:steps\`; the same sentences stand in the script that \`tarmaq audit --emit-sql\` writes. Instants and
lengths of time are in ms, days are counted from 1970-01-01.

A step that nothing in a rulebook or log calls for looks at less than is told here, and a log whose times need it keeps
more. \`event_2_packed\` and its like stand for the first event of a case that has one of these numbers: 2 is submitted,
3 registered, 4 result-issued, 5 refused, and so on in the order of \`src/audit/plan/plan.ts\`.`;

function tablePart(table: PlanTable, told: Set<ColumnName>): string {
  const columns = table.columns.map(([column]) => column as ColumnName);
  return [`### \`${table.name}\``, table.says, sentences(columns, told)].join("\n\n");
}

function stepPart({ name, says, reads, gives, as, drops }: Step, told: Set<ColumnName>): string {
  const from = Object.entries(reads).map(([table, columns]) => `\`${table}\` (${quoted(columns)})`);
  const passed = gives.filter((column) => told.has(column));
  const made = gives.filter((column) => !told.has(column));
  return [
    `### \`${name}\``,
    `${says} ${as === "view" ? "A view." : "A table."}${drops === undefined ? "" : ` \`${drops}\` is dropped after it.`}`,
    `Reads ${from.join(", ")}.`,
    ...(passed.length === 0 ? [] : [`Gives ${quoted(passed)}${made.length === 0 ? "." : ", and:"}`]),
    ...(made.length === 0 ? [] : [sentences(made, told)]),
  ].join("\n\n");
}

const quoted = (columns: readonly ColumnName[]): string => columns.map((each) => `\`${each}\``).join(", ");

/** Columns with their sentences. */
function sentences(columns: readonly ColumnName[], told: Set<ColumnName>): string {
  for (const column of columns) told.add(column);
  return columns.map((column) => `- \`${column}\`: ${meaningOf(column)}`).join("\n");
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, await stepsPage());
