import { sql } from "../../engine/sql.ts";
import type { LogShape } from "./log-shape.ts";
import { sideColumns, sideOf } from "./sides.ts";
import { as, of, viewStep, type Step } from "./step.ts";

/** How many cases there are that rules beside deadlines can be held against: what finds nothing has to say how much it looked at. */
export function lookSteps(submitted: number, log: LogShape): Step[] {
  const side = { side: [submitted], repeats: false };
  return [
    viewStep("case_look", {
      says: "How many cases of each book and channel there are, and how many of them were submitted.",
      reads: { judged_case: ["book_no", "channel_no", ...sideColumns(side, log)] },
      gives: [
        ...of("j", "book_no", "channel_no"),
        as("case_count", sql`count(*)`),
        as("submitted_count", sql`count(case when ${sideOf("j", [submitted], log).isThere} then 1 end)`),
      ],
      from: sql`
        from judged_case j
        where j.book_no is not null
        group by j.book_no, j.channel_no
      `,
    }),
    viewStep("event_look", {
      says: "How many cases of each book hold each event that is looked at one by one.",
      reads: { kept_event: ["case_id", "event_no"], judged_case: ["case_no", "case_id", "book_no"] },
      gives: [
        ...of("j", "book_no"),
        ...of("e", "event_no"),
        as("case_count", sql`count(distinct j.case_no)`),
      ],
      from: sql`
        from kept_event e
        join judged_case j on j.case_id = e.case_id
        where j.book_no is not null
        group by j.book_no, e.event_no
      `,
    }),
  ];
}
