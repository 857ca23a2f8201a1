import type { Rulebook } from "./rulebook.ts";

/** Order of keys, outermost first as a reader wants them; keys not named here follow in the order of the alphabet. */
const ORDER = [
  [
    "id",
    "kind",
    "version",
    "language",
    "number",
    "name",
    "service",
    "act",
    "inForce",
    "zone",
    "calendar",
    "week",
    "rest",
    "law",
  ],
  [
    "subject",
    "stage",
    "who",
    "document",
    "channel",
    "channels",
    "forms",
    "days",
    "events",
    "open",
    "close",
    "break",
  ],
  ["roundTheClock", "holidaysExcluded", "time", "before", "amount", "unit", "min", "free", "currency"],
  ["fact", "operator", "value", "all", "any", "not"],
  [
    "prolongs",
    "direction",
    "fromEvent",
    "toEvent",
    "countsStartDay",
    "movesToWorkingDay",
    "clock",
    "lastHour",
  ],
  [
    "actor",
    "from",
    "until",
    "adopted",
    "entersAfterDays",
    "repealed",
    "repealedAfterDays",
    "condition",
    "when",
    "alternativeGroup",
    "aboutDocuments",
    "covers",
    "effect",
  ],
  ["judges", "conflictsWith", "kinds", "what", "path", "cite", "title", "date", "body", "confidence"],
  [
    "file",
    "sha256",
    "spans",
    "start",
    "end",
    "lines",
    "quote",
    "twin",
    "reading",
    "status",
    "by",
    "at",
    "source",
    "review",
  ],
  ["places", "risky", "dismissed", "letters", "of"],
  ["type", "finding", "expires", "minimum", "maximum", "values", "labels", "told", "facts", "documents"],
  ["remarks", "vocabulary", "notHeld", "unread", "rules"],
].flat();
const RANK = new Map(ORDER.map((key, index) => [key, index]));

const WIDTH = 110;

/**
 * The one way a rulebook is written: keys in a fixed order, one rule a block and one field a line, small values on one
 * line, a line feed at the end. The same rules give the same bytes, so a line diff shows changes of rules only.
 */
export function canonical(book: Rulebook): string {
  return `${write(book, "", 0)}\n`;
}

function write(value: unknown, indent: string, used: number): string {
  const flat = onOneLine(value);
  const broken =
    typeof value === "object" && value !== null && (hasBlocks(value) || used + flat.length > WIDTH);
  if (!broken) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((item) => inner + write(item, inner, inner.length)).join(",\n")}\n${indent}]`;
  const lines = entries(value).map(([key, item]) => {
    const head = `${inner}${JSON.stringify(key)}: `;
    return head + write(item, inner, head.length);
  });
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

/** A book, and a rule or pointer with its citation, are blocks however short they are; so is a list of them. */
const hasBlocks = (value: object): boolean =>
  Array.isArray(value) ? value.some((item) => isBlock(item)) : isBlock(value);

const isBlock = (value: unknown): boolean =>
  typeof value === "object" && value !== null && ("cite" in value || "rules" in value);

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

const rank = (key: string): number => RANK.get(key) ?? ORDER.length;
