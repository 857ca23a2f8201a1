import { sql, word } from "../../engine/sql.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { as, of, viewStep, type Step } from "./step.ts";

/** The rows whose time can hardly be meant, as a table of the plan. */
export const outlierTable = (rows: readonly number[]): PlanTable =>
  planTable(
    "outlier_row",
    "Rows whose time can hardly be meant: far from all others, or what empty fields become.",
    ["row_no"],
    rows.map((row) => [row]),
  );

/** The step `span` where some times can hardly be meant: what hangs on one of them cannot be told. */
export function doubtingOutliers(span: Step): Step[] {
  const timed: Step = { ...span, name: "timed_span" };
  const others = span.gives.filter(
    (column) => column !== "disorder" && column !== "is_hard" && column !== "maybe_at",
  );
  const isOdd = sql`s.row_no is not null or d.row_no is not null`;
  return [
    timed,
    viewStep(span.name, {
      says: "The same, where what hangs on a time that can hardly be meant cannot be told.",
      reads: {
        [timed.name]: timed.gives,
        outlier_row: ["row_no"],
        odd_pause: ["case_no"],
      },
      gives: [
        ...of("p", ...others),
        as(
          "disorder",
          sql`coalesce(p.disorder, case when ${isOdd} then 'outlier-time' when q.case_no is not null then 'outlier-pause' end)`,
        ),
        as("maybe_at", sql`case when m.row_no is not null then p.start_earliest else p.maybe_at end`),
        as("is_hard", sql`case when ${isOdd} or q.case_no is not null then 1 else p.is_hard end`),
      ],
      from: sql`
        from ${word(timed.name)} p
        left join outlier_row s on s.row_no = p.start_row
        left join outlier_row d on d.row_no = p.done_row
        left join outlier_row m on m.row_no = p.maybe_row
        left join odd_pause q on q.case_no = p.case_no
      `,
    }),
  ];
}
