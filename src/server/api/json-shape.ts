/** What brackets, commas and colons tell of a JSON text before it is read. */
export interface JsonShape {
  readonly depth: number;
  /** Objects and arrays. */
  readonly opened: number;
  /** Keys with their values, in all objects together. */
  readonly members: number;
  /** No fewer than there are. */
  readonly values: number;
}

/** Looks at every byte of a text in UTF-8 once; says of a text that is no JSON whatever its brackets say. */
export function jsonShape(bytes: Uint8Array): JsonShape {
  let [depth, deepest, opened, members, commas] = [0, 0, 0, 0, 0];
  const end = bytes.length;
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at, end);
    else if (byte === COMMA) commas += 1;
    else if (byte === COLON) members += 1;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      opened += 1;
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) depth -= 1;
  }
  return { depth: deepest, opened, members, values: 1 + opened + commas };
}

/** The place of the quotation mark that ends the string which begins here. */
function endOfString(bytes: Uint8Array, begin: number, end: number): number {
  let at = begin + 1;
  for (; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at += 1;
  }
  return at;
}

const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = Array.from(
  '"\\,:[]{}',
  (letter) => letter.charCodeAt(0),
);
