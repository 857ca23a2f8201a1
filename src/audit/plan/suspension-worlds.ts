import { joined, sql, word, type Sql } from "../../engine/sql.ts";
import { DATE_DOUBT } from "./measures.ts";
import { as, of, tableStep, type Step } from "./step.ts";

/** So many events of a case are tried at every instant that can matter, if so many instants in all can; beyond, nobody can tell. */
const MOST_FLOATING = 6;
const MOST_INSTANTS = 16;

/** Of a date the first instants and the last: what was suspended and resumed on one day stood still for some of it. */
const [FIRST, LAST] = [sql`f.earliest_at + f.is_end`, sql`f.latest_at - 1 + f.is_end`];
const byDate = (alias: string): Sql =>
  sql`${word(alias)}.latest_at - ${word(alias)}.earliest_at > ${DATE_DOUBT}`;

/** Steps for logs some of whose times are known only within bounds: where the suspensions and resumptions of a case can lie. */
export const worldSteps = (): Step[] => [FLOATING, INSTANT_OF_FLOATING, PLACED_FLOATING];

const FLOATING = tableStep("floating_suspension", {
  says: "Suspensions and resumptions whose bounds reach over those of another of the case: either may have been the first.",
  reads: { suspension_event: ["case_no", "earliest_at", "latest_at", "row_no", "is_end"] },
  gives: [
    ...of("f", "case_no", "row_no", "is_end", "earliest_at", "latest_at"),
    as(
      "floating_no",
      sql`cast(row_number() over (partition by f.case_no order by f.earliest_at, f.row_no) as bigint)`,
    ),
  ],
  from: sql`
    from suspension_event f
    where f.latest_at > f.earliest_at and exists (
      select 1 from suspension_event o
      where o.case_no = f.case_no and o.row_no <> f.row_no and o.earliest_at <= f.latest_at and f.earliest_at <= o.latest_at
    )
  `,
});

/** The bounds themselves, and of a date what lies just before and just after each other event that day whose time is known. */
const INSTANT_OF_FLOATING = tableStep("floating_instant", {
  says: "The instants that matter of each such event: its bounds, and of a date those beside the other events of that day.",
  reads: {
    floating_suspension: ["case_no", "floating_no", "is_end", "earliest_at", "latest_at"],
    suspension_event: ["case_no", "earliest_at", "latest_at"],
  },
  gives: of("i", "case_no", "floating_no", "place_at"),
  from: sql`
    from (
      select f.case_no, f.floating_no, case when ${byDate("f")} then ${FIRST} else f.earliest_at end as place_at from floating_suspension f
      union all
      select f.case_no, f.floating_no, case when ${byDate("f")} then ${LAST} else f.latest_at end from floating_suspension f
      union all
      select f.case_no, f.floating_no, o.earliest_at + b.beside
      from floating_suspension f
      join suspension_event o on o.case_no = f.case_no and o.latest_at = o.earliest_at and f.earliest_at < o.earliest_at and o.earliest_at < f.latest_at
      cross join (select -1 as beside union all select 1) b
      where ${byDate("f")}
    ) i
    group by i.case_no, i.floating_no, i.place_at
  `,
});

const NUMBERS = Array.from({ length: MOST_FLOATING }, (_, index) => index + 1);
const instant = (number: number): Sql => word(`i${number}`);

const PLACED_FLOATING = tableStep("placed_floating", {
  says: "Every way in which the instants of a case's events can be put together, where they are not too many.",
  reads: {
    floating_suspension: ["case_no", "floating_no", "row_no"],
    floating_instant: ["case_no", "floating_no", "place_at"],
  },
  gives: [
    ...of("w", "case_no", "way_no"),
    ...of("f", "row_no"),
    as(
      "place_at",
      sql`case f.floating_no ${joined(
        NUMBERS.map((number) => sql`when ${number} then w.${word(`at_${number}`)}`),
        sql` `,
      )} end`,
    ),
  ],
  from: sql`
    from (
      select c.case_no, cast(row_number() over (partition by c.case_no order by ${joined(
        NUMBERS.map((number) => sql`${instant(number)}.place_at`),
        sql`, `,
      )}) as bigint) as way_no,
        ${joined(
          NUMBERS.map((number) => sql`${instant(number)}.place_at as ${word(`at_${number}`)}`),
          sql`, `,
        )}
      from (
        select i.case_no from floating_instant i
        group by i.case_no
        having count(*) <= ${MOST_INSTANTS} and max(i.floating_no) <= ${MOST_FLOATING}
      ) c
      ${joined(
        NUMBERS.map(
          (number) =>
            sql`left join floating_instant ${instant(number)} on ${instant(number)}.case_no = c.case_no and ${instant(number)}.floating_no = ${number}`,
        ),
        sql`\n`,
      )}
    ) w
    join floating_suspension f on f.case_no = w.case_no
  `,
});
