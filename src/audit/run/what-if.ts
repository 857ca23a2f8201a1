import { UNITS, type Unit } from "../../model/duration.ts";
import type { AuditOutcome, WhatIf } from "../../model/audit.ts";
import { roundOf } from "../../model/round.ts";
import { changedBook, type Change } from "../plan/changed-book.ts";
import { sql, value } from "../../engine/sql.ts";
import { calendarData } from "../plan/calendar-data.ts";
import { planOf, type Plan } from "../plan/plan.ts";
import { stepsOf } from "../plan/steps.ts";
import { forget, judge, keptFile } from "./judge.ts";
import type { JudgedLog } from "./judge-log.ts";

/** The fields that a change may name, with what they may be. */
export const CHANGEABLE =
  "countsStartDay=true|false, movesToWorkingDay=true|false, clock=wall|open, amount=<whole number>, unit=<unit>";

/** A change as it is written, `countsStartDay=true`; undefined where it is none. */
export function changeOf(text: string): Change | undefined {
  const [field, value] = text.split("=", 2);
  if (value === undefined) return undefined;
  switch (field) {
    case "countsStartDay":
    case "movesToWorkingDay":
      return value === "true" || value === "false" ? { [field]: value === "true" } : undefined;
    case "clock":
      return value === "wall" || value === "open" ? { clock: value } : undefined;
    case "amount":
      return /^[1-9]\d{0,5}$/.test(value) ? { amount: Number(value) } : undefined;
    case "unit":
      return UNITS.includes(value as Unit) ? { unit: value as Unit } : undefined;
    default:
      return undefined;
  }
}

const MOST_CASES = 1000;

const JOINED = sql`
  from finding a
  join before_change b on b.case_no = a.case_no and b.rule_no = a.rule_no and b.occurrence = a.occurrence
  where a.is_term = 1
`;

/** Every deadline whose outcome the change made another, a part at a time, by case. Asked after `whatIf`. */
export async function* flipsOf({ database, plan }: JudgedLog): AsyncGenerator<WhatIf["cases"]> {
  for await (const part of database.stream<Flip>(sql`${FLIPS} order by all`)) yield part.map(flip(plan));
}

interface Flip {
  readonly case_id: string;
  readonly rule_no: number;
  readonly from: AuditOutcome;
  readonly to: AuditOutcome;
}

const FLIPS = sql`select a.case_id, a.rule_no, b.outcome as "from", a.outcome as "to" ${JOINED} and a.outcome <> b.outcome`;

function firstOrLater(key: string): Pick<WhatIf["cases"][number], "case" | "round"> {
  const { case: number, round } = roundOf(key);
  return round === 1 ? { case: number } : { case: number, round };
}

const flip =
  ({ terms }: Plan) =>
  ({ case_id, rule_no, from, to }: Flip): WhatIf["cases"][number] => ({
    ...firstOrLater(case_id),
    rule: terms.rules[rule_no]?.rule.id ?? "",
    from,
    to,
  });

/** Judges the log of an audit once more, with deadlines changed. The audit's own findings are gone from its database then. */
export async function whatIf(audit: JudgedLog, changes: readonly Change[]): Promise<WhatIf> {
  const { database } = audit;
  const change: Change = Object.assign({}, ...changes) as Change;
  const books = audit.plan.books.map((atWork) => changedBook(atWork, change));
  const plan = planOf({ ...audit.order, books });
  await setAside(audit);
  for (const table of [...plan.tables, ...calendarData(plan, audit.range)]) await database.fill(table);
  await judge(audit, stepsOf(plan, audit.shape), true);
  const [count] = await database.rows<{ n: number }>(sql`select count(*) as n ${JOINED}`);
  const flips = await database.rows<WhatIf["flips"][number]>(
    sql`select b.outcome as "from", a.outcome as "to", count(*) as findings ${JOINED} and a.outcome <> b.outcome group by all order by all`,
  );
  const cases = await database.rows<Flip>(sql`${FLIPS} order by all limit ${MOST_CASES}`);
  return { deadlines: count?.n ?? 0, flips, cases: cases.map(flip(plan)) };
}

/** Keeps what was found of deadlines as `before_change`, and makes room for what will be. */
async function setAside({ database, parts, steps, tables }: JudgedLog): Promise<void> {
  const inOnePart = parts.count === 1;
  const told = inOnePart ? sql`finding` : sql`read_parquet(${value(keptFile(parts, false, "finding", "*"))})`;
  await database.make({
    name: "before_change",
    ...(inOnePart ? {} : { as: "view" }),
    sql: sql`select case_no, rule_no, occurrence, outcome from ${told} where is_term = 1`,
  });
  await forget(database, steps);
  await database.drop(tables);
}
