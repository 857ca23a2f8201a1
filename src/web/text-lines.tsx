import type { Language } from "../model/language.ts";
import type { JSX } from "preact";
import { ui } from "./ui.ts";
import type { Piece, TextLine } from "./views.ts";

/** So many lines make one block; blocks out of view cost the browser nothing (`content-visibility`). */
const BLOCK = 40;

/** The text as it stands in the file, line by line, with repairs marked and rules highlighted by kind. */
export function TextLines({ lines, lang }: { lines: readonly TextLine[]; lang: Language }): JSX.Element {
  const blocks: TextLine[][] = [];
  for (let at = 0; at < lines.length; at += BLOCK) blocks.push(lines.slice(at, at + BLOCK));
  return (
    <>
      {blocks.map((block) => (
        <div class="block">
          {block.map((line) => (
            <div class="line" data-line={line.number} data-start={line.start}>
              {line.pieces.map((piece) => (
                <PieceOf piece={piece} lang={lang} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

function PieceOf({ piece, lang }: { piece: Piece; lang: Language }): JSX.Element {
  const fixed =
    piece.readAs === undefined ? (
      <>{piece.text}</>
    ) : (
      <span class="fix" title={`${ui("repaired", lang)}: ${piece.readAs === "" ? "∅" : piece.readAs}`}>
        {piece.text}
      </span>
    );
  if (piece.cards.length === 0) return fixed;
  return (
    <mark
      class={`k-${piece.kind ?? "unread"} s-${piece.state ?? "waiting"}`}
      data-cards={piece.cards.join(" ")}
    >
      {fixed}
    </mark>
  );
}
