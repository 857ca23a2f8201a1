import type { TextAsRead } from "../../desk/act.ts";
import type { Edit } from "../../repair/edit.ts";
import { placeAt } from "../../model/source-place.ts";
import type { Span } from "../../model/span.ts";
import type { Card, Piece, TextLine } from "../../web/views.ts";
import type { PlacedCard } from "./cards.ts";

interface Mark extends Span {
  readonly card?: Card;
  readonly edit?: Edit;
}

/** The text cut into lines, and each line where a card's words or a repair begin or end. */
export function textLines({ content, edits, places }: TextAsRead, cards: readonly PlacedCard[]): TextLine[] {
  const marks: Mark[] = [
    ...cards.flatMap(({ card, spans }) => spans.map((span) => ({ ...span, card }))),
    ...edits.filter(({ at }) => isVisible(content, at)).map((edit) => ({ ...edit.at, edit })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const lines: TextLine[] = [];
  const open = new Set<Mark>();
  let next = 0;
  let start = 0;
  for (const [index, text] of content.split("\n").entries()) {
    const end = start + text.length;
    for (const mark of open) if (mark.end <= start) open.delete(mark);
    for (let mark = marks[next]; mark !== undefined && mark.start < end; mark = marks[next]) {
      if (mark.end > start) open.add(mark);
      next += 1;
    }
    const at = text.trim() === "" ? undefined : placeAt(places, start + text.search(/\S/u));
    lines.push({ number: index + 1, start, ...(at && { at }), pieces: pieces(text, start, [...open]) });
    start = end + 1;
  }
  return lines;
}

/** A repair that only joins lines or drops blanks has nothing to be shown at. */
const isVisible = (content: string, at: Span): boolean => content.slice(at.start, at.end).trim() !== "";

function pieces(text: string, start: number, marks: readonly Mark[]): Piece[] {
  if (marks.length === 0) return [{ text, cards: [] }];
  const end = start + text.length;
  const cuts = new Set([start, end]);
  for (const mark of marks)
    for (const cut of [mark.start, mark.end]) if (cut > start && cut < end) cuts.add(cut);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    return piece(
      text.slice(from - start, to - start),
      marks.filter((mark) => mark.start < to && mark.end > from),
    );
  });
}

function piece(text: string, here: readonly Mark[]): Piece {
  const cards = here.flatMap((mark) => mark.card ?? []);
  const edit = here.find((mark) => mark.edit !== undefined)?.edit;
  // Of several rules on the same words the one with the fewest words is meant most: it began last.
  const top = cards.at(-1);
  return {
    text,
    cards: cards.map((card) => card.number),
    ...(top && { kind: top.kind ?? ("unread" as const), state: top.state }),
    ...(edit && { readAs: edit.by }),
  };
}
