const ANY_LETTER = "A-Za-z\\u0080-\\uffff";

/**
 * A pattern as every reader of OpenAPI reads it the same way. Python's `re` knows no `\p{L}` and takes the digits of all
 * scripts for `\d`: letters become ranges that are a little wider, and digits are spelled out. Lengths, classes and
 * groups are alike in both.
 */
export function readablePattern(pattern: string): string {
  let isInClass = false;
  return pattern.replace(/\\p\{[A-Z][a-z]?\}|\\[\s\S]|[[\]]/g, (part) => {
    if (part === "[") isInClass = true;
    else if (part === "]") isInClass = false;
    const plain = PLAIN.get(part);
    return plain === undefined ? part : isInClass ? plain : `[${plain}]`;
  });
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ["\\p{L}", ANY_LETTER],
  // Beside letters: their other digits are in the range already.
  ["\\p{N}", "0-9"],
  ["\\d", "0-9"],
]);
