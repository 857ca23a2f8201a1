import type { Finding } from "../model/finding.ts";
import type { Candidate } from "../model/rule.ts";

/** A candidate as one flat object with the fields of gold, for a line of JSON: what others build on. */
export function jsonlRow(candidate: Candidate): Readonly<Record<string, unknown>> {
  const { id, service, kind, path, cite, source, confidence, ...fields } = candidate;
  return {
    file: source.file.replace(/\.[^.]*$/, ""),
    service,
    kind,
    lines: source.lines,
    quote: source.quote,
    clause: cite,
    ...fields,
    id,
    path,
    cite,
    source,
    confidence,
  };
}

/** An unread place as one flat object, for a line of JSON. `lineOf` gives the line of an offset. */
export function unreadRow(
  finding: Finding,
  lineOf: (offset: number) => number,
): Readonly<Record<string, unknown>> {
  if (finding.where.in !== "text") return { ...finding.details };
  const { document, span, path } = finding.where;
  const lines = [lineOf(span.start), lineOf(Math.max(span.start, span.end - 1))];
  return { file: document.replace(/\.[^.]*$/, ""), lines, ...finding.details, path, span };
}
