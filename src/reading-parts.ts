import type { SourceText } from "./ingest/source-text.ts";
import type { RepairedText } from "./repair/repaired-text.ts";
import type { Provision } from "./structure/provision.ts";

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

/** The repaired text of all parts, in the order of the file. */
export function wholeText(
  source: SourceText,
  main: RepairedText,
  others: readonly RepairedText[],
): RepairedText {
  if (others.length === 0) return main;
  const all = [main, ...others];
  const startOf = (one: RepairedText["paragraphs"][number]): number =>
    one.passage.runs[0]?.source.start ?? one.rows?.flat(2)[0]?.runs[0]?.source.start ?? 0;
  return {
    source,
    edits: all.flatMap(({ edits }) => edits).sort((a, b) => a.at.start - b.at.start),
    paragraphs: all.flatMap(({ paragraphs }) => paragraphs).sort((a, b) => startOf(a) - startOf(b)),
  };
}
