import type { ActUnderReview } from "../../desk/act.ts";
import type { ActTwin } from "../../desk/hold-twin.ts";
import { lineStarts, linesTouched } from "../../model/line-index.ts";
import { sourceSpans } from "../../model/passage.ts";
import type { Span } from "../../model/span.ts";
import type { OtherText } from "../../web/desk-twin.tsx";
import type { PlacedCard } from "./cards.ts";
import { textLines } from "./lines.ts";

/** The text in the other language as the desk shows it: its lines, the cards' words in it, and which lines stand beside which. */
export function otherText(act: ActUnderReview, cards: readonly PlacedCard[]): OtherText | undefined {
  const { twin } = act;
  if (twin === undefined) return undefined;
  const { content, places, language } = twin.text;
  const placed = placedThere(twin, cards);
  return {
    language,
    lines: textLines({ file: twin.text.file, content, edits: [], places }, placed),
    pairs: linePairs(act, twin),
  };
}

/** Cards with the spans of their words over there: those of the rule, where it was found, else of the provision. */
function placedThere(twin: ActTwin, cards: readonly PlacedCard[]): PlacedCard[] {
  const across = new Map(twin.pairs.flatMap(({ ours, theirs }) => ours.map(({ path }) => [path, theirs])));
  const rules = new Map(twin.text.candidates.map((one) => [one.id, one.source.spans]));
  return cards.flatMap(({ card }) => {
    const own = card.twin?.reading?.rule;
    const blocks = across.get(card.path) ?? [];
    const spans: readonly Span[] =
      (own === undefined ? undefined : rules.get(own)) ?? blocks.flatMap(({ words }) => sourceSpans(words));
    return spans.length === 0 ? [] : [{ card, spans }];
  });
}

/** First lines of provisions that say the same, here and there, in the order of the text. */
function linePairs({ text }: ActUnderReview, { text: there, pairs }: ActTwin): [number, number][] {
  const [own, other] = [lineStarts(text.content), lineStarts(there.content)];
  return pairs
    .flatMap(({ ours, theirs }): [number, number][] => {
      const [here] = ours.flatMap(({ words }) => sourceSpans(words));
      const [beside] = theirs.flatMap(({ words }) => sourceSpans(words));
      if (here === undefined || beside === undefined) return [];
      return [[linesTouched(own, [here])[0], linesTouched(other, [beside])[0]]];
    })
    .sort((a, b) => a[0] - b[0]);
}
