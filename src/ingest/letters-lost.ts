import type { Finding } from "../model/finding.ts";

/** A word in which a question mark, or the mark of a letter that could not be read, stands for a letter. */
const DAMAGED = /\p{L}(?:\?\p{L}|\u{FFFD})|\u{FFFD}\p{L}/gu;
const WORD = /\p{L}+/gu;
/** Below so many a misprint is likelier. */
const LEAST = 5;
/** From one word in so many on, what was lost cannot be told from the rest, and the text is not read. */
const LOST = 20;

/**
 * Letters that an encoding could not hold, and that a conversion before this one has put a sign for: a Kazakh page that was
 * saved in windows-1251 reads `?аза?стан`. Many of them are an error.
 */
export function lettersLost(content: string, file: string): readonly Finding[] {
  if (!content.includes("?") && !content.includes("\u{FFFD}")) return [];
  const damaged = content.match(DAMAGED)?.length ?? 0;
  if (damaged < LEAST) return [];
  const words = content.match(WORD)?.length ?? 0;
  const first = content.search(DAMAGED);
  return [
    {
      code: "ingest/letters-lost",
      severity: damaged * LOST >= words ? "error" : "warning",
      where: { in: "file", file },
      details: { times: damaged, words: wordAround(content, first) },
    },
  ];
}

/** The stretch without spaces that an offset is in. */
function wordAround(content: string, offset: number): string {
  let start = offset;
  while (start > 0 && !/\s/u.test(content.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < content.length && !/\s/u.test(content.charAt(end))) end += 1;
  return content.slice(start, Math.min(end, start + LONGEST));
}
const LONGEST = 60;
