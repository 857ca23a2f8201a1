import { sourceSpans, type Passage } from "../../model/passage.ts";
import { lineIndex, type LineColumn } from "../../model/line-index.ts";
import type { OutlineNode } from "./text.ts";

/** A node whose words lead back to the file. */
interface SourcedNode extends OutlineNode {
  readonly title?: Passage;
  readonly head?: Passage;
  readonly marker?: Passage;
  readonly rowLabel?: Passage;
  readonly passage?: Passage;
  readonly children?: readonly SourcedNode[];
}

interface Origin {
  readonly file: string;
  readonly sha256: string;
  readonly content: string;
}

/** The tree as JSON: per node its path, citation, words, their spans in the ingested text and lines of the file. */
export function outlineJson(tree: SourcedNode, { file, sha256, content }: Origin): string {
  const place = lineIndex(content);
  return `${JSON.stringify({ file, sha256, tree: nodeJson(tree, place) }, undefined, 2)}\n`;
}

function nodeJson(node: SourcedNode, place: (offset: number) => LineColumn): unknown {
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
    children: children?.map((child) => nodeJson(child, place)),
  };
}
