import type { Draft } from "./draft.ts";
import type { Provision, ProvisionType } from "./provision.ts";
import type { CiteWords } from "../language/structure-words.ts";

interface Place {
  /** Of the parent. */
  readonly type: ProvisionType;
  /** Path of the parent with its slash; empty at the top. */
  readonly path: string;
  readonly cite: string;
  /** The annexes that the node stands in, outermost first. */
  readonly annexes: readonly Annex[];
  /** What the parent is called as that which an annex belongs to; undefined where nothing says it. */
  readonly owner: string | undefined;
  readonly service: number | undefined;
}

/** An annex as the citation of one within it names it. */
interface Annex {
  readonly label: string | undefined;
  readonly owner: string;
}

/** Gives every node its path, its citation and the number of its service. */
export function nameTree(act: Draft, words: CiteWords, actName: string): Provision {
  let services = 0;
  const ownerIn = ownersOf(words);
  const name = (node: Draft, place: Place, used: Map<string, number>, part: number): Provision => {
    const service = node.type === "regulation" ? (services += 1) : place.service;
    const segment = unique(used, segmentOf(node, part, services));
    const path = node.type === "act" ? "act" : place.path + segment;
    const annexes = isAnnex(node)
      ? [
          ...place.annexes,
          { label: node.label, owner: place.owner ?? ownerIn(node.head?.text) ?? words.toIt },
        ]
      : place.annexes;
    const cite = citeOf(node, place, annexes, words, part);
    const inside: Place = {
      type: node.type,
      path: node.type === "act" ? "" : `${path}/`,
      cite: node.type === "regulation" && node.label === undefined ? "" : cite,
      annexes,
      owner: node.type === "act" ? ownerIn(actName) : ownerIn(node.title?.text),
      service,
    };
    const children = nameChildren(node, inside);
    return {
      type: node.type,
      path,
      cite: cite === "" ? (node.title?.text ?? segment) : cite,
      ...(service === undefined ? {} : { service }),
      ...wordsOf(node),
      ...(children.length === 0 ? {} : { children }),
    };
  };
  const nameChildren = (node: Draft, inside: Place): Provision[] => {
    const used = new Map<string, number>();
    const lists = new Lists();
    let part = node.passage === undefined ? 0 : 1;
    return node.children.map((child) => {
      if (child.type === "paragraph") part += 1;
      const own =
        node.type === "act" && child.type !== "regulation" && child.type !== "annex"
          ? { ...inside, cite: actName }
          : inside;
      const cite = lists.citeFor(child) ?? own.cite;
      const named = name(child, cite === own.cite ? own : { ...own, cite }, used, part);
      lists.past(named);
      return named;
    });
  };
  return name(
    act,
    { type: "act", path: "", cite: "", annexes: [], owner: undefined, service: undefined },
    new Map(),
    0,
  );
}

/**
 * Lists of items that stand one after another in a provision, each numbered anew: an item of a later one is cited with
 * the part that opens its list, `7-тармақ, үшінші бөлік 1) тармақша`, since its number alone names several.
 */
class Lists {
  readonly #numbers = new Set<string>();
  #opening: string | undefined;
  #isLater = false;

  /** What the citation of a child begins with; undefined: with that of its parent, as any. */
  citeFor({ type, label }: Draft): string | undefined {
    if (type !== "item" || label === undefined) return undefined;
    if (this.#numbers.has(label)) {
      this.#isLater = true;
      this.#numbers.clear();
    }
    this.#numbers.add(label);
    return this.#isLater ? this.#opening : undefined;
  }

  past({ type, cite }: Provision): void {
    if (type === "paragraph") this.#opening = cite;
  }
}

type Words = Pick<Draft, "label" | "marker" | "head" | "title" | "table" | "topic" | "rowLabel" | "passage">;

