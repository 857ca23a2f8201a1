import { sourceSpans } from "../../model/passage.ts";
import { locator, type Located } from "../../model/locator.ts";
import type { PlacedSpan } from "../../model/source-place.ts";
import type { OutlineNode } from "./text.ts";

interface Origin {
  readonly file: string;
  readonly sha256: string;
  readonly content: string;
  readonly places: readonly PlacedSpan[];
}

/** The tree as JSON: per node its path, citation, words, their spans in the ingested text and lines of the file. */
export function outlineJson(tree: OutlineNode, { file, sha256, content, places }: Origin): string {
  const place = locator(content, places);
  return `${JSON.stringify({ file, sha256, tree: nodeJson(tree, place) }, undefined, 2)}\n`;
}

function nodeJson(node: OutlineNode, place: (offset: number) => Located): unknown {
  const { type, path, cite, label, service, table, topic, children } = node;
  const words = [node.head, node.marker, node.title, node.rowLabel, node.passage].filter(
    (part) => part !== undefined,
  );
  const spans = words.flatMap((part) => sourceSpans(part));
  const starts = spans.map((span) => span.start);
  const ends = spans.map((span) => span.end);
  return {
    type,
    path,
    cite,
    label,
    service,
    table,
    topic,
    head: node.head?.text,
    title: node.title?.text,
    rowLabel: node.rowLabel?.text,
    text: node.passage?.text,
    spans: node.passage === undefined ? undefined : sourceSpans(node.passage),
    lines:
      spans.length === 0
        ? undefined
        : [place(Math.min(...starts)).line, place(Math.max(Math.min(...starts), Math.max(...ends) - 1)).line],
    place: spans.length === 0 ? undefined : place(Math.min(...starts)).place,
    children: children?.map((child) => nodeJson(child, place)),
  };
}
