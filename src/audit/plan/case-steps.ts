import { joined, numbers, sql, type, word, type Sql } from "../../engine/sql.ts";
import { numberedEvents, readsOfNumbered, type LogShape } from "./log-shape.ts";
import {
  isBefore,
  packedEvent,
  sideAggregates,
  sideColumns,
  sidesOf,
  type KeptSide,
  type Side,
} from "./sides.ts";
import { judgedCaseStep, keepsLatest } from "./judged-case.ts";
import { isOutOfOrder } from "./span.ts";
import { as, of, tableStep, type Given, type Step } from "./step.ts";
import type { Pair } from "./pairs.ts";

/** Numbers of the events that checks look for by themselves. */
export interface EventNumbers {
  readonly [event: string]: number;
}

/**
 * One row a case, with the first of each event that counts and the book that judges it. Most cases are told by their
 * first events alone; of the others (`unclear_case`) the events are looked at once more. `zones`: providers have clocks
 * of their own.
 */
export function caseSteps(
  pairs: readonly Pair[],
  events: EventNumbers,
  log: LogShape,
  zones: boolean,
): Step[] {
  const sides = sidesOfCases(pairs, events);
  const number = (event: string): number => events[event] ?? 0;
  const suspension: Side = [number("suspended"), number("resumed")];
  const [submitted, registered] = [number("submitted"), number("registered")];
  return [
    logCaseStep(sides, suspension, [submitted, registered], log),
    unclearCaseStep(pairs, sides, [submitted, registered], log),
    unclearEventStep(log),
    firstNamedStep(events, log, zones),
    judgedCaseStep(sides, log, zones),
  ];
}

/** The sides that a case keeps: those of all pairs, and what the checks of intake look at. */
export const sidesOfCases = (pairs: readonly Pair[], events: EventNumbers): readonly KeptSide[] =>
  sidesOf(pairs, [[events["submitted"] ?? 0], [events["registered"] ?? 0]]);

/** What a row may name: its column, the least and the greatest of it in a case, and what the log's shape calls it. */
const NAMED = [
  {
    column: "service_no",
    least: "service_no_least",
    greatest: "service_no_greatest",
    told: "service",
    holds: "smallint",
  },
  {
    column: "channel_no",
    least: "channel_no_least",
    greatest: "channel_no_greatest",
    told: "channel",
    holds: "smallint",
  },
  {
    column: "provider",
    least: "provider_least",
    greatest: "provider_greatest",
    told: "provider",
    holds: "text",
  },
] as const;

/** A complaint of another round comes by a way of its own, and names none for the round's. */
const ownOf = (column: (typeof NAMED)[number]["column"]): Sql =>
  column === "channel_no" ? sql`case when e.has_moved = 0 then e.channel_no end` : sql`e.${word(column)}`;

function logCaseStep(sides: readonly KeptSide[], suspension: Side, intake: Side, log: LogShape): Step {
  const named = NAMED.flatMap(({ column, least, greatest, told, holds }): Given[] => {
    const made = (aggregate: Sql): Sql =>
      log[told] ? sql`${aggregate}(${ownOf(column)})` : sql`cast(null as ${type(holds)})`;
    return [as(least, made(sql`min`)), as(greatest, made(sql`max`))];
  });
  return tableStep("log_case", {
    says: "Each case of the log, with the first of every event that a term begins or ends with.",
    reads: { ...readsOfNumbered(log), ...(log.outliers ? { outlier_row: ["row_no"] as const } : {}) },
    gives: [
      ...of("e", "case_id"),
      as("row_count", sql`count(*)`),
      as("first_packed", ofMeant("min", sql`packed`, log)),
      ...(log.packing === "wide" ? [as("first_at", ofMeant("min", sql`earliest_at`, log))] : []),
      keepsLatest(log)
        ? as("last_at", ofMeant("max", sql`latest_at`, log))
        : as("last_packed", ofMeant("max", sql`packed`, log)),
      as("suspension_count", sql`count(case when event_no in (${numbers(suspension)}) then 1 end)`),
      ...named,
      ...(log.outliers
        ? [
            as(
              "odd_intake",
              sql`max(case when is_meant = 0 and event_no in (${numbers(intake)}) then 1 else 0 end)`,
            ),
          ]
        : []),
      ...sides.flatMap((kept) => sideAggregates(kept, log)),
    ],
    from: sql`
      from (
        select e.*, ${packedEvent("e", log)} as packed${log.outliers ? sql`, case when o.row_no is null then 1 else 0 end as is_meant` : sql``}
        from (
          ${numberedEvents(log)}
        ) e${log.outliers ? sql`\nleft join outlier_row o on o.row_no = e.row_no` : sql``}
      ) e
      group by e.case_id
    `,
  });
}

