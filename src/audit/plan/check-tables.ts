import { CHANNELS, type Channel, type DocumentRule, type Rule } from "../../model/rule.ts";
import { channelsOf, type BookAtWork } from "./book.ts";
import type { Mapping } from "../../log/mapping.ts";
import { channelNumber } from "./term-rows.ts";
import type { Terms } from "./terms.ts";
import { planTable, type PlanTable } from "./plan-table.ts";

/** What the checks other than deadlines compare a log with: grounds, documents, hours and cutoffs of each book. */
export function checkTables(books: readonly BookAtWork[], terms: Terms, mapping: Mapping): PlanTable[] {
  return [
    grounds(books, terms, mapping),
    holds(books),
    ...documents(books, terms, mapping),
    hours(books, terms),
  ];
}

/** Reasons that a book knows, by the words of the log: a rule's id, path, citation or words, and what the mapping says. */
function grounds(books: readonly BookAtWork[], terms: Terms, mapping: Mapping): PlanTable {
  const rows: (readonly [number, string, number | null, number])[] = [];
  for (const [number, { book }] of books.entries()) {
    const firstRule = terms.firstRuleOf(number);
    const known = new Map<string, readonly [number, string, number | null, number]>();
    for (const [index, rule] of book.rules.entries()) {
      if (rule.kind !== "refusal") continue;
      for (const name of [rule.source?.quote, rule.cite, rule.path, rule.id])
        if (name !== undefined) known.set(name, [number, name, firstRule + index, missing(rule)]);
    }
    for (const [reason, name] of Object.entries(mapping.grounds ?? {})) {
      const ground = name === null ? undefined : known.get(name);
      if (ground !== undefined) known.set(reason, [number, reason, ground[2], ground[3]]);
      else if (name === null) known.set(reason, [number, reason, null, 0]);
    }
    rows.push(...known.values());
  }
  return planTable(
    "ground",
    "Words of refusals that a book knows, and the ground that they name.",
    ["book_no", "reason", "rule_no", "about_missing"],
    rows,
  );
}

const missing = (rule: Rule): number =>
  rule.kind === "refusal" && rule.aboutDocuments === "missing" ? 1 : 0;

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
function documents(books: readonly BookAtWork[], terms: Terms, mapping: Mapping): PlanTable[] {
  const listed: (string | number)[][] = [];
  const needs: (string | number)[][] = [];
  for (const [number, { book }] of books.entries())
    for (const channel of [undefined, ...CHANNELS]) {
      const groups = new Map<string, number>();
      for (const rule of book.rules.filter((each): each is DocumentRule => each.kind === "document")) {
        if (rule.document === undefined || !isFor(rule, channel)) continue;
        const group = rule.alternativeGroup ?? rule.id;
        groups.set(group, groups.get(group) ?? groups.size);
        const conditional = rule.condition !== undefined || rule.when !== undefined ? 1 : 0;
        listed.push([
          number,
          channelNumber(channel),
          rule.document,
          terms.firstRuleOf(number) + book.rules.indexOf(rule),
        ]);
        needs.push([number, channelNumber(channel), groups.get(group) ?? 0, rule.document, conditional]);
      }
    }
  const known = new Set(listed.map((row) => row[2]));
  const names = [...known].map((document): [string, string] => [String(document), String(document)]);
  const mapped = Object.entries(mapping.documents ?? {});
  return [
    planTable(
      "listed_document",
      "Documents that a book lists for a channel.",
      ["book_no", "channel_no", "document", "rule_no"],
      listed,
    ),
    planTable(
      "needed_document",
      "Documents that have to be there in a channel, one of each need.",
      ["book_no", "channel_no", "need_no", "document", "is_conditional"],
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

const isFor = (rule: DocumentRule, channel: Channel | undefined): boolean => {
  const only = channelsOf(rule);
  return only === undefined || channel === undefined || only.includes(channel);
};

/** For each book and channel its timetable, and the rules that hours, cutoff and rollover rest on. */
function hours(books: readonly BookAtWork[], terms: Terms): PlanTable {
  const rows = books.flatMap(({ book, zoneKnown, timetable }, number) =>
    [undefined, ...CHANNELS].map((channel) => {
      const table = timetable(channel);
      const first = (found: (rule: Rule) => boolean): number | null => {
        const index = book.rules.findIndex((rule) => rule.judges !== false && found(rule));
        return index < 0 ? null : terms.firstRuleOf(number) + index;
      };
      const who = channel === "corporation" ? "corporation" : "provider";
      const covers = (rule: { channel?: Channel }): boolean =>
        rule.channel === undefined || rule.channel === channel;
      const counted = zoneKnown && table.calendar !== undefined;
      return [
        number,
        channelNumber(channel),
        terms.timetableOf(number, channel),
        terms.zoneOf(number),
        first((rule) => rule.kind === "hours" && rule.who === who),
        first((rule) => rule.kind === "cutoff" && covers(rule)),
        first((rule) => rule.kind === "rollover" && covers(rule)),
        counted && table.hours !== undefined ? 1 : 0,
        counted && table.moves ? 1 : 0,
        channel === "provider" || channel === "phone" || channel === "corporation" ? 1 : 0,
      ];
    }),
  );
  return planTable(
    "desk",
    "For each book and channel its timetable, and the rules that its hours, cutoff and rollover rest on.",
    [
      "book_no",
      "channel_no",
      "timetable_no",
      "zone_no",
      "hours_rule_no",
      "cutoff_rule_no",
      "rollover_rule_no",
      "has_hours",
      "moves_start",
      "at_a_desk",
    ],
    rows,
  );
}
