import { COUNTRIES } from "../../../files/countries.ts";
import { SCHEMAS } from "../../../files/schemas.ts";
import type { Library } from "../../../library/library.ts";
import { LONGEST_TERMS } from "../../../library/due-request.ts";
import { standingDays } from "../../../model/in-force.ts";
import { daysAfter } from "../../../model/iso-day.ts";
import { UNITS } from "../../../model/duration.ts";
import type { Instead } from "./components.ts";
import { daysPattern, TIME_PATTERN, type Days } from "./days-pattern.ts";
import type { Json } from "./operation.ts";

/**
 * The schemas of what is handed in, as a server with these rulebooks takes it: the services and calendars there are, the
 * days on which they judge, and notations spelled out that `schemas/` leave to their readers.
 */
export const schemasAtHand = (library: Library): Instead => ({
  request: requestSchema(library),
  "due-line": dueSchema(),
  rule: withPlainLists(SCHEMAS.rule),
});

/** Lists of values that say nothing of what is in them: generators of types stumble over a list of lists of itself. */
function withPlainLists(rule: typeof SCHEMAS.rule): Json {
  const anyOf = rule.$defs.factValue.anyOf.map((one) => ("items" in one ? { ...one, items: {} } : one));
  return { ...rule, $defs: { ...rule.$defs, factValue: { anyOf } } };
}

function requestSchema({ names }: Library): Json {
  const byDays = new Map<string, string[]>();
  for (const [name, versions] of names) {
    const pattern = daysPattern(versions.map(({ book }) => surelyWithin(book.inForce)));
    if (pattern !== undefined) byDays.set(pattern, [...(byDays.get(pattern) ?? []), name]);
  }
  const { properties } = SCHEMAS.request;
  const groups = [...byDays].map(([pattern, services]) => ({
    type: "object",
    properties: {
      service: { enum: services },
      submitted: { type: "string", pattern: `^${pattern}T${TIME_PATTERN}$` },
    },
  }));
  return {
    ...SCHEMAS.request,
    properties: {
      ...properties,
      service: { ...properties.service, enum: [...byDays.values()].flat() },
      submitted: {
        description: `${properties.submitted.description} Each service has the days of the versions at hand.`,
        type: "string",
      },
    },
    anyOf: groups.length === 0 ? [{}] : groups,
  };
}

/** The days on which a version judges wherever the clock stands with which they are told: one less at either end. */
function surelyWithin(inForce: Parameters<typeof standingDays>[0]): Days {
  const { first, over } = standingDays(inForce);
  return {
    from: first === undefined || first === "" ? undefined : daysAfter(first, 1),
    to: over === undefined ? undefined : daysAfter(over, -2),
  };
}

const CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
const DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)";
const DAYS = `${DAY}(?:-${DAY})?(?:,${DAY}(?:-${DAY})?)*`;

/** Weekdays of which one is left: up to six one by one, or a stretch of fewer than seven. */
const NAMES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const SOME_DAYS = [
  `${DAY}(?:,${DAY}){0,5}`,
  ...NAMES.map((first, at) => {
    const others = NAMES.filter((_, other) => other !== (at + 6) % 7);
    return `${first}-(?:${others.join("|")})`;
  }),
].join("|");

const hour = (at: number): string => String(at).padStart(2, "0");
const HOURS = Array.from({ length: 24 }, (_, at) => at);

/** From a time of day to one in a later hour. */
const INTERVAL = `(?:${HOURS.map((at) => {
  const later = HOURS.slice(at + 1).map((other) => `${hour(other)}:[0-5][0-9]`);
  return `${hour(at)}:[0-5][0-9]-(?:${[...later, "24:00"].join("|")})`;
}).join("|")})`;
const INTERVALS = `${INTERVAL}(?:,${INTERVAL})*`;

function dueSchema(): Json {
  const { properties } = SCHEMAS.dueLine;
  const countries = COUNTRIES.map(({ country }) => country);
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return {
    ...SCHEMAS.dueLine,
    properties: {
      ...properties,
      start: {
        ...properties.start,
        pattern: `^${daysPattern([{ from: "1970-01-01", to: undefined }])}T${TIME_PATTERN}$`,
      },
      zone: { description: properties.zone.description, enum: [...zones, null] },
      hours: { ...properties.hours, pattern: `^(?:24/7|${DAYS} ${INTERVALS}(?:; ${DAYS} ${INTERVALS})*)$` },
      rest: { ...properties.rest, pattern: `^(?:${SOME_DAYS})$` },
      cutoff: { ...properties.cutoff, pattern: `^(?:${CLOCK}|${DAYS} ${CLOCK}(?:; ${DAYS} ${CLOCK})*)$` },
      calendar: { description: properties.calendar.description, enum: [...countries, null] },
      law: { description: properties.law.description, enum: [...countries, null] },
    },
    allOf: [{ anyOf: amounts() }, { anyOf: calendars(countries) }],
  };
}

const FRACTIONS = new Set(["second", "minute", "hour"]);

/** How much of each unit is counted. */
function amounts(): Json[] {
  const byLimit = new Map<string, string[]>();
  for (const unit of UNITS) {
    const limit = JSON.stringify({
      type: FRACTIONS.has(unit) ? "number" : "integer",
      maximum: LONGEST_TERMS[unit] ?? SCHEMAS.dueLine.properties.amount.maximum,
    });
    byLimit.set(limit, [...(byLimit.get(limit) ?? []), unit]);
  }
  return [...byLimit].map(([limit, units]) => ({
    type: "object",
    properties: { unit: { enum: units }, amount: JSON.parse(limit) as Json },
  }));
}

/** Days off are told by a calendar; without one, nothing may ask for them. */
const calendars = (countries: readonly string[]): Json[] => [
  { type: "object", required: ["calendar"], properties: { calendar: { enum: countries } } },
  {
    type: "object",
    properties: {
      calendar: { const: null },
      law: { const: null },
      unit: { enum: UNITS.filter((unit) => unit !== "working-day") },
      rollover: { enum: [false, null] },
      cutoff: { const: null },
      clock: { enum: ["wall", null] },
    },
    // Hours of opening are counted over the days on which anybody is there.
    anyOf: [
      { properties: { hours: { const: null } } },
      { properties: { unit: { enum: UNITS.filter((unit) => !FRACTIONS.has(unit)) } } },
    ],
  },
];
