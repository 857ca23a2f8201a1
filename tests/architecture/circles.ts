/** Who leads to whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The groups in which each leads to each (Tarjan): a group of one only where it leads to itself. */
export function circlesOf(graph: Graph): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];

  const close = (root: string): void => {
    const group = open.splice(open.indexOf(root));
    if (group.length > 1 || graph.get(root)?.has(root) === true) circles.push(group.toSorted());
  };
  const visit = (node: string): number => {
    const own = index.size;
    index.set(node, own);
    low.set(node, own);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      const reached = index.has(next) ? (open.includes(next) ? index.get(next) : undefined) : visit(next);
      if (reached !== undefined) low.set(node, Math.min(low.get(node) ?? own, reached));
    }
    const lowest = low.get(node) ?? own;
    if (lowest === own) close(node);
    return lowest;
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return circles.toSorted((one, other) => one.join().localeCompare(other.join()));
}
