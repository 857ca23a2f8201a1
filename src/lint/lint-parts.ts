import type { Grammar } from "../language/grammar.ts";
import type { Citation } from "../model/citation.ts";
import type { Finding } from "../model/finding.ts";
import type { Draft } from "./draft.ts";
import { lint, startOf, type Lint } from "./lint.ts";

/** What of a text is in one language, as a draft of its own, and the grammar that lints ask of it. */
export interface DraftPart {
  readonly draft: Draft;
  readonly grammar: Grammar;
  /** What its paths begin with in the whole text, `ru`; absent where they are the same. */
  readonly under?: string;
}

/**
 * Runs lints over each part of a text by its own language, so that none is held against the words or numbers of another.
 * Findings come in the order of the text, with the paths of the whole text.
 */
export function lintParts(parts: readonly DraftPart[], lints: readonly Lint[]): readonly Finding[] {
  const found = parts.flatMap(({ draft, grammar, under }) => {
    const own = lint(draft, lints, grammar);
    return under === undefined ? own : own.map((finding) => moved(finding, under, draft));
  });
  return found.sort((a, b) => startOf(a) - startOf(b));
}

/** A finding with its places as they are in the whole text; those in another document, the twin, stay. */
function moved(finding: Finding, under: string, { document, tree }: Draft): Finding {
  // The act itself is the same in whatever part it is named.
  const path = (own: string): string => (own === tree?.path || own === "" ? own : `${under}/${own}`);
  const place = (where: Finding["where"]): Finding["where"] => {
    if (where.in === "text" && where.document === document && where.path !== undefined)
      return { ...where, path: path(where.path) };
    if (where.in === "file" && where.file === document && where.pointer !== undefined)
      return { ...where, pointer: path(where.pointer) };
    return where;
  };
  const cited = (citation: Citation): Citation =>
    citation.document === document ? { ...citation, path: path(citation.path) } : citation;
  const { where, because, related } = finding;
  return {
    ...finding,
    where: place(where),
    ...(because === undefined ? {} : { because: because.map(cited) }),
    ...(related === undefined
      ? {}
      : { related: related.map((one) => ({ ...one, where: place(one.where) })) }),
  };
}
