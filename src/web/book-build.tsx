import type { JSX } from "preact";
import type { Gap } from "../model/book-gap.ts";
import { gapWords } from "../report/book/book-words.ts";
import { bookFieldName, bookUi } from "./book-ui.ts";
import type { BookView } from "./book-views.ts";
import type { Chrome } from "./views.ts";

/** How far the book is: what is missing, with the way to where it is decided; building, reading and taking it along. */
export function BookBuild({ book, chrome }: { book: BookView; chrome: Chrome }): JSX.Element {
  const { lang, base } = chrome;
  const at = `${base}/book/${encodeURIComponent(book.act)}/${book.service}`;
  const isWhole = book.gaps.length === 0;
  return (
    <section class="build" aria-labelledby="build-name">
      <h2 id="build-name">{bookUi("buildHeading", lang)}</h2>
      <p>
        {bookUi(`built.${book.built}`, lang)} {bookUi("rules", lang)}: {book.rules}.
      </p>
      {isWhole ? (
        <p>{bookUi("nothingMissing", lang)}</p>
      ) : (
        <>
          <p class="warn">{bookUi("missing", lang)}:</p>
          <ul class="gaps">
            {book.gaps.map((gap) => (
              <li>
                <GapWords gap={gap} book={book} chrome={chrome} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        <button
          type="button"
          id="build"
          class="primary"
          data-do="build"
          aria-keyshortcuts="b"
          {...(!isWhole && { "aria-disabled": "true" as const })}
        >
          {bookUi("build", lang)} <kbd aria-hidden="true">b</kbd>
        </button>
        <a id="show" href={`${at}/shown`} aria-keyshortcuts="v">
          {bookUi(isWhole ? "show" : "showDraft", lang)} <kbd aria-hidden="true">v</kbd>
        </a>
        <a href={`${at}/json`} download>
          {bookUi("download", lang)}
        </a>
      </p>
    </section>
  );
}

/** What is missing, with the first few places where it is decided. */
function GapWords({ gap, book, chrome }: { gap: Gap; book: BookView; chrome: Chrome }): JSX.Element {
  const { lang, base } = chrome;
  const said = gapWords(gap, lang);
  if (gap.is === "fault") return <>{said}</>;
  if ("fields" in gap)
    return (
      <>
        {said}:{" "}
        {gap.fields.map((field, index) => (
          <>
            {index === 0 ? "" : ", "}
            <a href={`#field-${field}`}>{bookFieldName(field, lang)}</a>
          </>
        ))}
      </>
    );
  const desk = `${base}/desk/${encodeURIComponent(book.act)}?service=${book.service}`;
  return (
    <>
      <a href={`${desk}&state=${gap.is}`}>{said}</a>{" "}
      {gap.rules.slice(0, SHOWN).map((rule) => (
        <>
          {" "}
          <a class="path" href={`${desk}#rule=${encodeURIComponent(rule)}`}>
            {rule.split("/").slice(2).join("/")}
          </a>
        </>
      ))}
      {gap.rules.length > SHOWN ? " …" : ""}
    </>
  );
}

const SHOWN = 5;
