import { Util } from "unpdf/pdfjs";
import type { DrawnText } from "./drawn-page.ts";

/** A piece of text, as pdf.js gives it. */
export interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** From this share of its size on, a gap between two pieces is a blank. */
const BLANK = 0.2;

/** The words of a page in the order in which it draws them; blanks of their own are told of the next piece. */
export function textsOf(
  items: readonly Item[],
  viewport: readonly number[],
  nameOf: (font: string) => string,
): DrawnText[] {
  const texts: DrawnText[] = [];
  let blank = false;
  for (const item of items) {
    const words = item.str.trim();
    if (words === "") {
      blank ||= item.str !== "";
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(
      [...viewport],
      [...item.transform],
    ) as readonly number[];
    const lead = item.str.length - item.str.trimStart().length;
    const letter = item.width / item.str.length;
    const before = texts.at(-1);
    const start = x + lead * letter;
    const size = Math.hypot(c, d);
    const gap = before === undefined ? 0 : start - before.x - before.width;
    const name = nameOf(item.fontName);
    texts.push({
      text: words.replace(/[ \t]{2,}/gu, " "),
      x: start,
      y,
      width: Math.max(0, item.width - letter * (item.str.length - words.length)),
      size,
      bold: /bold|black|heavy|semibold|demi/iu.test(name),
      italic: /italic|oblique/iu.test(name),
      spaced: blank || lead > 0 || gap > size * BLANK,
      turned: Math.abs(b) > Math.abs(a) * 0.1,
    });
    blank = item.str !== item.str.trimEnd();
  }
  return texts;
}
