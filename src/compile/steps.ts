import type { Diagram } from "./diagram.ts";

/**
 * A decision diagram as one row of integers, to be followed from `first` on by the places of what is known. A node is
 * its variable, and then for each place of that variable where to go on; below 0 lies a result, as -1 less its number,
 * or `OPEN`.
 */
export interface Steps {
  readonly first: number;
  readonly row: Int32Array;
}

/** Where what is known decides nothing. */
const OPEN = -1000;

/** `classes`: of each variable, by place. */
export function stepsOf({ root, terminals, nodes }: Diagram, classes: readonly (readonly number[])[]): Steps {
  const row: number[] = [];
  const done = new Map<number, number>();
  const put = (at: number): number => {
    const there = at < terminals ? -1 - at : done.get(at);
    if (there !== undefined) return there;
    const node = nodes[at - terminals];
    if (node === undefined) throw new RangeError(`the diagram has no node ${at}`);
    const next = (classes[node.variable] ?? []).map((one) => (one < 0 ? OPEN : put(node.children[one] ?? 0)));
    done.set(at, row.length);
    row.push(node.variable, ...next);
    return row.length - 1 - next.length;
  };
  const first = put(root);
  return { first, row: Int32Array.from(row) };
}
