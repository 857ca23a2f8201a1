import { attribute, isElement, type Element, type Node } from "./parse-page.ts";

/** Elements whose words are no part of what a reader reads. */
const UNREAD = new Set([
  ..."head script style template noscript iframe object embed applet canvas audio video map svg math".split(
    " ",
  ),
  ..."button select option input textarea datalist progress meter dialog nav aside menu colgroup".split(" "),
]);
const ROLES = /^(?:navigation|banner|contentinfo|search|complementary|dialog|menu|menubar|toolbar|tablist)$/u;
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

/** What of a page is looked at. */
export interface Shown {
  /** Whether an element and all in it is not shown, or is there to be clicked. */
  readonly isLeftOut: (element: Element) => boolean;
  /** Letters of an element that are shown, and how many of them are in links; what is left out has none. */
  readonly lettersOf: (element: Element) => Letters;
}

export interface Letters {
  readonly all: number;
  readonly linked: number;
}

/** What a reader is shown of a page whose tracked changes (`<ins>`, `<del>`) are read in one of the two ways. */
export function shownOf(changes: "accepted" | "original"): Shown {
  const dropped = changes === "accepted" ? "del" : "ins";
  const counted = new Map<Element, Letters>();
  const isLeftOut = (element: Element): boolean => element.tagName === dropped || isUnread(element);
  const lettersOf = (element: Element): Letters => {
    const known = counted.get(element);
    if (known !== undefined) return known;
    const letters = { all: 0, linked: 0 };
    if (!isLeftOut(element)) {
      for (const child of element.childNodes) add(letters, child);
      if (element.tagName === "a" && attribute(element, "href") !== undefined) letters.linked = letters.all;
    }
    counted.set(element, letters);
    return letters;
  };
  const add = (letters: { all: number; linked: number }, child: Node): void => {
    if (child.nodeName === "#text" && "value" in child) letters.all += child.value.trim().length;
    else if (isElement(child)) {
      const { all, linked } = lettersOf(child);
      letters.all += all;
      letters.linked += linked;
    }
  };
  return { isLeftOut, lettersOf };
}

const isUnread = (element: Element): boolean =>
  UNREAD.has(element.tagName) ||
  (element.tagName === "footer" && !isInArticle(element)) ||
  attribute(element, "hidden") !== undefined ||
  attribute(element, "aria-hidden") === "true" ||
  ROLES.test(attribute(element, "role") ?? "") ||
  HIDING.test(attribute(element, "style") ?? "");

/** What stands under a page is the site's, what stands under an article is the article's. */
function isInArticle(element: Element): boolean {
  for (let above = element.parentNode; above !== null && isElement(above); above = above.parentNode)
    if (above.tagName === "article") return true;
  return false;
}
