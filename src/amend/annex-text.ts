import { sourceSpans } from "../model/passage.ts";
import type { AmendText } from "./paragraphs.ts";
import { flatten, type Flat } from "./flat.ts";
import { lineStart } from "./page.ts";

/** What an annex of an amending act holds, as it stands in the file, and whether it begins with the head of another annex. */
export interface AnnexText {
  readonly text: string;
  readonly hasHead: boolean;
}

/** The annex with a number, or the only one without; undefined where there is none. */
export function annexText(read: AmendText, label: string | undefined): AnnexText | undefined {
  const annexes = flatten(read.tree).filter(
    ({ node }) => (node.type === "annex" || node.type === "regulation") && node.head !== undefined,
  );
  const at = annexes.findIndex(({ node }) => node.label === label);
  const [annex] = annexes.slice(at < 0 ? annexes.length : at);
  if (annex === undefined) return undefined;
  const end = headEdges(annex)[1];
  const next = annexes.slice(at + 1).find((other) => headsAlike(other, annex));
  const line = read.content.indexOf("\n", end);
  const from = line < 0 ? read.content.length : line + 1;
  const to = next === undefined ? read.content.length : lineStart(read.content, headEdges(next)[0]);
  const inner = annexes.find((other) => headEdges(other)[0] >= from && headEdges(other)[0] < to);
  const before = inner === undefined ? "" : read.content.slice(from, headEdges(inner)[0]);
  return {
    text: withoutRule(read.content.slice(from, to).trim()),
    hasHead: inner !== undefined && !/\p{L}/u.test(before),
  };
}

/** Without the line of signs that ends an annex on its page. */
const withoutRule = (text: string): string => {
  const last = text.slice(text.lastIndexOf("\n") + 1);
  return /^[\s#*]*_{4,}[\s*]*$/u.test(last) ? text.slice(0, text.length - last.length).trimEnd() : text;
};

function headEdges({ node }: Flat): readonly [number, number] {
  const spans = node.head === undefined ? [] : sourceSpans(node.head);
  return [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
}

/** Whether two annexes belong to the same act: their heads say the same but for the number. */
const headsAlike = (one: Flat, other: Flat): boolean => withoutNumber(one) === withoutNumber(other);

const withoutNumber = ({ node }: Flat): string => {
  const text = node.head?.text ?? "";
  return node.label === undefined ? text : text.replace(node.label, "");
};
