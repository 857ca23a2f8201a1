import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/repair/edit.ts";
import type { Span } from "../../src/model/span.ts";
import { corpusReadings } from "./corpus.ts";

/** The words of a file at some places with the listed repairs applied; moved words are only in another place then. */
function mended(content: string, spans: readonly Span[], edits: readonly Edit[]): string {
  const own = edits.filter(
    ({ at, movedFrom, movedTo }) =>
      movedFrom === undefined &&
      movedTo === undefined &&
      spans.some((span) => span.start <= at.start && at.end <= span.end),
  );
  return spans
    .map((span) => {
      let text = "";
      let done = span.start;
      for (const { at, by } of own.filter(({ at }) => span.start <= at.start && at.end <= span.end)) {
        text += content.slice(done, at.start) + by;
        done = Math.max(done, at.end);
      }
      return text + content.slice(done, span.end);
    })
    .join("");
}

/**
 * The signs of a text without its white space, in no order: moved words stand elsewhere. A stretched word is mended as a
 * whole, with the sign behind it, which a quote leaves out at its end.
 */
const signs = (text: string): string =>
  Array.from(text.replaceAll(/\s|[.;:,)]+\s*$/gu, ""))
    .sort()
    .join("");

const lineOf = (content: string, offset: number): number => content.slice(0, offset).split("\n").length;

describe("every rule of the corpus", () => {
  for (const [file, { candidates, content, edits, sha256 }] of corpusReadings()) {
    it(`has places in the file, in order, and the lines they touch: ${file}`, () => {
      expect(candidates.length).toBeGreaterThan(0);
      for (const { id, source } of candidates) {
        expect(source, id).toMatchObject({ file, sha256 });
        let last = -1;
        for (const { start, end } of source.spans) {
          expect(start, id).toBeGreaterThan(last);
          expect(end, id).toBeGreaterThan(start);
          last = end;
        }
        expect(last, id).toBeLessThanOrEqual(content.length);
        expect(source.lines, id).toEqual([
          lineOf(content, source.spans[0]!.start),
          lineOf(content, last - 1),
        ]);
      }
    });

    it(`has a quote that follows from the words of the file by the listed repairs: ${file}`, () => {
      for (const { id, source } of candidates)
        expect(signs(mended(content, source.spans, edits)), id).toBe(signs(source.quote));
    });

    it(`has an id of its own that tells its service, kind and path: ${file}`, () => {
      expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length);
      for (const { id, service, kind, path } of candidates)
        expect(id.startsWith(`${file.replace(".txt", "")}/${service}/${kind}/${path}`), id).toBe(true);
    });
  }
});
