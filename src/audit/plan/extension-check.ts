import { numbers, sql } from "../../engine/sql.ts";
import type { WholeMapping } from "../../log/mapping.ts";
import { deadlinesOf, EXTENSIONS, type BookAtWork } from "./book.ts";
import { found, NO_NUMBER } from "./found.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import { prolongingEvent } from "./prolonged.ts";
import { tableStep, type Step } from "./step.ts";

/**
 * How often something allows a term to be extended, by book and event of the log; where the law beneath or the mapping's
 * clause does, nobody says how often, and there is no row.
 */
export function extensionBasis(
  books: readonly BookAtWork[],
  mapping: WholeMapping,
  events: ReadonlyMap<string, number>,
): PlanTable {
  const mapped = new Set(Object.values(mapping.events));
  const rows = books.flatMap(({ book }, number) => {
    const deadlines = deadlinesOf(book);
    const rules = deadlines.filter(({ prolongs }) => prolongs !== undefined);
    const all = [...new Set([...EXTENSIONS, ...rules.map(prolongingEvent)])].filter((event) =>
      mapped.has(event),
    );
    const isInLaw = (event: string): boolean =>
      mapping.extensionBasis !== undefined ||
      deadlines.some(({ ofLaw, fromEvent }) => ofLaw !== undefined && fromEvent === event);
    return all
      .filter((event) => EXTENSIONS.includes(event) && !isInLaw(event))
      .map((event) => [
        number,
        events.get(event) ?? 0,
        rules.filter((rule) => prolongingEvent(rule) === event).length,
      ]);
  });
  return planTable(
    "extension_basis",
    "How often the regulation allows its terms to be extended, by the event of the log that does so.",
    ["book_no", "event_no", "allowed_count"],
    rows,
  );
}

/** Extensions that no clause allows, and those after the last that one does. */
export const extensionStep = (extensions: readonly number[]): Step =>
  tableStep("extension_finding", {
    says: "Extensions that no clause of the regulation, of the law beneath or of the mapping allows, or more of them than one does.",
    reads: {
      event: ["case_id", "event_no", "earliest_at", "row_no"],
      judged_case: ["case_no", "case_id", "book_no"],
      extension_basis: ["book_no", "event_no", "allowed_count"],
    },
    gives: found({
      case_no: sql`j.case_no`,
      rule_no: NO_NUMBER,
      outcome: sql`'extension-without-basis'`,
      reason: sql`case when b.allowed_count > 0 then 'extended-again' end`,
      seen_at: sql`e.earliest_at`,
      start_at: sql`e.earliest_at`,
      due_at: NO_NUMBER,
      row_no: sql`e.row_no`,
    }),
    from: sql`
      from (
        select e.case_id, e.event_no, e.earliest_at, e.row_no,
          row_number() over (partition by e.case_id, e.event_no order by e.earliest_at, e.row_no) as place
        from event e where e.event_no in (${numbers(extensions)})
      ) e
      join judged_case j on j.case_id = e.case_id
      join extension_basis b on b.book_no = j.book_no and b.event_no = e.event_no
      where e.place > b.allowed_count
    `,
  });
