import { CHANNELS, type Channel, type DocumentRule } from "../../model/rule.ts";
import { channelsOf, offeredChannels, type AuditBook, type BookAtWork } from "./book.ts";
import { deskTables } from "./desk-tables.ts";
import { dutyTables } from "./duty-tables.ts";
import { groundTables } from "./ground-tables.ts";
import type { Mapping } from "../../log/mapping.ts";
import { channelNumber } from "./term-rows.ts";
import type { Terms } from "./terms.ts";
import { planTable, type PlanTable } from "./plan-table.ts";

/** What the checks other than deadlines compare a log with: grounds, documents, hours and cutoffs of each book. */
export function checkTables(books: readonly BookAtWork[], terms: Terms, mapping: Mapping): PlanTable[] {
  return [
    ...groundTables(books, terms, mapping),
    holds(books, mapping),
    ...documents(books, mapping),
    ...deskTables(books, terms),
    ...dutyTables(books, terms, mapping),
  ];
}

/** Whether grounds and documents are all in the book (1), or some in acts that are not at hand (0); null: it has none. */
function holds(books: readonly BookAtWork[], { suspensionBasis }: Mapping): PlanTable {
  const held = ({ book }: BookAtWork, kind: "refusal" | "document"): number | null => {
    if (book.notHeld?.some(({ kinds }) => kinds.includes(kind)) === true) return 0;
    return book.rules.some((rule) => rule.kind === kind && rule.ofLaw === undefined) ? 1 : null;
  };
  return planTable(
    "book_holds",
    "Whether a book has grounds and documents, and all of them, and whether a suspension is without a clause that allows it.",
    ["book_no", "holds_grounds", "holds_documents", "needs_basis"],
    books.map((atWork, number) => [
      number,
      held(atWork, "refusal"),
      held(atWork, "document"),
      atWork.law !== undefined && suspensionBasis === undefined && atWork.book.suspends === undefined ? 1 : 0,
    ]),
  );
}

/** Documents by book and channel: what is listed, and what has to be there (one of each `need_no`). */
function documents(books: readonly BookAtWork[], mapping: Mapping): PlanTable[] {
  const listed = books.flatMap(({ book }, number) =>
    [undefined, ...CHANNELS].flatMap((channel) => listedIn(book, number, channel)),
  );
  const needs = books.flatMap(({ book }, number) =>
    [undefined, ...CHANNELS].flatMap((channel) => needsIn(book, number, channel)),
  );
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
      "Documents that have to be there in a channel, one of each need, and where it is not known, in each that it can be.",
      ["book_no", "channel_no", "in_channel_no", "need_no", "document", "is_conditional", "counts_surely"],
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

type Row = readonly (string | number | null)[];

const documentsFor = (book: AuditBook, channel: Channel | undefined): readonly DocumentRule[] =>
  book.rules.filter((rule): rule is DocumentRule => rule.kind === "document" && isFor(rule, channel));

const listedIn = (book: AuditBook, number: number, channel: Channel | undefined): readonly Row[] =>
  documentsFor(book, channel).flatMap(({ document }) =>
    document === undefined
      ? []
      : [
          [
            number,
            channelNumber(channel),
            document,
            channel !== undefined || isListedInAll(document, book) ? null : "no-channel",
          ],
        ],
  );

/** What nobody can hand in: where a channel has no document listed, nothing is known of what had to be there. */
const NONE_LISTED = "";

/** A channel that is not known can be any in which the service is offered. */
function needsIn(book: AuditBook, number: number, channel: Channel | undefined): readonly Row[] {
  if (!book.rules.some(({ kind }) => kind === "document")) return [];
  return (channel === undefined ? offeredChannels(book.rules) : [channel]).flatMap((each) => {
    const bearing = documentsFor(book, each).filter(({ document }) => document !== undefined);
    const groupOf = (rule: DocumentRule): string => rule.alternativeGroup ?? rule.id;
    const groups = [...new Set(bearing.map(groupOf))];
    const found = [number, channelNumber(channel), channelNumber(each)];
    if (bearing.length === 0) return [[...found, 0, NONE_LISTED, 0, 1]];
    return bearing.map((rule) => {
      const group = bearing.filter((other) => groupOf(other) === groupOf(rule));
      const conditional = rule.condition !== undefined || rule.when !== undefined ? 1 : 0;
      return [
        ...found,
        groups.indexOf(groupOf(rule)),
        rule.document ?? "",
        conditional,
        countsSurely(rule, group),
      ];
    });
  });
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
