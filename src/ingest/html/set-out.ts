import { attribute, type Element } from "./parse-page.ts";

/** How an element sets out its words; what it does not say it has from the element around it. */
export interface SetOut {
  readonly bold: boolean;
  readonly align: "left" | "center" | "right";
  /** Columns of white space before a paragraph's first line. */
  readonly indent: number;
  /** Of a heading, 1 to 6. */
  readonly depth?: number;
  readonly quoted: boolean;
  /** White space counts: `<pre>`. */
  readonly asTyped: boolean;
  readonly raised: boolean;
}

export const PLAIN: SetOut = {
  bold: false,
  align: "left",
  indent: 0,
  quoted: false,
  asTyped: false,
  raised: false,
};

/** How the words in an element are set out, within one that sets them out so. */
export function setOutIn(element: Element, around: SetOut): SetOut {
  const { tagName } = element;
  const style = attribute(element, "style") ?? "";
  const heading = /^h([1-6])$/u.exec(tagName)?.[1];
  return {
    ...around,
    bold: boldIn(tagName, style, around.bold),
    align: alignIn(element, style, around.align),
    indent: indentIn(style, around.indent),
    ...(heading === undefined ? {} : { depth: Number(heading) }),
    quoted: around.quoted || tagName === "blockquote",
    asTyped: around.asTyped || tagName === "pre" || tagName === "xmp" || tagName === "listing",
    raised: tagName === "sup" || (around.raised && tagName !== "sub"),
  };
}

const WEIGHT = /(?:^|;)\s*font-weight\s*:\s*(bold(?:er)?|[6-9]00|normal|lighter|[1-5]00)/iu;

function boldIn(tagName: string, style: string, around: boolean): boolean {
  const weight = WEIGHT.exec(style)?.[1]?.toLowerCase();
  if (weight !== undefined) return /^(?:bold|[6-9])/u.test(weight);
  return around || tagName === "b" || tagName === "strong";
}

const ALIGN = /(?:^|;)\s*text-align\s*:\s*(left|center|right|start|end|justify)/iu;

function alignIn(element: Element, style: string, around: SetOut["align"]): SetOut["align"] {
  if (element.tagName === "center") return "center";
  const align = (ALIGN.exec(style)?.[1] ?? attribute(element, "align"))?.toLowerCase();
  if (align === "center" || align === "middle") return "center";
  if (align === "right" || align === "end") return "right";
  return align === undefined ? around : "left";
}

const INDENT = /(?:^|;)\s*text-indent\s*:\s*([\d.]{1,8})(px|pt|em|rem|cm|mm|in)/iu;

function indentIn(style: string, around: number): number {
  const [, amount, unit] = INDENT.exec(style) ?? [];
  const columns = COLUMNS[unit?.toLowerCase() ?? ""];
  return columns === undefined ? around : Math.min(MOST, Math.round(Number(amount) * columns));
}

/** Columns in a unit of length: a letter is about half an em wide, and six of them about half an inch. */
const COLUMNS: Readonly<Record<string, number>> = {
  px: 1 / 8,
  pt: 1 / 6,
  em: 2,
  rem: 2,
  cm: 12 / 2.54,
  mm: 1.2 / 2.54,
  in: 12,
};
const MOST = 40;
