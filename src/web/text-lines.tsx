import { sourcePlaceText } from "../report/source-place.ts";
import type { Language } from "../model/language.ts";
import type { JSX } from "preact";
import { ui } from "./ui.ts";
import type { Piece, TextLine } from "./views.ts";

/** So many lines make one block; blocks out of view cost the browser nothing (`content-visibility`). */
const BLOCK = 40;

/** The text as it stands in the file, line by line, with repairs marked and rules highlighted by kind. */
export function TextLines({ lines, lang }: { lines: readonly TextLine[]; lang: Language }): JSX.Element {
  const blocks: TextLine[][] = [];
  const pages = pagesBegun(lines);
  for (let at = 0; at < lines.length; at += BLOCK) blocks.push(lines.slice(at, at + BLOCK));
  return (
    <>
      {blocks.map((block) => (
        <div class="block">
          {block.map((line) => (
            <>
              {pages.has(line) ? (
                <p class="page" aria-hidden="true">
                  {ui("page", lang)} {pages.get(line)}
                </p>
              ) : null}
              <div
                class="line"
                data-line={line.number}
                data-start={line.start}
                data-at={gutterOf(line)}
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

/** The first lines of the pages of a file that has pages, each with its number. */
function pagesBegun(lines: readonly TextLine[]): ReadonlyMap<TextLine, number> {
  const begun = new Map<TextLine, number>();
  let page = 0;
  for (const line of lines) {
    if (line.at?.in !== "pdf" || line.at.page === page) continue;
    ({ page } = line.at);
    begun.set(line, page);
  }
  return begun;
}

/** What stands beside a line instead of its number, where the file has none: the paragraph, the cell; on a page nothing. */
function gutterOf({ at }: TextLine): string | undefined {
  if (at?.in !== "docx") return at === undefined ? undefined : "";
  const { paragraph, table } = at;
  return table === undefined ? `¶ ${paragraph}` : `${table.table}.${table.row}.${table.cell}`;
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
