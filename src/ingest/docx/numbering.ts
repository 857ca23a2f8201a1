import { counted, type Numerals } from "../counted.ts";
import { child, childrenOf, isOn, valueOf, wholeNumber, type Xml } from "./xml.ts";

/** What stands for the sign of a list without numbers, whose picture is the font's. */
export const BULLET = "\u{2022}";

/** One level of a list: how its numbers are written, and where they begin. */
interface Level {
  readonly start: number;
  readonly numerals: Numerals | "bullet";
  /** `%1.%2)`: the numbers of this and higher levels, and what stands around them. */
  readonly text: string;
  /** The level whose step makes this one begin anew; 0: none does. Absent: any higher one. */
  readonly restart?: number;
  /** Higher levels in it are written in digits, whatever their own numerals. */
  readonly legal: boolean;
}

/** Where a paragraph stands in a list. */
export interface InList {
  readonly list: string;
  readonly level: number;
}

interface List {
  readonly counters: Counters;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin with a number of their own in this list, until it has been used. */
  readonly restarts: Map<number, number>;
}

/** What lists of one kind count together. */
interface Counters {
  readonly at: (number | undefined)[];
}

const LEVELS = 9;

/** Gives the paragraphs of a document, in its order, the numbers that Word shows before them. */
export class Numbering {
  readonly #part: Xml | undefined;
  readonly #lists = new Map<string, List | undefined>();
  readonly #counters = new Map<string, Counters>();

  constructor(part: Xml | undefined) {
    this.#part = part;
  }

  /**
   * The number of the next paragraph there and a space, whatever parts it from the words on the page; `BULLET` for an item
   * without one; empty where nothing stands before it.
   */
  next({ list: id, level }: InList): string {
    const list = this.#list(id);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined) return "";
    const { at } = list.counters;
    const restart = list.restarts.get(level);
    list.restarts.delete(level);
    at[level] = restart ?? (at[level] === undefined ? own.start : at[level] + 1);
    for (let below = level + 1; below < LEVELS; below += 1)
      if (this.#beginsAnew(list.levels.get(below), level)) at[below] = undefined;
    if (own.numerals === "bullet") return BULLET;
    const number = worded(own, list, level).trim();
    return number === "" ? "" : `${number} `;
  }

  /** The level of a list that a style numbers; undefined where it is none's. */
  levelOf(list: string, style: string): number | undefined {
    for (const level of childrenOf(this.#abstract(list)?.element, "lvl"))
      if (valueOf(level, "pStyle") === style) return wholeNumber(level.attributes["ilvl"]);
    return undefined;
  }

  #beginsAnew(below: Level | undefined, stepped: number): boolean {
    if (below?.restart === undefined) return true;
    return below.restart !== 0 && stepped < below.restart;
  }

  #list(id: string): List | undefined {
    if (this.#lists.has(id)) return this.#lists.get(id);
    const made = this.#make(id);
    this.#lists.set(id, made);
    return made;
  }

  #make(id: string): List | undefined {
    const abstract = this.#abstract(id);
    if (abstract === undefined) return undefined;
    const levels = new Map(childrenOf(abstract.element, "lvl").flatMap(levelOf));
    const restarts = new Map<number, number>();
    for (const override of childrenOf(abstract.list, "lvlOverride")) {
      const level = wholeNumber(override.attributes["ilvl"]);
      const own = child(override, "lvl");
      if (level === undefined) continue;
      for (const [at, replaced] of own === undefined ? [] : levelOf(own)) levels.set(at, replaced);
      const start = wholeNumber(valueOf(override, "startOverride"));
      const overridden = levels.get(level);
      if (start === undefined || overridden === undefined) continue;
      levels.set(level, { ...overridden, start });
      restarts.set(level, start);
    }
    const counters = this.#counters.get(abstract.id) ?? { at: [] };
    this.#counters.set(abstract.id, counters);
    return { counters, levels, restarts };
  }

  /** What a list is an instance of; one that only names a style is that style's. */
  #abstract(id: string): { id: string; element: Xml; list: Xml } | undefined {
    const list = childrenOf(this.#part, "num").find(({ attributes }) => attributes["numId"] === id);
    const of = valueOf(list, "abstractNumId");
    const all = childrenOf(this.#part, "abstractNum");
    const element = all.find(({ attributes }) => attributes["abstractNumId"] === of);
    if (list === undefined || element === undefined) return undefined;
    const linked = valueOf(element, "numStyleLink");
    const meant = linked === undefined ? undefined : all.find((one) => valueOf(one, "styleLink") === linked);
    const found = meant ?? element;
    return { id: found.attributes["abstractNumId"] ?? "", element: found, list };
  }
}

function levelOf(element: Xml): [number, Level][] {
  const level = wholeNumber(element.attributes["ilvl"]);
  if (level === undefined || level < 0 || level >= LEVELS) return [];
  const restart = wholeNumber(valueOf(element, "lvlRestart"));
  return [
    [
      level,
      {
        start: wholeNumber(valueOf(element, "start")) ?? 0,
        numerals: NUMERALS[valueOf(element, "numFmt") ?? "decimal"] ?? "decimal",
        text: valueOf(element, "lvlText") ?? "",
        ...(restart === undefined ? {} : { restart }),
        legal: isOn(element, "isLgl") === true,
      },
    ],
  ];
}

/** The formats of ECMA-376 (ST_NumberFormat) that laws here are numbered in; others are told in digits. */
const NUMERALS: Readonly<Record<string, Level["numerals"]>> = {
  decimal: "decimal",
  decimalZero: "decimal-zero",
  lowerLetter: "lower-letter",
  upperLetter: "upper-letter",
  lowerRoman: "lower-roman",
  upperRoman: "upper-roman",
  russianLower: "russian-lower",
  russianUpper: "russian-upper",
  bullet: "bullet",
  none: "none",
};

/** The number as the level's text has it: `%2` stands for that of the second level. */
function worded({ text, legal }: Level, { counters, levels }: List, level: number): string {
  return text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const of = Number(digit) - 1;
    const numerals = levels.get(of)?.numerals ?? "decimal";
    const number = counters.at[of] ?? levels.get(of)?.start ?? 1;
    if (numerals === "bullet") return "";
    return counted(number, legal && of <= level && numerals !== "none" ? "decimal" : numerals);
  });
}
