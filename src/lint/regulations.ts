import type { Provision } from "../structure/provision.ts";
import type { LintWords } from "../language/lint-words.ts";
import type { Draft, Part } from "./draft.ts";
import { numbered } from "./phrase.ts";

/** One regulation of an act, or the act's own clauses (`root` then is the act), with its words. */
export interface Regulation {
  readonly service: number;
  readonly root: Provision;
  readonly parts: readonly Part[];
}

/** The act and its regulations, each with its own words only. */
export function regulationsOf(draft: Draft): readonly Regulation[] {
  const known = KNOWN.get(draft);
  if (known !== undefined) return known;
  const found = split(draft);
  KNOWN.set(draft, found);
  return found;
}

/** Nearly every lint asks, and the answer is the same for one draft. */
const KNOWN = new WeakMap<Draft, readonly Regulation[]>();

function split(draft: Draft): readonly Regulation[] {
  if (draft.tree === undefined) return [];
  const roots = (draft.tree.children ?? []).filter(({ type }) => type === "regulation");
  const byRoot = new Map<string, Part[]>([
    ["", []],
    ...roots.map(({ path }) => [path, []] as [string, Part[]]),
  ]);
  for (const part of draft.parts) (byRoot.get(part.path.split("/")[0] ?? "") ?? byRoot.get(""))?.push(part);
  return [
    { service: 0, root: draft.tree, parts: byRoot.get("") ?? [] },
    ...roots.map((root) => ({ service: root.service ?? 0, root, parts: byRoot.get(root.path) ?? [] })),
  ];
}

/** All provisions of a tree that pass, in reading order; below one that passes none are looked for. */
export function provisions(root: Provision, passes: (node: Provision) => boolean): readonly Provision[] {
  return (root.children ?? []).flatMap((child) => (passes(child) ? [child] : provisions(child, passes)));
}

/** Annexes right below a regulation or an annex. */
export const annexesOf = (root: Provision): readonly Provision[] =>
  provisions(root, ({ type }) => type === "annex");

/** Number of an annex as its head prints it; undefined where it prints none. */
export function printedNumber(annex: Provision | undefined, words: LintWords): string | undefined {
  return numberPattern(words).exec(annex?.head?.text ?? "")?.[1];
}

const PATTERNS = new WeakMap<LintWords, RegExp>();

function numberPattern(words: LintWords): RegExp {
  const made =
    PATTERNS.get(words) ?? new RegExp(`(?<![\\p{L}\\d])${numbered(words, words.annex[0] ?? "")}`, "iu");
  PATTERNS.set(words, made);
  return made;
}
