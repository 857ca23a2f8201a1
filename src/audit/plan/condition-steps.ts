import { sql, type Sql } from "../../engine/sql.ts";
import { floorDiv } from "./measures.ts";
import type { JudgingFact } from "./judging-facts.ts";
import { as, of, tableStep, union, type Step } from "./step.ts";

/** What a case tells of each fact that a condition looks at: rows that tell nothing of it leave it to the others. */
const factTold = (facts: readonly JudgingFact[]): Step =>
  tableStep("fact_told", {
    says: "What the rows of each case tell of the facts by which terms are told apart: the first and the last place of each.",
    reads: { event: ["case_id", "facts_no"], judged_case: ["case_no", "case_id"] },
    gives: [
      ...of("j", "case_no"),
      ...of("f", "fact_no"),
      as("fact_least", sql`min(f.fact_place)`),
      as("fact_greatest", sql`max(f.fact_place)`),
    ],
    from: sql`
      from (
        ${union(facts.map(placesOf))}
      ) f
      join judged_case j on j.case_id = f.case_id
      where f.fact_place > 0
      group by j.case_no, f.fact_no
    `,
  });

const placesOf = ({ factor, size }: JudgingFact, number: number): Sql => sql`
  select e.case_id, ${number} as fact_no, ${floorDiv(sql`e.facts_no`, factor)} % ${size} as fact_place
  from event e where e.facts_no > 0
`;

/** Rows of one case that tell two things of a fact tell nothing of it: nobody knows which of them is right. */
const CASE_CONDITION = tableStep("case_condition", {
  says: "Whether the conditions of terms hold of each case, as far as its rows tell the facts.",
  reads: {
    fact_told: ["case_no", "fact_no", "fact_least", "fact_greatest"],
    condition_fact: ["condition_no", "fact_no", "factor"],
    condition_holds: ["condition_no", "seen_no", "holds"],
  },
  gives: [...of("q", "case_no", "condition_no"), ...of("h", "holds"), ...of("q", "facts_differ")],
  from: sql`
    from (
      select t.case_no, c.condition_no,
        cast(sum(case when t.fact_least = t.fact_greatest then t.fact_least * c.factor else 0 end) as bigint) as seen_no,
        max(case when t.fact_least < t.fact_greatest then 1 else 0 end) as facts_differ
      from fact_told t
      join condition_fact c on c.fact_no = t.fact_no
      group by t.case_no, c.condition_no
    ) q
    join condition_holds h on h.condition_no = q.condition_no and h.seen_no = q.seen_no
  `,
});

/** The steps that tell whose term is whose; none where the log tells none of the facts. */
export const conditionSteps = (facts: readonly JudgingFact[]): Step[] =>
  facts.length === 0 ? [] : [factTold(facts), CASE_CONDITION];
