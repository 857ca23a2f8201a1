/** What an outline shows of a node of the tree. */
export interface OutlineNode {
  readonly type: string;
  readonly path: string;
  readonly cite: string;
  readonly label?: string;
  readonly service?: number;
  readonly table?: string;
  readonly topic?: string;
  readonly title?: { readonly text: string };
  readonly head?: { readonly text: string };
  readonly marker?: { readonly text: string };
  readonly rowLabel?: { readonly text: string };
  readonly passage?: { readonly text: string };
  readonly children?: readonly OutlineNode[];
}

/** How the reader's terminal shows parts of a line, and how wide it is. */
export interface Layout {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly columns: number;
}

const LEAST = 24;

/** The tree as lines: each node's path, its number, its title or its first words. */
export function outlineText(tree: OutlineNode, layout: Layout): string {
  const lines: string[] = [];
  const visit = (node: OutlineNode, depth: number): void => {
    lines.push(lineOf(node, depth, layout));
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(tree, 0);
  return `${lines.join("\n")}\n`;
}

function lineOf(node: OutlineNode, depth: number, { strong, faint, columns }: Layout): string {
  const indent = "  ".repeat(depth);
  const kind = node.table === undefined ? node.topic : node.table;
  const about = `${node.path}${kind === undefined ? "" : ` [${kind}]`}`;
  const left = Math.max(LEAST, columns - indent.length - about.length - 2);
  const heads = node.title !== undefined;
  const words = shown(node);
  const text = words === "" ? "" : `  ${heads ? strong(short(words, left)) : short(words, left)}`;
  return `${indent}${faint(about)}${text}`;
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
