import type { HtmlPlace } from "../../model/source-place.ts";
import { counted, type Numerals } from "../counted.ts";
import { raised } from "../raised.ts";
import { tableOf } from "../merged-cells.ts";
import type { RichItem } from "../rich-text.ts";
import { asStamp } from "../stamp.ts";
import { isMenu, textOf } from "./act-in-page.ts";
import { Ordinals } from "./ordinals.ts";
import { Paragraphs } from "./paragraphs.ts";
import { attribute, childrenOf, elementsBelow, isElement, type Element, type Node } from "./parse-page.ts";
import { Selectors } from "./selector.ts";
import { PLAIN, setOutIn, type SetOut } from "./set-out.ts";
import type { Shown } from "./shown.ts";
import { cellsOf, gridOf, isLayout } from "./table.ts";

/** What readers of one page share. */
interface Page {
  readonly shown: Shown;
  readonly selectors: Selectors;
  readonly ordinals: Ordinals;
  readonly byId: ReadonlyMap<string, Element>;
  /** Notes that have been read where their number stands. */
  readonly read: Set<Element>;
  anchor: string | undefined;
  /** Letters of what was taken for menus. */
  leftOut: number;
}

/** Paragraphs and tables of a page's act, in its order, and how many letters in it were taken for menus. */
export function itemsOf(root: Element, shown: Shown): { items: readonly RichItem[]; leftOut: number } {
  const byId = new Map<string, Element>();
  for (const element of elementsBelow(root)) {
    const id = attribute(element, "id");
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const page: Page = {
    shown,
    selectors: new Selectors(),
    ordinals: new Ordinals(),
    byId,
    read: new Set(),
    anchor: undefined,
    leftOut: 0,
  };
  return { items: new PageReader(page, false).read(root, PLAIN), leftOut: page.leftOut };
}

/** Goes through the elements of a page, or of one cell, and keeps the words of the open block. */
class PageReader {
  readonly #page: Page;
  readonly #inCell: boolean;
  readonly #items: RichItem[] = [];
  readonly #words = new Paragraphs();
  #notes: Element[] = [];

  constructor(page: Page, inCell: boolean) {
    this.#page = page;
    this.#inCell = inCell;
  }

  read(element: Element, around: SetOut): readonly RichItem[] {
    this.#children(element, setOutIn(element, around));
    this.#flush();
    return this.#items;
  }

  #children(element: Element, setOut: SetOut): void {
    for (const child of element.childNodes) this.#node(child, setOut, element);
  }

  #node(node: Node, setOut: SetOut, parent: Element): void {
    if (isElement(node)) this.#element(node, setOut);
    else if (node.nodeName === "#text" && "value" in node) {
      const words = setOut.raised ? raised(node.value) : node.value;
      this.#words.add(words, setOut, () => this.#placeOf(parent));
    }
  }

  #element(element: Element, around: SetOut): void {
    const { shown, read } = this.#page;
    if (shown.isLeftOut(element) || read.has(element)) return;
    this.#page.anchor = attribute(element, "id") ?? nameOf(element) ?? this.#page.anchor;
    if (element.tagName === "br") this.#words.break();
    else if (element.tagName === "table") this.#table(element, around);
    else if (!this.#isNoteSign(element)) this.#part(element, around);
  }

  /** An element that holds others or words. */
  #part(element: Element, around: SetOut): void {
    const { shown } = this.#page;
    if (isMenu(element, shown)) {
      this.#page.leftOut += shown.lettersOf(element).all;
      return;
    }
    const setOut = setOutIn(element, around);
    if (!BLOCKS.has(element.tagName)) {
      this.#children(element, setOut);
      return;
    }
    this.#flush();
    if (element.tagName === "li") this.#mark(element);
    this.#children(element, setOut);
    if (element.tagName === "p" && this.#words.isEmpty) this.#words.blank();
    this.#flush();
  }

  /** A number that leads to a note is no word; the note is read behind the paragraph. */
  #isNoteSign(element: Element): boolean {
    const href = element.tagName === "a" ? attribute(element, "href") : undefined;
    if (href?.startsWith("#") !== true) return false;
    const role = attribute(element, "role");
    if (role === "doc-backlink" || BACK.test(textOf(element).trim())) return true;
    const { parentNode } = element;
    const isRaised =
      childrenOf(element).some(({ tagName }) => tagName === "sup") ||
      (parentNode !== null && isElement(parentNode) && parentNode.tagName === "sup");
    if (role !== "doc-noteref" && !(isRaised && NOTE_SIGN.test(textOf(element).trim()))) return false;
    const note = this.#page.byId.get(href.slice(1));
    if (note !== undefined && !this.#page.read.has(note)) this.#notes.push(note);
    return true;
  }

  /** The number of an item of a list, which the page leaves to the browser. */
  #mark(item: Element): void {
    const list = item.parentNode;
    if (list === null || !isElement(list)) return;
    if (list.tagName !== "ol") {
      this.#words.mark("");
      return;
    }
    const style = attribute(list, "style") ?? "";
    const numerals =
      NUMERALS[/list-style(?:-type)?\s*:\s*([a-z-]+)/iu.exec(style)?.[1] ?? attribute(list, "type") ?? "1"];
    const text = counted(this.#page.ordinals.of(list, item), numerals ?? "decimal");
    if (text !== "") this.#words.mark(`${text}. `);
  }

  #table(table: Element, around: SetOut): void {
    this.#flush();
    const { shown } = this.#page;
    const rows = cellsOf(table);
    if (!isLayout(table, shown)) {
      const read = (cell: Element): readonly RichItem[] => new PageReader(this.#page, true).read(cell, PLAIN);
      this.#items.push(tableOf(gridOf(rows, read)));
      return;
    }
    for (const cell of rows.flat()) {
      if (isMenu(cell, shown)) this.#page.leftOut += shown.lettersOf(cell).all;
      else
        for (const item of asStamp(new PageReader(this.#page, this.#inCell).read(cell, around)))
          this.#items.push(item);
    }
  }

  /** Ends the open block, and reads the notes whose numbers stood in it. */
  #flush(): void {
    for (const paragraph of this.#words.take(this.#inCell)) this.#items.push(paragraph);
    const notes = this.#notes;
    this.#notes = [];
    for (const note of notes) {
      if (this.#page.read.has(note)) continue;
      this.#page.read.add(note);
      const items = new PageReader(this.#page, this.#inCell).read(note, PLAIN);
      for (const item of items) this.#items.push(asNote(item));
    }
  }

  #placeOf(element: Element): HtmlPlace {
    let block = element;
    while (!BLOCKS.has(block.tagName) && block.parentNode !== null && isElement(block.parentNode))
      block = block.parentNode;
    const { anchor, selectors } = this.#page;
    return { in: "html", element: selectors.of(block), ...(anchor === undefined ? {} : { anchor }) };
  }
}

const nameOf = (element: Element): string | undefined =>
  element.tagName === "a" ? attribute(element, "name") : undefined;

const BACK = /^(?:\u{21A9}\u{FE0E}?|\u{2191}|\^)?$/u;
const NOTE_SIGN = /^(?:\[?\d{1,3}\]?|\*{1,3})$/u;

const BLOCKS = new Set(
  (
    "html body address article blockquote caption center dd details dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main ol p plaintext pre section summary td th tr ul xmp"
  ).split(" "),
);

const NUMERALS: Readonly<Record<string, Numerals>> = {
  "1": "decimal",
  decimal: "decimal",
  "decimal-leading-zero": "decimal-zero",
  a: "lower-letter",
  "lower-alpha": "lower-letter",
  "lower-latin": "lower-letter",
  A: "upper-letter",
  "upper-alpha": "upper-letter",
  "upper-latin": "upper-letter",
  i: "lower-roman",
  "lower-roman": "lower-roman",
  I: "upper-roman",
  "upper-roman": "upper-roman",
  none: "none",
};

const asNote = (item: RichItem): RichItem =>
  item.kind === "table"
    ? item
    : { kind: "quote", pieces: item.pieces, indent: 0, blankLines: item.blankLines };
