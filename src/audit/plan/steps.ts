import { conditionSteps } from "./condition-steps.ts";
import { desksOf } from "./calendar-data.ts";
import { caseSteps, sidesOfCases, type EventNumbers } from "./case-steps.ts";
import { checkSteps } from "./check-steps.ts";
import type { Has } from "./counting.ts";
import { findingSteps } from "./finding-steps.ts";
import { hardSteps } from "./hard-steps.ts";
import { keptStep } from "./kept-step.ts";
import { lookSteps } from "./look-steps.ts";
import type { LogShape } from "./log-shape.ts";
import { doubtingOutliers } from "./outlier-steps.ts";
import { ownSteps } from "./own-steps.ts";
import { plainSteps } from "./plain-steps.ts";
import type { Plan } from "./plan.ts";
import { spanStep } from "./span-steps.ts";
import type { Step } from "./step.ts";
import { suspensionSteps } from "./suspension-steps.ts";
import { verdictSteps } from "./verdict-steps.ts";

/** The number of no event at all. */
const NO_EVENT = -1;
/** Events in which somebody of the provider acts; beside them every step. */
const WORK = ["registered", "result-issued", "refused", "documents-requested", "complaint-answered"];

/** The steps over `event` and the tables, in order; one makes `finding`. Plain SQL that any engine runs. */
export function stepsOf(plan: Plan, log: LogShape): Step[] {
  const { terms, events, mapping, providerZones } = plan;
  const numbers: EventNumbers = Object.fromEntries(events);
  const work = desksOf(plan).length === 0 ? [] : workOf(events);
  const suspends = Object.values(mapping.events).includes("suspended");
  const number = (event: string): number => (suspends ? (numbers[event] ?? NO_EVENT) : NO_EVENT);
  const has: Has = (cls) => terms.classes.has(cls);
  const own = ownOf(plan, log);
  const ownDays = own.length > 0 && mapping.columns.days !== undefined;
  const told = conditionSteps(terms.conditions.facts);
  const conditions = !terms.conditions.some ? "none" : told.length === 0 ? "untold" : "told";
  const beside = { ownDays, conditions } as const;
  const [hard, plain] = [hardSteps(has, log.doubt, beside), plainSteps(has, beside)];
  const span = spanStep(terms.pairs, sidesOfCases(terms.pairs, numbers), log);
  return [
    ...caseSteps(terms.pairs, numbers, log, providerZones.size > 0),
    keptStep(numbers, work.length === 0 ? [NO_EVENT] : work, log.outliers),
    ...suspensionSteps(number("suspended"), number("resumed"), log),
    ...(log.outliers ? doubtingOutliers(span) : [span]),
    ...own,
    ...(conditions === "told" ? told : []),
    ...hard,
    ...plain,
    ...verdictSteps(lastOf(plain), lastOf(hard), own.at(-1)),
    ...checkSteps(numbers, log, own.length === 0 ? undefined : { days: ownDays }, extensionsOf(plan)),
    ...lookSteps(numbers["submitted"] ?? NO_EVENT, log),
    ...findingSteps,
  ];
}

/** Numbers of the events by which some book may be extended without a clause that allows it. */
const extensionsOf = ({ tables }: Plan): number[] => [
  ...new Set(
    (tables.find(({ name }) => name === "extension_basis")?.rows ?? []).map(([, event]) => Number(event)),
  ),
];

/** The steps of deadlines that the log itself carries; none where it carries none. */
function ownOf({ terms }: Plan, log: LogShape): Step[] {
  const pairs = [...new Set(terms.ownPairs)];
  if (!log.own || pairs.length === 0) return [];
  return ownSteps(
    pairs,
    pairs.filter((pair) => terms.pairs[pair]?.every === true),
  );
}

const workOf = (events: ReadonlyMap<string, number>): number[] =>
  [...events].flatMap(([event, number]) =>
    WORK.includes(event) || event.startsWith("step:") ? [number] : [],
  );

function lastOf(steps: readonly Step[]): Step {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError("a part of the plan without a step");
  return last;
}
