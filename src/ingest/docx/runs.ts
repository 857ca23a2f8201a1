import { raised } from "../raised.ts";
import { isSet, type Style } from "./styles.ts";
import { child, childrenOf, isOn, valueOf, wholeNumber, type Xml } from "./xml.ts";

/** Which of the two texts of a document with tracked changes is read. */
export type Changes = "accepted" | "original";

/** The words of a paragraph as a reader sees them, and what stands in it beside words. */
export interface Words {
  readonly text: string;
  /** All of it is in bold. */
  readonly bold: boolean;
  /** Numbers of notes, in the order of their signs. */
  readonly notes: readonly NoteSign[];
  /** Text boxes that are tied to it. */
  readonly boxes: readonly Xml[];
  /** Words that are there and not shown. */
  readonly hidden: string;
}

export interface NoteSign {
  readonly in: "footnotes" | "endnotes";
  readonly id: string;
}

/** Whether what tracked changes have put in, or taken out, is part of the text that is read. */
const isKept = (name: string, changes: Changes): boolean =>
  INSERTED.has(name) ? changes === "accepted" : !DELETED.has(name) || changes === "original";

const INSERTED = new Set(["ins", "moveTo", "cellIns"]);
const DELETED = new Set(["del", "moveFrom", "cellDel"]);

/** The words of a paragraph in one of its two texts. */
export function wordsOf(
  paragraph: Xml,
  style: Style,
  styleOf: (id: string | undefined) => Style,
  changes: Changes,
): Words {
  const reader = new RunReader(style, styleOf, changes);
  reader.read(paragraph);
  return reader.words();
}

/** Goes through the runs of a paragraph. */
class RunReader {
  #text = "";
  #hidden = "";
  #letters = 0;
  #bold = 0;
  readonly #notes: NoteSign[] = [];
  readonly #boxes: Xml[] = [];
  /** Of each open field, whether its instruction is still being given: `PAGE`, `REF _Ref1`. */
  readonly #fields: boolean[] = [];

  constructor(
    private readonly style: Style,
    private readonly styleOf: (id: string | undefined) => Style,
    private readonly changes: Changes,
  ) {}

  words(): Words {
    const bold = this.#letters > 0 && this.#bold === this.#letters;
    return { text: this.#text, bold, notes: this.#notes, boxes: this.#boxes, hidden: this.#hidden };
  }

  read(element: Xml): void {
    for (const one of childrenOf(element)) {
      if (one.name === "r") this.#run(one);
      else if (HOLDS_RUNS.has(one.name) && isKept(one.name, this.changes)) this.read(one);
      else if (one.name === "oMath" || one.name === "oMathPara") this.#formula(one);
      else if (one.name === "AlternateContent") this.read(child(one, "Choice") ?? one);
    }
  }

  #run(run: Xml): void {
    const own = child(run, "rPr");
    const named = valueOf(own, "rStyle");
    const properties = [
      ...(own === undefined ? [] : [own]),
      ...(named === undefined ? [] : this.styleOf(named).run),
      ...this.style.run,
    ];
    const say = (words: string): void => {
      if (this.#fields.includes(true)) return;
      if (isSet(properties, "vanish")) this.#hidden += words;
      else
        this.#say(
          valueOf(own, "vertAlign") === "superscript" ? raised(words) : words,
          isSet(properties, "b"),
        );
    };
    for (const part of childrenOf(run)) this.#part(part, say);
  }

  #part(part: Xml, say: (words: string) => void): void {
    const { name, attributes } = part;
    const sign = SIGNS[name];
    if (sign !== undefined) say(sign);
    else if (name === "t" || name === "delText") say(lettersIn(part));
    else if (name === "sym") say(symbol(attributes["char"]));
    else if (name === "fldChar") this.#field(attributes["fldCharType"]);
    else if (name === "footnoteReference" || name === "endnoteReference")
      this.#notes.push({
        in: name === "footnoteReference" ? "footnotes" : "endnotes",
        id: attributes["id"] ?? "",
      });
    else if (name === "drawing" || name === "pict" || name === "object")
      for (const box of boxesIn(part)) this.#boxes.push(box);
    else if (name === "AlternateContent")
      for (const drawn of childrenOf(child(part, "Choice") ?? child(part, "Fallback")))
        this.#part(drawn, say);
  }

  #field(type: string | undefined): void {
    if (type === "begin") this.#fields.push(true);
    else if (type === "separate" && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
    else if (type === "end") this.#fields.pop();
  }

  #formula(element: Xml): void {
    for (const part of childrenOf(element)) {
      if (part.name === "t") this.#say(lettersIn(part), false);
      else this.#formula(part);
    }
  }

  #say(words: string, bold: boolean): void {
    this.#text += words;
    const letters = words.replaceAll(/\s+/gu, "").length;
    this.#letters += letters;
    if (bold) this.#bold += letters;
  }
}

const HOLDS_RUNS = new Set(
  "ins del moveTo moveFrom hyperlink smartTag sdt sdtContent fldSimple customXml bdo dir".split(" "),
);

/** What stands for one sign. */
const SIGNS: Readonly<Record<string, string>> = {
  tab: "\t",
  ptab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "-",
  softHyphen: "\u{AD}",
};

const lettersIn = ({ children }: Xml): string => children.filter((one) => typeof one === "string").join("");

const BLANK = 32;
/** From here on fonts have letters of their own. */
const PRIVATE = 0xe000;

/** A letter of a font of symbols; those in the range of private letters are pictures and no words. */
function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? "", 16);
  return point > BLANK && point < PRIVATE ? String.fromCharCode(point) : " ";
}

/** The texts of boxes that a picture or shape holds. */
function boxesIn(element: Xml): Xml[] {
  return childrenOf(element).flatMap((one) => (one.name === "txbxContent" ? [one] : boxesIn(one)));
}

/** Whether the mark at the end of a paragraph is not in the text that is read, so that the next one goes on with it. */
export function runsOn(paragraph: Xml, changes: Changes): boolean {
  const mark = child(child(paragraph, "pPr"), "rPr");
  return childrenOf(mark).some(({ name }) => !isKept(name, changes));
}

/** Whether a row or cell is there in the text that is read. */
export const isThere = (properties: Xml | undefined, changes: Changes): boolean =>
  childrenOf(properties).every(({ name }) => isKept(name, changes)) && isOn(properties, "hidden") !== true;

/** The properties of a paragraph in the text that is read: before a change of them, those that it keeps. */
export function propertiesOf(paragraph: Xml, changes: Changes): Xml | undefined {
  const now = child(paragraph, "pPr");
  const before = changes === "original" ? child(child(now, "pPrChange"), "pPr") : undefined;
  return before ?? now;
}

export const numberIn = (element: Xml | undefined, name: string): number | undefined =>
  wholeNumber(element?.attributes[name]);
