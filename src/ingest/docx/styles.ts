import { child, childrenOf, isOn, valueOf, wholeNumber, type Xml } from "./xml.ts";

/** What the style of a paragraph or of words says of them; undefined where it says nothing. */
export interface Style {
  readonly name: string;
  /** Its own properties and those it is based on, the nearest first. */
  readonly paragraph: readonly Xml[];
  readonly run: readonly Xml[];
}

/** Styles based on one another that are gone through. */
const LONGEST_CHAIN = 30;

/** The styles of a document by their ids; `undefined` asks for that of paragraphs without one. */
export function stylesOf(part: Xml | undefined): (id: string | undefined) => Style {
  const all = childrenOf(part, "style");
  const byId = new Map(all.map((style) => [style.attributes["styleId"] ?? "", style]));
  const standard = all.find(
    ({ attributes }) =>
      attributes["type"] === "paragraph" && /^(?:1|true|on)$/u.test(attributes["default"] ?? ""),
  );
  const known = new Map<string | undefined, Style>();
  return (id) => {
    const made = known.get(id) ?? styleOf((id === undefined ? standard : byId.get(id)) ?? standard, byId);
    known.set(id, made);
    return made;
  };
}

function styleOf(style: Xml | undefined, byId: ReadonlyMap<string, Xml>): Style {
  const chain: Xml[] = [];
  for (let next = style; next !== undefined && chain.length < LONGEST_CHAIN;) {
    chain.push(next);
    next = byId.get(valueOf(next, "basedOn") ?? "");
  }
  const all = (name: string): Xml[] => chain.flatMap((one) => child(one, name) ?? []);
  return { name: valueOf(style, "name")?.toLowerCase() ?? "", paragraph: all("pPr"), run: all("rPr") };
}

/** The first answer that properties give, from the nearest on. */
export function firstOf<T>(properties: readonly Xml[], ask: (one: Xml) => T | undefined): T | undefined {
  for (const one of properties) {
    const answer = ask(one);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Whether words are in bold, or not shown: their own properties and styles asked in turn. */
export const isSet = (properties: readonly Xml[], name: string): boolean =>
  firstOf(properties, (one) => isOn(one, name)) === true;

/** Level of the heading that a paragraph is, 1 to 9; undefined where it is none. */
export function headingOf(properties: readonly Xml[], { name }: Style): number | undefined {
  const level = firstOf(properties, (one) => wholeNumber(valueOf(one, "outlineLvl")));
  if (level !== undefined) return level >= 0 && level <= 8 ? level + 1 : undefined;
  const named = /^heading ([1-9])$/u.exec(name)?.[1];
  return named !== undefined ? Number(named) : name === "title" ? 1 : undefined;
}
