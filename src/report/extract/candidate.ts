import type { Finding } from "../../model/finding.ts";
import type { Candidate } from "../../model/rule.ts";

/** A candidate as one flat object with the fields of gold, for a line of JSON: what others build on. */
export function jsonlRow(
  candidate: Candidate,
  refersTo: readonly RefersTo[] = [],
): Readonly<Record<string, unknown>> {
  const { id, service, kind, path, cite, source, confidence, ...fields } = candidate;
  return {
    file: source.file.replace(/\.[^.]*$/, ""),
    service,
    kind,
    lines: source.lines,
    ...(source.place === undefined ? {} : { place: source.place }),
    quote: source.quote,
    clause: cite,
    ...fields,
    ...(refersTo.length === 0 ? {} : { refersTo }),
    id,
    path,
    cite,
    source,
    confidence,
  };
}

/** What a rule's words refer to inside the same file. */
export interface RefersTo {
  readonly words: string;
  readonly path: string;
  readonly cite: string;
}

/** The references among the findings of a reading (`extract/reference`), by the id of the rule that makes them. */
export function referencesOf(findings: readonly Finding[]): ReadonlyMap<string, readonly RefersTo[]> {
  const references = new Map<string, RefersTo[]>();
  for (const { code, details } of findings) {
    if (code !== "extract/reference" || details === undefined) continue;
    const reference = {
      words: text(details["words"]),
      path: text(details["leadsTo"]),
      cite: text(details["cite"]),
    };
    for (const rule of Array.isArray(details["rules"]) ? details["rules"].map(text) : [])
      references.set(rule, [...(references.get(rule) ?? []), reference]);
  }
  return references;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
