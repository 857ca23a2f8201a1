import { sourcePlaceText } from "../report/source-place.ts";
import type { Language } from "../model/language.ts";
import type { JSX } from "preact";
import { type PlacedLine, placedLines } from "./line-places.ts";
import { ui } from "./ui.ts";
import type { Piece, TextLine } from "./views.ts";

/** So many lines make one block; blocks out of view cost the browser nothing (`content-visibility`). */
const BLOCK = 40;

/** The text as it stands in the file, line by line, with repairs marked and rules highlighted by kind. */
export function TextLines({ lines, lang }: { lines: readonly TextLine[]; lang: Language }): JSX.Element {
  const blocks: PlacedLine[][] = [];
  const placed = placedLines(lines, lang);
  for (let at = 0; at < placed.length; at += BLOCK) blocks.push(placed.slice(at, at + BLOCK));
  return (
    <>
      {blocks.map((block) => (
        <div class="block">
          {block.map(({ line, begins, beside }) => (
            <>
              {begins === undefined ? null : (
                <p class={line.at?.in === "pdf" ? "page" : "row"} aria-hidden="true">
                  {begins}
                </p>
              )}
              <div
                class="line"
                data-line={line.number}
                data-start={line.start}
                data-at={beside}
                title={line.at && sourcePlaceText(line.at, lang)}
              >
                {line.pieces.map((piece) => (
                  <PieceOf piece={piece} lang={lang} />
                ))}
              </div>
            </>
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
