import type { Mapping } from "../../log/mapping.ts";
import { orderedBook, type BookAtWork } from "./book.ts";
import { judgingTimes } from "./judging-times.ts";
import { planTable, type PlanTable } from "./plan-table.ts";
import type { Terms } from "./terms.ts";

/** What the duties that single rows show are held against: which of them bind whom when, and the papers that systems give. */
export function dutyTables(
  books: readonly BookAtWork[],
  { rules }: Pick<Terms, "rules">,
  mapping: Mapping,
): readonly [PlanTable, PlanTable] {
  const rows = books.flatMap(({ zone }, number) =>
    rules.flatMap(({ book, rule }, rule_no) =>
      rule.kind !== "duty" || book !== orderedBook(books, number)
        ? []
        : judgingTimes(rule, zone).map(({ judges_from, judges_until, is_unconfirmed }) => [
            number,
            rule.duty,
            rule_no,
            judges_from,
            judges_until,
            is_unconfirmed,
          ]),
    ),
  );
  return [
    planTable(
      "row_duty",
      "Duties of the general law that single rows of a log show, and from when until when each binds.",
      ["book_no", "duty", "rule_no", "judges_from", "judges_until", "is_unconfirmed"],
      rows,
    ),
    planTable(
      "paper_of_systems",
      "Papers that the information systems give, by all that the log can call them.",
      ["written_as"],
      namesOf(mapping).map((name) => [name]),
    ),
  ];
}

/** A paper that the mapping names by its type, or by a word of the log for it, is named by every such word. */
function namesOf({ fromSystems = [], documents = {} }: Mapping): readonly string[] {
  const types = new Set(fromSystems.map((name) => documents[name] ?? name));
  const words = Object.entries(documents).flatMap(([word, type]) => (types.has(type) ? [word] : []));
  return [...new Set([...fromSystems, ...types, ...words])];
}
