import { sourceSpans, type Passage } from "../model/passage.ts";
import type { Provision } from "../structure/provision.ts";

/** A provision in the order of the text: `end` is the index behind its last descendant. */
export interface Flat {
  readonly node: Provision;
  readonly at: number;
  readonly end: number;
  readonly parent: Flat | undefined;
}

/** All provisions of a tree in the order of the text. */
export function flatten(tree: Provision): readonly Flat[] {
  const flats: Flat[] = [];
  const visit = (node: Provision, parent: Flat | undefined): number => {
    const at = flats.length;
    const flat: { -readonly [Key in keyof Flat]: Flat[Key] } = { node, at, end: at + 1, parent };
    flats.push(flat);
    for (const child of node.children ?? []) visit(child, flat);
    flat.end = flats.length;
    return flat.end;
  };
  visit(tree, undefined);
  return flats;
}

/** A stretch of provisions in the order of the text that an instruction is about. */
export interface Scope {
  readonly from: number;
  readonly to: number;
  /** The provision that it is all of; absent: what stands behind a heading. */
  readonly flat?: Flat;
  /** Only these words of it: from and to in the passage of `flat`. */
  readonly within?: readonly [from: number, to: number];
}

export const scopeOf = (flat: Flat): Scope => ({ from: flat.at, to: flat.end, flat });

/** The part of an act that a provision stands in. */
export function partOf(flat: Flat | undefined): Flat | undefined {
  let up = flat;
  while (up !== undefined && !["regulation", "annex", "act"].includes(up.node.type)) up = up.parent;
  return up;
}

/** The words of a provision itself, in the order of the text. */
export const wordsOf = ({ marker, head, title, rowLabel, passage }: Provision): readonly Passage[] =>
  [head, marker, title, rowLabel, passage].filter((words) => words !== undefined);

/** Where the words of provisions begin and end in the file; undefined where there are none. */
export function edgesOf(
  flats: readonly Flat[],
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | undefined {
  let [start, end] = [Infinity, -1];
  for (let at = from; at < to; at += 1) {
    const node = flats[at]?.node;
    for (const words of node === undefined ? [] : wordsOf(node))
      for (const span of sourceSpans(words))
        [start, end] = [Math.min(start, span.start), Math.max(end, span.end)];
  }
  return end < 0 ? undefined : { start, end };
}

/** Compares numbers as printed: 5 before 5-1 before 6. */
export function compareLabels(one: string, other: string): number {
  const [a, b] = [one.split("-").map(Number), other.split("-").map(Number)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const step = (a[at] ?? -1) - (b[at] ?? -1);
    if (step !== 0) return step;
  }
  return 0;
}
