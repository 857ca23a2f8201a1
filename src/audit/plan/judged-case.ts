import { sql, type Sql } from "../../engine/sql.ts";
import type { ColumnName } from "./columns.ts";
import type { LogShape } from "./log-shape.ts";
import { instantOf, rowOf } from "./packing.ts";
import { sideColumns, type KeptSide } from "./sides.ts";
import { as, of, select, tableStep, type Step } from "./step.ts";

/** The latest instant of a case needs a column of its own where no packed number tells it. */
export const keepsLatest = ({ doubt, packing }: LogShape): boolean => doubt || packing === "wide";

/** The columns of a case that its first and last instants are told by. */
const boundsOf = (log: LogShape): ColumnName[] => [
  "first_packed",
  ...(log.packing === "wide" ? (["first_at"] as const) : []),
  keepsLatest(log) ? "last_at" : "last_packed",
];

/** Which book judges each case. `zones`: providers have clocks of their own. */
export function judgedCaseStep(sides: readonly KeptSide[], log: LogShape, zones: boolean): Step {
  const kept = [
    ...(log.outliers ? (["odd_intake"] as const) : []),
    ...sides.flatMap((side) => sideColumns(side, log)),
  ];
  const inZone = zones
    ? sql`b.provider_zone_no = case when c.book_tie = 0 then coalesce(p.provider_zone_no, 0) end and `
    : sql``;
  return tableStep("judged_case", {
    says: "Each case with the book that judges it: the version of its service that is in force at its first event.",
    reads: {
      log_case: [
        "case_id",
        "row_count",
        ...boundsOf(log),
        "suspension_count",
        "service_no_least",
        "channel_no_least",
        "provider_least",
        ...kept,
      ],
      log_default: ["service_no", "channel_no", "provider"],
      first_named: [
        "case_id",
        "service_no_least",
        "service_no_greatest",
        "channel_no_least",
        "channel_no_greatest",
        "provider_least",
        "provider_zone_no_least",
        "provider_zone_no_greatest",
      ],
      ...(zones ? { provider_zone: ["provider", "provider_zone_no"] } : {}),
      book: [
        "book_no",
        "service_no",
        ...(zones ? (["provider_zone_no"] as const) : []),
        "from_at",
        "until_at",
      ],
    },
    gives: [
      ...of("c", "case_no", "case_id", "first_at", "last_at", "row_count", "suspension_count", "provider"),
      ...of("c", "service_no", "channel_no", "book_tie", "channel_tie", ...kept),
      ...of("b", "book_no"),
    ],
    from: sql`
      from (
        ${caseNamed(kept, log)}
      ) c${zones ? sql`\nleft join provider_zone p on p.provider = c.provider` : sql``}
      left join book b on b.service_no = c.service_no and ${inZone}c.first_at >= b.from_at and c.first_at < b.until_at
    `,
    drops: "log_case",
  });
}

/** Each case with what it names, be it by all its rows, by the earliest of them, or by default. */
function caseNamed(kept: readonly ColumnName[], log: LogShape): Sql {
  const firstAt = instantOf(sql`c.first_packed`, sql`c.first_at`, log.packing);
  const lastAt = keepsLatest(log) ? sql`c.last_at` : instantOf(sql`c.last_packed`, sql``, log.packing);
  const given = [
    as("case_no", rowOf(sql`c.first_packed`, sql`c.first_at`, log.packing)),
    ...of("c", "case_id"),
    as("first_at", firstAt),
    as("last_at", lastAt),
    ...of("c", "row_count", "suspension_count"),
    as("provider", sql`coalesce(f.provider_least, c.provider_least, d.provider)`),
    as(
      "service_no",
      sql`case when f.service_tie = 1 then null else nullif(coalesce(f.service_no_least, c.service_no_least, d.service_no), -1) end`,
    ),
    as(
      "channel_no",
      sql`case when f.channel_tie = 1 then 0 else coalesce(f.channel_no_least, c.channel_no_least, d.channel_no, 0) end`,
    ),
    as("book_tie", sql`case when f.service_tie = 1 or f.zone_tie = 1 then 1 else 0 end`),
    as("channel_tie", sql`coalesce(f.channel_tie, 0)`),
    ...of("c", ...kept),
  ];
  return select(
    given,
    sql`
      from log_case c
      cross join log_default d
      left join (
        select n.case_id, n.provider_least, n.service_no_least, n.channel_no_least,
          case when n.provider_zone_no_least <> n.provider_zone_no_greatest then 1 else 0 end as zone_tie,
          case when n.service_no_least <> n.service_no_greatest then 1 else 0 end as service_tie,
          case when n.channel_no_least <> n.channel_no_greatest then 1 else 0 end as channel_tie
        from first_named n
      ) f on f.case_id = c.case_id
    `,
  );
}
