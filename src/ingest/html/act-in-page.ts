import { attribute, childrenOf, elementsBelow, isElement, type Element } from "./parse-page.ts";
import type { Shown } from "./shown.ts";

/** So many of a hundred letters of a part are in links where the part is a menu. */
const MENU = 60;
/** A block with so many letters outside of links is prose, and a heading with so many has something to say. */
const PROSE = 80;
const HEADING = 15;

/** The element of a page that holds the act: all prose, and as little around it as can be told. */
export function actInPage(html: Element, shown: Shown): Element {
  let root = namedRoot(html, shown) ?? html;
  for (;;) {
    const parts = childrenOf(root).filter((child) => ownLetters(child, shown) > 0);
    const [largest, ...others] = parts.sort((a, b) => ownLetters(b, shown) - ownLetters(a, shown));
    if (largest === undefined || STAYS.has(largest.tagName) || looseText(root) >= PROSE) return root;
    if (others.some((other) => hasProse(other, shown))) return root;
    root = largest;
  }
}

/** Inside of these is the text of one paragraph or table and not a part of the page. */
const STAYS = new Set(
  "p li td th tr tbody table ul ol dl h1 h2 h3 h4 h5 h6 pre blockquote center span font b i a".split(" "),
);

/** Whether a part of the act's element is a menu or the like: most of its letters are to be clicked. */
export function isMenu(element: Element, shown: Shown): boolean {
  if (!MENUS.has(element.tagName)) return false;
  const { all, linked } = shown.lettersOf(element);
  return linked * 100 > all * MENU && links(element) >= LEAST_LINKS && !isListed(element);
}

const MENUS = new Set("div ul table td section header footer form fieldset details".split(" "));
const LEAST_LINKS = 3;

/** Whether the paragraph before it announces a list, whose links are then words of the act. */
function isListed(element: Element): boolean {
  const { parentNode } = element;
  if (parentNode === null || !isElement(parentNode)) return false;
  const siblings = childrenOf(parentNode);
  const before = siblings[siblings.indexOf(element) - 1];
  return before !== undefined && /[:;]\s*$/u.test(textOf(before));
}

/** All letters below an element. */
export function textOf(element: Element): string {
  let text = "";
  for (const { childNodes } of elementsBelow(element))
    for (const node of childNodes) if (node.nodeName === "#text" && "value" in node) text += node.value;
  return text;
}

/**
 * What the page itself calls the text, where that holds most of the letters, with the heading of the page, which may stand
 * before it.
 */
function namedRoot(html: Element, shown: Shown): Element | undefined {
  const all = ownLetters(html, shown);
  let heading: Element | undefined;
  let named: Element | undefined;
  for (const element of elementsBelow(html)) {
    if (element.tagName === "h1" && ownLetters(element, shown) >= HEADING) heading ??= element;
    if (isNamed(element) && ownLetters(element, shown) * 2 > all) named ??= element;
  }
  return named === undefined || heading === undefined ? named : around(named, heading);
}

const isNamed = (element: Element): boolean =>
  element.tagName === "article" ||
  element.tagName === "main" ||
  attribute(element, "role") === "main" ||
  attribute(element, "itemprop") === "articleBody";

/** The innermost element that holds both. */
function around(one: Element, other: Element): Element {
  const above = new Set(withParents(other));
  return withParents(one).find((element) => above.has(element)) ?? one;
}

function withParents(element: Element): Element[] {
  const found: Element[] = [];
  for (let next: Element["parentNode"] = element; next !== null && isElement(next); next = next.parentNode)
    found.push(next);
  return found;
}

function ownLetters(element: Element, shown: Shown): number {
  const { all, linked } = shown.lettersOf(element);
  return all - linked;
}

const looseText = (element: Element): number =>
  element.childNodes.reduce((sum, node) => sum + ("value" in node ? node.value.trim().length : 0), 0);

/** Whether something in a part reads like a text: a heading that says something, or words enough in one block. */
function hasProse(element: Element, shown: Shown): boolean {
  if (shown.isLeftOut(element)) return false;
  const own = ownLetters(element, shown);
  if (/^h[1-4]$/u.test(element.tagName) && own >= HEADING) return true;
  if (own < PROSE) return false;
  const blocks = childrenOf(element).filter((child) => !INLINE.has(child.tagName));
  return blocks.length === 0 || looseText(element) >= PROSE || blocks.some((block) => hasProse(block, shown));
}

const INLINE = new Set(
  "a abbr b bdi bdo big br cite code em font i ins kbd label mark q s small span strong sub sup tt u wbr".split(
    " ",
  ),
);

const links = (element: Element): number =>
  [...elementsBelow(element)].filter(({ tagName }) => tagName === "a").length;