/** The first or the last of a case is that of the times that somebody can have meant, where there are any. */
const ofMeant = (which: "min" | "max", column: Sql, { outliers }: LogShape): Sql =>
  outliers
    ? sql`coalesce(${word(which)}(case when is_meant = 1 then ${column} end), ${word(which)}(${column}))`
    : sql`${word(which)}(${column})`;

function unclearCaseStep(
  pairs: readonly Pair[],
  sides: readonly KeptSide[],
  [submitted, registered]: readonly [number, number],
  log: LogShape,
): Step {
  const named = NAMED.filter(({ told }) => log[told]);
  const differ = named.map(({ least, greatest }) => sql`c.${word(least)} <> c.${word(greatest)}`);
  const disordered = [
    ...pairs.map((pair) => isOutOfOrder("c", pair, log)),
    isBefore("c", [registered], [submitted], log, true),
  ];
  return tableStep("unclear_case", {
    says: "Cases that name two services, channels or providers, or whose events of a pair do not simply follow one another.",
    reads: {
      log_case: [
        "case_id",
        ...named.flatMap(({ least, greatest }) => [least, greatest]),
        ...sides.flatMap((kept) => sideColumns(kept, log)),
      ],
    },
    gives: of("c", "case_id"),
    from: sql`
      from log_case c
      where ${joined([sql`1 = 0`, ...differ, ...disordered], sql`\n  or `)}
    `,
  });
}

const unclearEventStep = (log: LogShape): Step =>
  tableStep("unclear_event", {
    says: "The events of unclear cases.",
    reads: { ...readsOfNumbered(log), unclear_case: ["case_id"] },
    gives: of(
      "e",
      "case_id",
      "row_no",
      "event_no",
      "earliest_at",
      "latest_at",
      "service_no",
      "channel_no",
      "provider",
      "has_moved",
    ),
    from: sql`
      from (
        ${numberedEvents(log)}
      ) e
      join unclear_case c on c.case_id = e.case_id
    `,
  });

/**
 * Of providers two at one instant are a tie only where they have two clocks. An answer that is known by its date alone does
 * not come before the request of that day.
 */
function firstNamedStep(events: EventNumbers, { doubt }: LogShape, zones: boolean): Step {
  const answers = [events["result-issued"] ?? 0, events["refused"] ?? 0];
  const at = doubt
    ? sql`case when e.event_no in (${numbers(answers)}) then e.latest_at else e.earliest_at end`
    : sql`e.earliest_at`;
  const first = (what: "service_no" | "channel_no" | "provider"): Sql =>
    sql`case when f.${word(`${what}_at`)} in (${at}, e.earliest_at) then ${ownOf(what)} end`;
  const zone = zones
    ? sql`case when f.provider_at in (${at}, e.earliest_at) and e.provider is not null then coalesce(p.provider_zone_no, 0) end`
    : sql`0`;
  const firstAt = (what: "service_no" | "channel_no" | "provider"): Sql =>
    sql`min(case when ${ownOf(what)} is not null then ${at} end) as ${word(`${what}_at`)}`;
  return tableStep("first_named", {
    says: "What the earliest rows of each unclear case name: where they name two, it counts, and two at one instant are a tie.",
    reads: {
      unclear_event: [
        "case_id",
        "earliest_at",
        ...(doubt ? (["event_no", "latest_at"] as const) : []),
        "service_no",
        "channel_no",
        "provider",
        "has_moved",
      ],
      ...(zones ? { provider_zone: ["provider", "provider_zone_no"] } : {}),
    },
    gives: [
      ...of("e", "case_id"),
      as("service_no_least", sql`min(${first("service_no")})`),
      as("service_no_greatest", sql`max(${first("service_no")})`),
      as("channel_no_least", sql`min(${first("channel_no")})`),
      as("channel_no_greatest", sql`max(${first("channel_no")})`),
      as("provider_least", sql`min(${first("provider")})`),
      as("provider_zone_no_least", sql`min(${zone})`),
      as("provider_zone_no_greatest", sql`max(${zone})`),
    ],
    from: sql`
      from unclear_event e${zones ? sql`\nleft join provider_zone p on p.provider = e.provider` : sql``}
      join (
        select e.case_id,
          ${firstAt("service_no")},
          ${firstAt("channel_no")},
          ${firstAt("provider")}
        from unclear_event e
        group by e.case_id
      ) f on f.case_id = e.case_id
      group by e.case_id
    `,
  });
}
