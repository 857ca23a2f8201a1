import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceSpans, type Passage } from "../../src/model/passage.ts";
import { outline } from "../../src/reading.ts";
import type { RepairedText } from "../../src/repair/repaired-text.ts";
import { TEXTS, textOf } from "../structure/reading.ts";

const passagesOf = (text: RepairedText): Passage[] =>
  text.paragraphs.flatMap(({ passage, rows }) => (rows === undefined ? [passage] : rows.flat(2)));

const LOOK_ALIKE = /[a-z]/iu;

/** Runs of equal length stand letter by letter, but for white space and look-alikes. */
function isLetterByLetter(words: string, source: string): boolean {
  return Array.from(words).every((letter, at) => {
    const from = source[at] ?? "";
    return letter === from || (letter === " " && /\s/u.test(from)) || LOOK_ALIKE.test(from);
  });
}

describe.each(TEXTS)("the way back from the repaired words of %s", (name) => {
  const content = textOf(name);
  const { text } = outline(new TextEncoder().encode(content), { file: name });

  it("covers every passage without gaps, and leads to the same letters", () => {
    for (const { text: words, runs } of passagesOf(text)) {
      let at = 0;
      for (const run of runs) {
        expect(run.at).toBe(at);
        at += run.length;
        const source = content.slice(run.source.start, run.source.end);
        if (source.length === run.length)
          expect(isLetterByLetter(words.slice(run.at, at), source)).toBe(true);
      }
      expect(at).toBe(words.length);
    }
  });

  it("gives the letters of the passage, in another order at most, from its spans alone", () => {
    const letters = (words: string): string =>
      Array.from(words.normalize("NFC").replaceAll(/[^\p{L}\p{N}]/gu, ""))
        .sort()
        .join("");
    const latin = (words: string): string => words.replaceAll(/[a-zі]/giu, "");
    const markdown = text.source.format === "markdown";
    for (const passage of passagesOf(text)) {
      if (markdown && /www|http/u.test(passage.text)) continue;
      const source = sourceSpans(passage)
        .map(({ start, end }) => content.slice(start, end))
        .join("");
      expect(letters(latin(source))).toBe(letters(latin(passage.text)));
    }
  });

  it("makes every edit within the text, none over another", () => {
    let end = 0;
    for (const edit of text.edits) {
      expect(edit.at.start).toBeGreaterThanOrEqual(end);
      expect(edit.at.end).toBeLessThanOrEqual(content.length);
      end = edit.at.end;
    }
  });
});

it("never loses a letter, whatever the text", () => {
  const alphabet = fc.constantFrom(
    "а",
    "б",
    "і",
    " ",
    "  ",
    "\n",
    "\n\n\n\n",
    "\n      ",
    "-",
    ";",
    ".",
    '"',
    "1",
    ")",
    "(",
    "қосымшаға",
    "сәйкес",
    "№ 5",
    "\u{A0}",
    "\u{AD}",
  );
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 60 }), (parts) => {
      const content = parts.join("");
      const { text } = outline(new TextEncoder().encode(content), { file: "t.txt" });
      const letters = (words: string): string =>
        Array.from(words.replaceAll(/[\s\u{AD}-]/gu, ""))
          .sort()
          .join("");
      expect(
        letters(
          passagesOf(text)
            .map((passage) => passage.text)
            .join(""),
        ),
      ).toBe(letters(text.source.content));
    }),
    { numRuns: 300, seed: 7 },
  );
});
