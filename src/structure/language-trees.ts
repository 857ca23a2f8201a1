import type { Provision } from "./provision.ts";

/** A part's tree as it stands in that of the whole text: the paths of all but the act begin with its language. */
export const under = (code: string, tree: Provision): Provision => {
  const moved = (node: Provision): Provision => ({
    ...node,
    path: `${code}/${node.path}`,
    ...(node.children === undefined ? {} : { children: node.children.map(moved) }),
  });
  return { ...tree, ...(tree.children === undefined ? {} : { children: tree.children.map(moved) }) };
};

/** The tree of a text in several languages: the parts of the act in another stand behind its own. */
export const joined = (main: Provision, others: readonly Provision[]): Provision =>
  others.length === 0
    ? main
    : { ...main, children: [main, ...others].flatMap(({ children }) => children ?? []) };