/** The fields of a draft that go into the tree as they are. One by one: this runs for every node. */
function wordsOf(node: Words): Words {
  const words: { -readonly [Key in keyof Words]: Words[Key] } = {};
  if (node.label !== undefined) words.label = node.label;
  if (node.marker !== undefined) words.marker = node.marker;
  if (node.head !== undefined) words.head = node.head;
  if (node.title !== undefined) words.title = node.title;
  if (node.table !== undefined) words.table = node.table;
  if (node.topic !== undefined) words.topic = node.topic;
  if (node.rowLabel !== undefined) words.rowLabel = node.rowLabel;
  if (node.passage !== undefined) words.passage = node.passage;
  return words;
}

const isAnnex = (node: Draft): boolean => node.segment === "annex";

/** A regulation that is no numbered annex is named by the number of its service. */
function segmentOf(node: Draft, part: number, service: number): string {
  const ordinal = node.type === "paragraph" ? part : node.type === "regulation" ? service : undefined;
  const number = node.label ?? ordinal?.toString();
  return number === undefined ? node.segment : `${node.segment}-${number}`;
}

/** The segment, with an ordinal `.b`, `.c` … where it recurs. */
function unique(used: Map<string, number>, segment: string): string {
  const times = used.get(segment) ?? 0;
  used.set(segment, times + 1);
  return times === 0 ? segment : `${segment}.${ordinalLetters(times)}`;
}

/** 1 → b, 25 → z, 26 → aa. */
function ordinalLetters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : ordinalLetters(Math.floor(index / 26) - 1) + letter;
}

function citeOf(
  node: Draft,
  place: Place,
  annexes: readonly Annex[],
  words: CiteWords,
  part: number,
): string {
  const fill = (pattern: string, number = node.label ?? ""): string => pattern.replace("{n}", number);
  const after = (own: string, separator = ", "): string =>
    place.cite === "" ? own : place.cite + separator + own;
  switch (node.type) {
    case "act":
      return "";
    case "regulation":
      return node.label === undefined ? "" : fill(words.annex);
    case "annex":
      if (annexes.length > 1) return annexes.map((annex) => annexTo(annex, words)).join(", ");
      return node.label === undefined ? after(words.bareAnnex) : fill(words.annex);
    case "chapter":
      return after(fill(words.chapter));
    case "clause":
      return after(fill(words.clause));
    case "item":
      if (node.marker?.text.endsWith(".") === true) return after(`${node.label ?? ""}.`, " ");
      return after(place.type === "row" ? `${node.label ?? ""})` : fill(words.item), " ");
    case "paragraph":
      return after(partOf(words, part));
    case "table":
      return after(node.label === undefined ? words.table : fill(words.numberedTable));
    case "row":
      return after(fill(words.row), " ");
    case "cell":
      return after(fill(words.cell));
    case "heading":
      return after(words.heading);
    case "note":
      return after(words.note);
    case "form":
      return after(words.form);
    case "signature":
      return after(words.signature);
  }
}

/** An annex with what it belongs to. */
const annexTo = ({ label, owner }: Annex, words: CiteWords): string =>
  (label === undefined ? words.bareAnnexTo : words.annexTo.replace("{n}", label)).replace("{owner}", owner);

/** Finds in a title or a head what an annex belongs to, as citations name it. */
function ownersOf({ owners, ownerIsLast }: CiteWords): (text: string | undefined) => string | undefined {
  const beginnings = Object.keys(owners).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<!\\p{L})(?:${beginnings.join("|")})`, "giu");
  return (text) => {
    const found = (text?.match(pattern) ?? []).at(ownerIsLast ? -1 : 0);
    return found === undefined ? undefined : owners[found.toLowerCase()];
  };
}

function partOf(words: CiteWords, part: number): string {
  const ordinal = words.ordinals[part];
  return ordinal === undefined || ordinal === ""
    ? words.laterPart.replace("{n}", String(part))
    : words.part.replace("{n}", ordinal);
}
