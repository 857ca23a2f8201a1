import type { Span } from "./span.ts";

/** What is known of each UTF-16 unit so far: 0 nothing, 1 a letter, 2 none. Asking a pattern for each would be slow. */
const KNOWN = new Uint8Array(0x10000);

/** Whether a UTF-16 unit is a letter, of whichever script. */
export function isLetter(unit: number): boolean {
  const known = KNOWN[unit];
  if (known !== 0) return known === 1;
  const letter = /^\p{L}$/u.test(String.fromCharCode(unit));
  KNOWN[unit] = letter ? 1 : 2;
  return letter;
}

/** The letters on both sides of a stretch of a text, and the stretch. */
export function wordAround(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (isLetter(text.charCodeAt(from - 1))) from -= 1;
  while (isLetter(text.charCodeAt(to))) to += 1;
  return { start: from, end: to };
}
