import type { Provision } from "../structure/provision.ts";
import type { Draft, Part } from "./draft.ts";

/** One regulation of an act, or the act's own clauses (`root` then is the act), with its words. */
export interface Regulation {
  readonly service: number;
  readonly root: Provision;
  readonly parts: readonly Part[];
}

/** The act and its regulations, each with its own words only. */
export function regulationsOf(draft: Draft): readonly Regulation[] {
  if (draft.tree === undefined) return [];
  const roots = (draft.tree.children ?? []).filter(({ type }) => type === "regulation");
  const inside = (root: Provision) => (part: Part) =>
    part.path === root.path || part.path.startsWith(`${root.path}/`);
  const own = (part: Part): boolean => !roots.some((root) => inside(root)(part));
  return [
    { service: 0, root: draft.tree, parts: draft.parts.filter(own) },
    ...roots.map((root) => ({ service: root.service ?? 0, root, parts: draft.parts.filter(inside(root)) })),
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
export function printedNumber(annex: Provision, annexWord: string): string | undefined {
  return new RegExp(`(\\d+(?:-\\d+)?)\\s*-\\s*${annexWord}`, "iu").exec(annex.head?.text ?? "")?.[1];
}
