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
