import { attribute, childrenOf, type Element } from "./parse-page.ts";

/** Gives items of a page's lists their numbers: counted from the list's `start`, or from the last item that says its own. */
export class Ordinals {
  readonly #known = new Map<Element, ReadonlyMap<Element, number>>();

  of(list: Element, item: Element): number {
    let known = this.#known.get(list);
    if (known === undefined) this.#known.set(list, (known = ordinalsIn(list)));
    return known.get(item) ?? 1;
  }
}

function ordinalsIn(list: Element): ReadonlyMap<Element, number> {
  const ordinals = new Map<Element, number>();
  let number = Number.parseInt(attribute(list, "start") ?? "1", 10) - 1;
  for (const item of childrenOf(list)) {
    if (item.tagName !== "li") continue;
    const own = Number.parseInt(attribute(item, "value") ?? "", 10);
    number = Number.isNaN(own) ? number + 1 : own;
    if (!Number.isNaN(number)) ordinals.set(item, number);
  }
  return ordinals;
}
