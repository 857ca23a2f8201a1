import { sourceSpans, type Passage } from "../model/passage.ts";
import type { Span } from "../model/span.ts";
import type { Provision } from "../structure/provision.ts";

/** All that a provision says itself. */
export const ownPassages = ({ head, marker, title, rowLabel, passage }: Provision): readonly Passage[] =>
  [head, marker, title, rowLabel, passage].filter((words) => words !== undefined);

/** The provision whose own words stand at an offset, with those around it, the innermost first; empty between provisions. */
export function provisionsAt(tree: Provision, offset: number): readonly Provision[] {
  for (const child of tree.children ?? []) {
    const found = provisionsAt(child, offset);
    if (found.length > 0) return [...found, tree];
  }
  const isHere = ownPassages(tree).some((words) =>
    sourceSpans(words).some(({ start, end }) => start <= offset && offset <= end),
  );
  return isHere ? [tree] : [];
}

/** From the first to the last of its words and those below it; undefined where it has none. */
export function extentOf(node: Provision): Span | undefined {
  const spans = [
    ...ownPassages(node).flatMap((words) => sourceSpans(words)),
    ...(node.children ?? []).flatMap((child) => extentOf(child) ?? []),
  ];
  if (spans.length === 0) return undefined;
  return spans.reduce((all, { start, end }) => ({
    start: Math.min(all.start, start),
    end: Math.max(all.end, end),
  }));
}

/** The provision of a path. */
export function provisionOf(tree: Provision, path: string): Provision | undefined {
  if (tree.path === path) return tree;
  for (const child of tree.children ?? []) {
    const found = provisionOf(child, path);
    if (found !== undefined) return found;
  }
  return undefined;
}
