import type { JSX } from "preact";
import type { Ground } from "../model/book-proposal.ts";
import type { Language } from "../model/language.ts";
import { citation } from "../report/citation.ts";
import { bookUi, type BookUiWord } from "./book-ui.ts";
import type { BookSaying, BookView } from "./book-views.ts";
import { minuteText } from "./ui.ts";
import type { Chrome } from "./views.ts";

/** The words of the text that something is taken from, each with a way to its place. */
export const Grounds = ({
  grounds,
  book,
  chrome: { lang, base },
}: {
  grounds: readonly Ground[];
  book: Pick<BookView, "act" | "service" | "language">;
  chrome: Pick<Chrome, "lang" | "base">;
}): JSX.Element => (
  <>
    {grounds.map(({ cite, quote, lines }) => (
      <figure class="ground">
        <blockquote lang={book.language}>{quote}</blockquote>
        <figcaption>
          <a href={`${base}/desk/${encodeURIComponent(book.act)}?service=${book.service}#line=${lines[0]}`}>
            {bookUi("line", lang)} {lines[0]}
          </a>{" "}
          {cite === quote ? "" : citation(cite, lang)}
        </figcaption>
      </figure>
    ))}
  </>
);

/** Who said something of the book, when and why; their own decision can be taken back. */
export const Saying = ({ saying, lang }: { saying: BookSaying<unknown>; lang: Language }): JSX.Element => (
  <p class="said">
    <b>{saying.by}</b> {saying.what === null ? bookUi("cleared", lang) : ""}{" "}
    <time dateTime={saying.at}>{minuteText(saying.at)}</time>
    {saying.why === undefined ? "" : ` — ${saying.why}`}{" "}
    {saying.isOwn ? (
      <button
        type="button"
        class="quiet"
        data-do="ask"
        data-request={JSON.stringify({ action: "undo", undoes: saying.decision })}
      >
        {bookUi("takeBack", lang)}
      </button>
    ) : null}
  </p>
);

/** A button of an entry with the key that presses it. */
export const KeyButton = (props: {
  does: string;
  letter: string;
  word: BookUiWord;
  lang: Language;
  data: Readonly<Record<string, string>>;
  primary?: boolean;
}): JSX.Element => (
  <button
    type="button"
    class={props.primary === true ? "primary" : ""}
    data-do={props.does}
    data-key={props.letter}
    aria-keyshortcuts={props.letter}
    {...props.data}
  >
    {bookUi(props.word, props.lang)} <kbd aria-hidden="true">{props.letter}</kbd>
  </button>
);
