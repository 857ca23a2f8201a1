import { CHANNELS, type Channel, type DocumentRule } from "../../model/rule.ts";
import { channelsOf, offeredChannels, type AuditBook, type BookAtWork } from "./book.ts";
import { deskTables } from "./desk-tables.ts";
import { groundTables } from "./ground-tables.ts";
import type { Mapping } from "../../log/mapping.ts";
import { channelNumber } from "./term-rows.ts";
import type { Terms } from "./terms.ts";
import { planTable, type PlanTable } from "./plan-table.ts";

/** What the checks other than deadlines compare a log with: grounds, documents, hours and cutoffs of each book. */
export function checkTables(books: readonly BookAtWork[], terms: Terms, mapping: Mapping): PlanTable[] {
  return [
    ...groundTables(books, terms, mapping),
    holds(books),
    ...documents(books, mapping),
    ...deskTables(books, terms),
  ];
}

/** Whether grounds and documents are all in the book (1), or some in acts that are not at hand (0); null: it has none. */
function holds(books: readonly BookAtWork[]): PlanTable {
  const held = ({ book }: BookAtWork, kind: "refusal" | "document"): number | null => {
    if (book.notHeld?.some(({ kinds }) => kinds.includes(kind)) === true) return 0;
    return book.rules.some((rule) => rule.kind === kind) ? 1 : null;
  };
  return planTable(
    "book_holds",
    "Whether a book has grounds and documents, and all of them.",
    ["book_no", "holds_grounds", "holds_documents"],
    books.map((book, number) => [number, held(book, "refusal"), held(book, "document")]),
  );
}

/** Documents by book and channel: what is listed, and what has to be there (one of each `need_no`). */
function documents(books: readonly BookAtWork[], mapping: Mapping): PlanTable[] {
  const listed: (string | number | null)[][] = [];
  const needs: (string | number)[][] = [];
  for (const [number, { book }] of books.entries())
    for (const channel of [undefined, ...CHANNELS]) {
      const groups = new Map<string, number>();
      const bearing = book.rules.filter(
        (rule): rule is DocumentRule => rule.kind === "document" && isFor(rule, channel),
      );
      for (const rule of bearing) {
        if (rule.document === undefined) continue;
        const group = rule.alternativeGroup ?? rule.id;
        groups.set(group, groups.get(group) ?? groups.size);
        const conditional = rule.condition !== undefined || rule.when !== undefined ? 1 : 0;
        listed.push([
          number,
          channelNumber(channel),
          rule.document,
          channel !== undefined || isListedInAll(rule.document, book) ? null : "no-channel",
        ]);
        const surely = countsSurely(
          rule,
          bearing.filter((other) => (other.alternativeGroup ?? other.id) === group),
        );
        needs.push([
          number,
          channelNumber(channel),
          groups.get(group) ?? 0,
          rule.document,
          conditional,
          surely,
        ]);
      }
    }
  const known = new Set(listed.map((row) => row[2]));
  const names = [...known].map((document): [string, string] => [String(document), String(document)]);
  const mapped = Object.entries(mapping.documents ?? {});
  return [
    planTable(
      "listed_document",
      "Documents that a book lists for a channel, and whether nobody can tell since it is not known.",
      ["book_no", "channel_no", "document", "untold_because"],
      [...new Map(listed.map((row) => [row.slice(0, LISTED_BY).join(), row])).values()],
    ),
    planTable(
      "needed_document",
      "Documents that have to be there in a channel, one of each need.",
      ["book_no", "channel_no", "need_no", "document", "is_conditional", "counts_surely"],
      needs,
    ),
    planTable(
      "document_name",
      "What the log can call a document.",
      ["written_as", "document"],
      [...new Map([...names, ...mapped])],
    ),
  ];
}

/**
 * Whether a document meets its need whoever brings it (1): its condition, if it has one, is that of all the need. One that
 * counts only for some, under 16 beside those of 16 and over, may not have been theirs to bring (0).
 */
function countsSurely(rule: DocumentRule, need: readonly DocumentRule[]): number {
  const conditionOf = ({ condition, when }: DocumentRule): string =>
    JSON.stringify(when ?? condition ?? null);
  const own = conditionOf(rule);
  return own === "null" || need.every((other) => conditionOf(other) === own) ? 1 : 0;
}

/** By book, channel and document a paper is listed once, however many rules name it. */
const LISTED_BY = 3;

/** Whether a document is listed in every channel that a service is offered in. */
const isListedInAll = (document: string, { rules }: AuditBook): boolean =>
  offeredChannels(rules).every((channel) =>
    rules.some((rule) => rule.kind === "document" && rule.document === document && isFor(rule, channel)),
  );

const isFor = (rule: DocumentRule, channel: Channel | undefined): boolean => {
  const only = channelsOf(rule);
  return only === undefined || channel === undefined || only.includes(channel);
};
