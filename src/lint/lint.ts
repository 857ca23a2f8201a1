import type { Citation } from "../model/citation.ts";
import type { Finding } from "../model/finding.ts";
import type { Parity } from "../model/parity.ts";
import type { Rule } from "../model/rule.ts";
import type { Draft } from "./draft.ts";
import type { Grammar } from "../language/grammar.ts";
import type { Language } from "../model/language.ts";

/** What one lint found at one place, and beside which other place. */
export interface Found {
  readonly at: Citation;
  readonly beside?: Citation;
  /** Where it is another than the lint's. */
  readonly severity?: Finding["severity"];
  /** What the wording needs. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A draft in small: provisions as `[path, words]` in reading order, and the rules read from them. */
export interface Example {
  /** The language of its words; Kazakh where it is not told. */
  readonly in?: Language;
  readonly text?: readonly (readonly [path: string, words: string])[];
  readonly rules?: readonly Partial<Rule>[];
  /** Words with letters of another script, as they stand in the file. */
  readonly lookAlikes?: readonly string[];
  /** Terms with a slip, as they stand in the file and as they were read. */
  readonly misspelt?: readonly (readonly [word: string, right: string])[];
  /** What the other language says otherwise. */
  readonly twin?: Pick<Parity, "differences" | "isOneVersion">;
}

/** One drafting fault: how it is found, how grave it is, and what it must and must not find. */
export interface Lint {
  /** Without the `lint/` in front. */
  readonly code: string;
  readonly severity: Finding["severity"];
  readonly find: (draft: Draft, grammar: Grammar) => readonly Found[];
  readonly examples: { readonly must: readonly Example[]; readonly mustNot: readonly Example[] };
}

/** Runs lints over a draft. Findings come in the order of the text; the same words are not told twice by one lint. */
export function lint(draft: Draft, lints: readonly Lint[], grammar: Grammar): readonly Finding[] {
  const findings = lints.flatMap(({ code, severity, find }) => {
    const seen = new Set<string>();
    return find(draft, grammar).flatMap((found) => {
      const key = JSON.stringify([found.at.path, found.at.spans, found.beside?.spans, found.details]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [findingOf(code, found.severity ?? severity, found)];
    });
  });
  return [...findings].sort((a, b) => startOf(a) - startOf(b));
}

function findingOf(code: string, severity: Finding["severity"], { at, beside, details }: Found): Finding {
  return {
    code: `lint/${code}`,
    severity,
    where: placeOf(at),
    because: beside === undefined ? [at] : [at, beside],
    ...(details === undefined ? {} : { details }),
    ...(beside === undefined ? {} : { related: [{ where: placeOf(beside), note: "beside" }] }),
  };
}

const placeOf = ({ document, path, spans }: Citation): Finding["where"] => {
  const [first] = spans;
  if (first === undefined) return { in: "file", file: document, pointer: path };
  return { in: "text", document, path, span: { start: first.start, end: spans.at(-1)?.end ?? first.end } };
};

/** Where the first words of a finding stand, in UTF-16 units; behind all others where it has none. */
export const startOf = ({ where }: Finding): number => (where.in === "text" ? where.span.start : Infinity);
