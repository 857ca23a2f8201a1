import type { Grammar } from "../language/grammar.ts";
import type { Finding } from "../model/finding.ts";
import { sourceSpans } from "../model/passage.ts";
import type { Span } from "../model/span.ts";
import { wholeOf, type Reading } from "./extractor.ts";
import { has, marksFor, type Sentence } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { termsIn } from "./term.ts";

/**
 * What looks like a rule in a statement and is in no reading of it: a number beside a time word, a duty or a prohibition,
 * and an item in the row of documents or of grounds that gave nothing. Code `extract/unread`; details: `why` (`amount`,
 * `duty` or `item`), `words`, `sentence`, `cite`, `service`.
 */
export function unreadIn(
  statement: Statement,
  readings: readonly Reading[],
  document: string,
  grammar: Grammar,
): Finding[] {
  const terms = termsIn(statement, grammar);
  if (terms.length === 0 && !has(statement, "duty") && !isItem(statement)) return [];
  const amounts = terms.map((term) => spanOf(statement, term.from, term.to));
  const duties = marksFor(statement, "duty").map((mark) => spanOf(statement, mark.from, mark.to));
  const open = (place: Span): boolean =>
    !readings.some(({ words }) => words.start <= place.start && place.end <= words.end);
  return [
    ...amounts.filter(open).map((place) => finding(statement, place, "amount", document)),
    ...duties.filter(open).map((place) => finding(statement, place, "duty", document)),
    ...(readings.length === 0 && isItem(statement)
      ? [finding(statement, wholeOf(statement), "item", document)]
      : []),
  ];
}

/** A line of the row of documents or grounds, unless it opens a list or tells what the provider gets itself. */
const isItem = (statement: Statement): boolean =>
  (statement.topic === "documents" || statement.topic === "refusal") &&
  statement.closing !== ":" &&
  !has(statement, "provider-gets", "originals");

function finding(
  statement: Statement,
  place: Span,
  why: "amount" | "duty" | "item",
  document: string,
): Finding {
  const [first, ...more] = sourceSpans(statement.passage, place.start, place.end);
  const span = { start: first?.start ?? 0, end: (more.at(-1) ?? first)?.end ?? 0 };
  const { path, cite } = statement.provision;
  return {
    code: "extract/unread",
    severity: "note",
    where: { in: "text", document, span, path },
    details: {
      why,
      cite,
      service: statement.service,
      words: statement.passage.text.slice(place.start, place.end),
      sentence: statement.passage.text.slice(statement.start, statement.end),
    },
  };
}

function spanOf(sentence: Sentence, from: number, to: number): Span {
  return { start: sentence.words[from]?.start ?? 0, end: sentence.words[to - 1]?.end ?? 0 };
}
