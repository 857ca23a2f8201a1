import type { Language } from "../model/language.ts";
import { lineStarts, linesTouched } from "../model/line-index.ts";
import { joinPassages, sourceSpans } from "../model/passage.ts";
import type { Candidate, Rule } from "../model/rule.ts";
import { placeAt, type PlacedSpan } from "../model/source-place.ts";
import type { TwinSource } from "../model/source.ts";
import type { TwinReading } from "../model/twin.ts";
import type { Block } from "../parity/block.ts";
import type { RulePair } from "./pair-rules.ts";

/** The text of an act in the other language, as read. */
export interface TwinText {
  readonly file: string;
  readonly sha256: string;
  readonly language: Language;
  /** The ingested text, to tell lines by. */
  readonly content: string;
  readonly places: readonly PlacedSpan[];
  readonly candidates: readonly Candidate[];
}

/** Cites a text beside rules of the other: the words of a rule's counterpart, or of the whole provision where it has none. */
export function twinSources(
  text: TwinText,
): (pair: RulePair<Rule, Candidate>, reading: TwinReading) => TwinSource | undefined {
  const { language } = text;
  const passage = passages(text);
  return ({ twin, blocks }, reading) => {
    if (reading === "missing") return undefined;
    if (twin === undefined) {
      const words = passage(blocks);
      return words && { language, reading, ...words };
    }
    const { path, cite, source } = twin;
    const { file, sha256, spans, lines, place, quote } = source;
    const at = { file, sha256, path, cite, spans, lines, ...(place === undefined ? {} : { place }) };
    return { language, reading, ...at, quote };
  };
}

/** The words of provisions of a text that stand one behind the other, cited by the first. */
export function passages({
  file,
  sha256,
  content,
  places,
}: TwinText): (blocks: readonly Block[]) => Omit<TwinSource, "language" | "reading"> | undefined {
  const starts = lineStarts(content);
  return (blocks) => {
    const [first] = blocks;
    if (first === undefined) return undefined;
    const words = joinPassages(
      blocks.map((block) => block.words),
      " ",
    );
    const spans = sourceSpans(words);
    const place = placeAt(places, spans[0]?.start ?? 0);
    return {
      file,
      sha256,
      path: first.path,
      cite: first.cite,
      spans,
      lines: linesTouched(starts, spans),
      ...(place === undefined ? {} : { place }),
      quote: words.text.replace(/\s+/gu, " ").trim(),
    };
  };
}
