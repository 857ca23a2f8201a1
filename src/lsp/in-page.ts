import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from "parse5";
import type { InFile } from "./in-file.ts";

/** Letters of a page that are words, without white space, and where each stands in the file. */
interface Letters {
  text: string;
  readonly at: number[];
}

/** So many letters must agree where the text and the page are brought together again. */
const AGREE = 12;

/**
 * Where the letters of an act stand in its page. The act's text is the page's words in their order but for notes and numbers
 * of lists; where the two part they are brought together again by the next letters that agree. White space counts for nothing.
 */
export function inPage(page: string, content: string): InFile {
  const letters = lettersOf(page);
  const places = new Int32Array(content.length).fill(-1);
  let next = 0;
  for (let offset = 0; offset < content.length; offset += 1) {
    if (isSpace(content.charCodeAt(offset))) continue;
    if (content[offset] !== letters.text[next]) {
      const again = letters.text.indexOf(wordsFrom(content, offset), next);
      if (again < 0) continue;
      next = again;
    }
    places[offset] = letters.at[next] ?? -1;
    next += 1;
  }
  return placed(places);
}

/** What has no place of its own stands where the letter before it does, the beginning at the first that has one. */
function placed(places: Int32Array): InFile {
  let last = Math.max(0, places.find((place) => place >= 0) ?? 0);
  for (let offset = 0; offset < places.length; offset += 1) {
    const place = places[offset] ?? -1;
    if (place < 0) places[offset] = last;
    else last = place;
  }
  const toText = (offset: number): number => {
    let best = 0;
    // Notes are read behind the paragraph that they stand in, so that places need not rise.
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      if (place <= offset && place >= (places[best] ?? 0)) best = place === places[best] ? best : at;
    }
    return best;
  };
  return { toFile: (offset) => places[Math.min(offset, places.length - 1)] ?? 0, toText };
}

function wordsFrom(content: string, offset: number): string {
  let words = "";
  for (let at = offset; at < content.length && words.length < AGREE; at += 1)
    if (!isSpace(content.charCodeAt(at))) words += content[at] ?? "";
  return words;
}

function lettersOf(page: string): Letters {
  const letters: Letters = { text: "", at: [] };
  const tree = parse(page, { sourceCodeLocationInfo: true });
  const waiting: DefaultTreeAdapterTypes.Node[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) addLetters(node, page, letters);
    else if ("childNodes" in node) waiting.push(...[...node.childNodes].reverse());
  }
  return letters;
}

/** The letters of a text node: each as it stands in the file, or as the reference (`&nbsp;`) that stands for it. */
function addLetters(node: DefaultTreeAdapterTypes.TextNode, page: string, letters: Letters): void {
  let at = node.sourceCodeLocation?.startOffset;
  if (at === undefined) return;
  for (const letter of node.value) {
    const reference = page[at] === "&" ? (REFERENCE.exec(page.slice(at, at + LONGEST))?.[0] ?? "") : "";
    const isReference = reference !== "" && !(letter === "&" && !reference.endsWith(";"));
    if (!isSpace(letter.charCodeAt(0)))
      for (let unit = 0; unit < letter.length; unit += 1) {
        letters.text += letter[unit] ?? "";
        letters.at.push(isReference ? at : at + unit);
      }
    if (isReference) at += reference.length;
    else at += letter === "\n" && page.startsWith("\r\n", at) ? 2 : letter.length;
  }
}

/** The longest name of a character reference has 33 letters. */
const LONGEST = 40;
const REFERENCE = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,32});?/u;

const [SPACE, NO_BREAK_SPACE] = [0x20, 0xa0];
const BYTE_ORDER_MARK = "\u{feff}".charCodeAt(0);

const isSpace = (unit: number): boolean =>
  unit <= SPACE || unit === NO_BREAK_SPACE || unit === BYTE_ORDER_MARK;
