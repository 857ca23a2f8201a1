import { attribute, childrenOf, isElement, type Element } from "./parse-page.ts";

/** A name that a selector can hold as it is. */
const PLAIN = /^[\p{L}_][\p{L}\p{Nd}_-]{0,80}$/u;

/** Gives elements of a page the shortest CSS selector that finds them: from the nearest element with an `id` on. */
export class Selectors {
  readonly #known = new Map<Element, string>();

  of(element: Element): string {
    const known = this.#known.get(element);
    if (known !== undefined) return known;
    const made = this.#make(element);
    this.#known.set(element, made);
    return made;
  }

  #make(element: Element): string {
    const id = attribute(element, "id");
    if (id !== undefined && PLAIN.test(id)) return `#${id}`;
    const { parentNode, tagName } = element;
    if (parentNode === null || !isElement(parentNode) || tagName === "body") return tagName;
    const alike = this.#alike(parentNode).get(element);
    return `${this.of(parentNode)} > ${tagName}${alike === undefined ? "" : `:nth-of-type(${alike})`}`;
  }

  readonly #ordinals = new Map<Element, Map<Element, number>>();

  /** The ordinals of the children among those of the same name; none for one that is alone. */
  #alike(parent: Element): Map<Element, number> {
    const known = this.#ordinals.get(parent);
    if (known !== undefined) return known;
    const counts = new Map<string, number>();
    const ordinals = new Map<Element, number>();
    for (const child of childrenOf(parent)) {
      const count = (counts.get(child.tagName) ?? 0) + 1;
      counts.set(child.tagName, count);
      ordinals.set(child, count);
    }
    for (const [child] of ordinals) if (counts.get(child.tagName) === 1) ordinals.delete(child);
    this.#ordinals.set(parent, ordinals);
    return ordinals;
  }
}
