import { SaxesParser } from "saxes";
import { Damaged } from "./damaged.ts";

/** An element of a part of a document; names without their prefix, as every program writes them with its own. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Xml | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Xml | string)[];
}

/** Elements in one another that a document can have; every program that writes them keeps far below. */
const DEEPEST = 300;

/** The root element of a part; throws `Damaged` where it is no XML, or nested deeper than any document. */
export function xmlOf(bytes: Buffer, part: string): Xml {
  const parser = new SaxesParser<{ position: true }>({ position: true });
  const open: Open[] = [{ name: "", attributes: {}, children: [] }];
  parser.on("error", () => {
    throw new Damaged("ingest/broken-xml", { part, line: parser.line });
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new Damaged("ingest/too-deep", { part });
    const made: Open = {
      name: local(name),
      attributes: withoutPrefixes(attributes as Readonly<Record<string, string>>),
      children: [],
    };
    open.at(-1)?.children.push(made);
    open.push(made);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const text = (words: string): void => {
    open.at(-1)?.children.push(words);
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.write(textOf(bytes, part)).close();
  const root = open[0]?.children.find((child) => typeof child !== "string");
  if (root === undefined) throw new Damaged("ingest/broken-xml", { part, line: 1 });
  return root;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

const withoutPrefixes = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));

function textOf(bytes: Buffer, part: string): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch {
    throw new Damaged("ingest/broken-xml", { part, line: 1 });
  }
}

/** The first child of this name. */
export const child = (element: Xml | undefined, name: string): Xml | undefined =>
  element?.children.find((one): one is Xml => typeof one !== "string" && one.name === name);

export const childrenOf = (element: Xml | undefined, name?: string): Xml[] =>
  (element?.children ?? []).filter(
    (one): one is Xml => typeof one !== "string" && (name === undefined || one.name === name),
  );

/** The `val` of a child of this name. */
export const valueOf = (element: Xml | undefined, name: string): string | undefined =>
  child(element, name)?.attributes["val"];

/** Whether a property that is on or off is on; undefined where nothing is said of it. */
export function isOn(element: Xml | undefined, name: string): boolean | undefined {
  const property = child(element, name);
  if (property === undefined) return undefined;
  return !/^(?:0|false|off)$/u.test(property.attributes["val"] ?? "");
}

/** A whole number that an attribute or value says; undefined where it says none. */
export const wholeNumber = (value: string | undefined): number | undefined =>
  value !== undefined && /^-?\d{1,9}$/u.test(value) ? Number(value) : undefined;
