import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Elements in one another that a page can have; browsers cut at about as many. */
const DEEPEST = 500;
/** White space in one tag: some tags have a dozen of attributes, and none has so many. */
const MOST_BLANKS = 5000;

/** The page's `<html>`; undefined where its elements are nested deeper, or a tag has more attributes, than any page has. */
export function parsePage(content: string): Element | undefined {
  if (hasEndlessTag(content)) return undefined;
  let depth = 0;
  try {
    const document = parse(content, {
      scriptingEnabled: false,
      treeAdapter: {
        ...defaultTreeAdapter,
        ...fromTheEnd,
        onItemPush: () => {
          depth += 1;
          if (depth > DEEPEST) throw new TooDeep();
        },
        onItemPop: () => {
          depth -= 1;
        },
        // Of a second <body> browsers take the attributes; nothing here asks for them.
        adoptAttributes: () => undefined,
      },
    });
    return document.childNodes.find((node): node is Element => node.nodeName === "html");
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

class TooDeep extends Error {}

/** The parser looks for a child where it has just put it: at the end, so that a page of any length takes its own time. */
const fromTheEnd = {
  insertBefore(parent: Parent, child: Node, before: Node): void {
    parent.childNodes.splice(parent.childNodes.lastIndexOf(before), 0, child);
    child.parentNode = parent;
  },
  detachNode(node: Node): void {
    const parent = node.parentNode;
    if (parent === null) return;
    parent.childNodes.splice(parent.childNodes.lastIndexOf(node), 1);
    node.parentNode = null;
  },
};

function hasEndlessTag(content: string): boolean {
  let inside = false;
  let blanks = 0;
  for (let at = 0; at < content.length; at += 1) {
    const code = content.charCodeAt(at);
    if (code === 62) inside = false;
    else if (inside) {
      if (code <= 32 || code === 47) blanks += 1;
      if (blanks > MOST_BLANKS) return true;
    } else if (code === 60 && isLetter(content.charCodeAt(at + 1))) {
      inside = true;
      blanks = 0;
    }
  }
  return false;
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** The value of an attribute; undefined where the element has none. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

export const isElement = (node: Node | Parent): node is Element => "tagName" in node;

export const childrenOf = (element: Element): Element[] => element.childNodes.filter(isElement);

/** An element and all below it, in the order of the page. */
export function* elementsBelow(element: Element): Generator<Element> {
  const open = [element];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    const { childNodes } = next;
    for (let index = childNodes.length - 1; index >= 0; index -= 1) {
      const child = childNodes[index];
      if (child !== undefined && isElement(child)) open.push(child);
    }
  }
}
