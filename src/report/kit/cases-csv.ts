import type { Kit, KitCase } from "../../model/kit.ts";
import type { FactValue } from "../../model/condition.ts";

/** Spreadsheets take a file without the mark for one of the machine's own 8-bit encoding. */
const MARK = "\uFEFF";

const FIRST = ["case", "matter", "rule", "cite", "asks", "channel", "at", "event"] as const;
const LAST = [
  "findings",
  "expected_verdict",
  "expected_missing",
  "expected_grounds",
  "expected_due",
  "expected_or",
] as const;

/**
 * Cases as CSV: a column a fact, a column a paper (`yes`, or its last day; empty: it is not there). Lists are written with
 * `;` between them, papers of which one is enough with `|`.
 */
export function casesCsv({ cases }: Pick<Kit, "cases">): string {
  const facts = [...new Set(cases.flatMap(({ request }) => Object.keys(request?.facts ?? {})))];
  const papers = [
    ...new Set(cases.flatMap(({ request }) => request?.documents.map(({ type }) => type) ?? [])),
  ];
  const head = [
    ...FIRST,
    ...facts.map((fact) => `fact ${fact}`),
    ...papers.map((paper) => `paper ${paper}`),
    ...LAST,
  ];
  return MARK + [head, ...cases.map((each) => cellsOf(each, facts, papers))].map(row).join("");
}

function cellsOf(
  { case: name, matter, rule, cite, asks, request, begins, expected }: KitCase,
  facts: readonly string[],
  papers: readonly string[],
): string[] {
  const { verdict, missing, grounds, due, or } = expected;
  const there = new Map(request?.documents.map(({ type, validUntil }) => [type, validUntil ?? "yes"]));
  return [
    name,
    matter,
    rule,
    cite,
    asks,
    request?.channel ?? begins?.channel ?? "",
    request?.submitted ?? begins?.at ?? "",
    request === undefined ? (begins?.event ?? begins?.words ?? "") : "submitted",
    ...facts.map((fact) => valueText(request?.facts[fact])),
    ...papers.map((paper) => there.get(paper) ?? ""),
    request?.findings.map(({ fact }) => fact).join(";") ?? "",
    verdict ?? "",
    missing?.map((group) => group.join("|")).join(";") ?? "",
    grounds?.join(";") ?? "",
    due === null ? "none" : (due ?? ""),
    or ?? "",
  ];
}

const valueText = (value: FactValue | undefined): string =>
  value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);

/** A cell that begins as a formula does is made a text. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const row = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;
