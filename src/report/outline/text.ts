import type { Located } from "../../model/locator.ts";
import { sourceSpans, type Passage } from "../../model/passage.ts";
import { sourcePlaceText } from "../source-place.ts";
import type { Language } from "../../model/language.ts";
import { lastPart } from "../citation.ts";
import TOPICS from "../extract/row-doubt-words.json" with { type: "json" };
import WORDS from "./words.json" with { type: "json" };

/** What an outline shows of a node of the tree. */
export interface OutlineNode {
  readonly type: string;
  readonly path: string;
  readonly cite: string;
  readonly label?: string;
  readonly service?: number;
  readonly table?: string;
  readonly topic?: string;
  readonly title?: Passage;
  readonly head?: Passage;
  readonly marker?: Passage;
  readonly rowLabel?: Passage;
  readonly passage?: Passage;
  readonly children?: readonly OutlineNode[];
}

/** How the reader's terminal shows parts of a line, and how wide it is. */
export interface Layout {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly columns: number;
  readonly language: Language;
}

const LEAST = 24;

/** The tree as lines: what part of the act each node is, as a lawyer cites it, where it stands in a file without lines, its number, its title or its first words. */
export function outlineText(tree: OutlineNode, layout: Layout, locate: (offset: number) => Located): string {
  const lines: string[] = [];
  const visit = (node: OutlineNode, depth: number): void => {
    lines.push(lineOf(node, depth, layout, locate));
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(tree, 0);
  return `${lines.join("\n")}\n`;
}

function lineOf(
  node: OutlineNode,
  depth: number,
  { strong, faint, columns, language }: Layout,
  locate: (offset: number) => Located,
): string {
  const indent = "  ".repeat(depth);
  const kind = kindText(node, language);
  const place = placeOf(node, locate, language);
  const about = `${partText(node, language)}${kind === undefined ? "" : ` [${kind}]`}${place === undefined ? "" : ` (${place})`}`;
  const left = Math.max(LEAST, columns - indent.length - about.length - 2);
  const heads = node.title !== undefined;
  const words = shown(node);
  const text = words === "" ? "" : `  ${heads ? strong(short(words, left)) : short(words, left)}`;
  return `${indent}${faint(about)}${text}`;
}

/** Where the first words of a node stand in its file; undefined where that has lines. */
function placeOf(
  node: OutlineNode,
  locate: (offset: number) => Located,
  language: Language,
): string | undefined {
  const words = [node.head, node.marker, node.title, node.rowLabel, node.passage];
  const first = words.flatMap((part) => (part === undefined ? [] : sourceSpans(part)))[0];
  const place = first === undefined ? undefined : locate(first.start).place;
  return place === undefined ? undefined : sourcePlaceText(place, language);
}

/** An act and a regulation are cited by their titles; all else by what it is within the part around it. */
const partText = ({ type, cite }: OutlineNode, language: Language): string =>
  type === "act" || type === "regulation" ? WORDS[type][language] : lastPart(cite, language);

/** What kind of table it is, or what a row of requirements is about. */
function kindText({ table, topic }: OutlineNode, language: Language): string | undefined {
  const words: Readonly<Record<string, Readonly<Record<Language, string>>>> =
    table === undefined ? TOPICS.topics : WORDS.table;
  return words[table ?? topic ?? ""]?.[language];
}

/** Number and title, or number and words; a row shows its label before its value. */
function shown({ marker, title, rowLabel, passage, head }: OutlineNode): string {
  const words = [marker?.text, title?.text ?? rowLabel?.text, passage?.text].filter(
    (part) => part !== undefined,
  );
  if (words.length === 0 && head !== undefined) words.push(head.text);
  const value = rowLabel !== undefined && passage !== undefined ? words.pop() : undefined;
  const line = words.join(" ");
  return (value === undefined ? line : `${line} — ${value}`).replaceAll("\n", " ");
}

const short = (text: string, columns: number): string =>
  text.length <= columns ? text : `${text.slice(0, columns - 1).trimEnd()}…`;
