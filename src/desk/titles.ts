import type { Provision } from "../structure/provision.ts";

/** Titles of an act (0) and of its regulations, by the number of the service; none where a part is not headed. */
export function titlesOf(tree: Provision): ReadonlyMap<number, string> {
  const titles = new Map<number, string>();
  const visit = (node: Provision): void => {
    const number = node.service ?? 0;
    if (!titles.has(number)) titles.set(number, node.title?.text.trim() ?? "");
    node.children?.forEach(visit);
  };
  visit(tree);
  return titles;
}
