import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinPassages, slicePassage, sourceSpans, type Passage, type Run } from "../../src/model/passage.ts";
import { mergeSpans } from "../../src/model/span.ts";

/** A passage made of pieces of a source: verbatim pieces and pieces that a repair replaced, in any order of the source. */
const passages: fc.Arbitrary<{ source: string; passage: Passage }> = fc
  .array(
    fc.record({ words: fc.string({ minLength: 1, maxLength: 8 }), replaced: fc.boolean(), gap: fc.nat(3) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .chain((pieces) =>
    fc
      .shuffledSubarray([...pieces.keys()], { minLength: pieces.length, maxLength: pieces.length })
      .map((order) => {
        let source = "";
        const places = pieces.map(({ words, replaced, gap }) => {
          source += "·".repeat(gap);
          const start = source.length;
          source += replaced ? `${words}xx` : words;
          return { start, end: source.length };
        });
        let text = "";
        const runs: Run[] = [];
        for (const index of order) {
          const { words } = pieces[index]!;
          runs.push({ at: text.length, length: words.length, source: places[index]! });
          text += words;
        }
        return { source, passage: { text, runs } };
      }),
  );

const cuts = fc.tuple(fc.nat(), fc.nat());

function cutOf({ text }: Passage, [a, b]: [number, number]): [number, number] {
  const places = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
  return [places[0]!, places[1]!];
}

/** The way back by its definition: one letter after another. */
function naiveSpans(passage: Passage, start: number, end: number) {
  const spans = [];
  for (const run of passage.runs) {
    const verbatim = run.source.end - run.source.start === run.length;
    for (let at = Math.max(start, run.at); at < Math.min(end, run.at + run.length); at += 1) {
      const offset = run.source.start + (at - run.at);
      spans.push(verbatim ? { start: offset, end: offset + 1 } : run.source);
    }
  }
  return mergeSpans(spans);
}

describe("a passage", () => {
  it("cuts its text as a string does, and its runs cover the cut without gaps", () => {
    fc.assert(
      fc.property(passages, cuts, ({ passage }, cut) => {
        const [start, end] = cutOf(passage, cut);
        const piece = slicePassage(passage, start, end);
        expect(piece.text).toBe(passage.text.slice(start, end));
        let at = 0;
        for (const run of piece.runs) {
          expect(run.at).toBe(at);
          at += run.length;
        }
        expect(at).toBe(piece.text.length);
      }),
    );
  });

  it("leads every cut back to the letters it comes from", () => {
    fc.assert(
      fc.property(passages, cuts, ({ passage }, cut) => {
        const [start, end] = cutOf(passage, cut);
        expect(sourceSpans(passage, start, end)).toEqual(naiveSpans(passage, start, end));
      }),
    );
  });

  it("gives verbatim letters back to the letter", () => {
    fc.assert(
      fc.property(passages, ({ source, passage }) => {
        for (const run of passage.runs)
          if (run.source.end - run.source.start === run.length)
            expect(source.slice(run.source.start, run.source.end)).toBe(
              passage.text.slice(run.at, run.at + run.length),
            );
      }),
    );
  });

  it("is whole again when cut and joined", () => {
    fc.assert(
      fc.property(passages, cuts, ({ passage }, cut) => {
        const [middle] = cutOf(passage, cut);
        const joined = joinPassages([
          slicePassage(passage, 0, middle),
          slicePassage(passage, middle, passage.text.length),
        ]);
        expect(joined.text).toBe(passage.text);
        expect(sourceSpans(joined)).toEqual(sourceSpans(passage));
      }),
    );
  });

  it("joins with glue that comes from nowhere", () => {
    const a: Passage = { text: "бір", runs: [{ at: 0, length: 3, source: { start: 10, end: 13 } }] };
    const b: Passage = { text: "екі", runs: [{ at: 0, length: 3, source: { start: 2, end: 5 } }] };
    const joined = joinPassages([a, b], " ");
    expect(joined.text).toBe("бір екі");
    expect(sourceSpans(joined, 3, 4)).toEqual([]);
    expect(sourceSpans(joined)).toEqual([
      { start: 2, end: 5 },
      { start: 10, end: 13 },
    ]);
  });
});

describe("merging spans", () => {
  it("covers the same places, sorted and apart", () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(10))
      .map(([start, length]) => ({ start, end: start + length + 1 }));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const merged = mergeSpans(spans);
        const places = (list: typeof spans) =>
          [
            ...new Set(
              list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
            ),
          ].sort((a, b) => a - b);
        expect(places(merged)).toEqual(places(spans));
        for (const [index, one] of merged.entries())
          if (index > 0) expect(one.start).toBeGreaterThan(merged[index - 1]!.end);
      }),
    );
  });
});
