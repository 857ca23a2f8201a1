import type { JSX } from "preact";
import { BookBuild } from "./book-build.tsx";
import { BookFieldEntry } from "./book-field.tsx";
import { BookKeys } from "./book-keys.tsx";
import { vocabularyWord } from "./condition/vocabulary-word.ts";
import { Pointers, Remarks } from "./book-lists.tsx";
import { bookUi } from "./book-ui.ts";
import type { BookView } from "./book-views.ts";
import { FormWindow } from "./form-parts.tsx";
import { page } from "./layout.tsx";
import { ui } from "./ui.ts";
import type { Chrome } from "./views.ts";

interface Matter {
  readonly book: BookView;
  readonly chrome: Chrome;
}

/** What the book of a service says beside its rules: proposed, decided, disputed; and building it. */
export function bookPage(chrome: Chrome, book: BookView): string {
  const { lang } = chrome;
  const { act, service, name } = book;
  return page(
    chrome,
    `${name} — ${bookUi("book", lang)}`,
    <main class="book" id="main" data-act={act} data-service={service}>
      <Lead book={book} chrome={chrome} />
      <BookBuild book={book} chrome={chrome} />
      <Fields book={book} chrome={chrome} />
      <Pointers book={book} chrome={chrome} />
      <Remarks book={book} chrome={chrome} />
      <BookKeys chrome={chrome} />
      <FormWindow lang={lang} />
    </main>,
    "plain",
  );
}

function Lead({ book, chrome: { lang, base } }: Matter): JSX.Element {
  const { act, service, name, actTitle, language, last, torn } = book;
  return (
    <div class="lead">
      <p class="subtitle" lang={language}>
        {actTitle}
      </p>
      <h1>
        {bookUi("book", lang)}:{" "}
        <span lang={language}>{service === 0 ? ui("theActItself", lang) : `${service}. ${name}`}</span>
      </h1>
      <p>{bookUi("intro", lang)}</p>
      <p class="actions">
        <a
          id="desk"
          href={`${base}/desk/${encodeURIComponent(act)}?service=${service}`}
          aria-keyshortcuts="g"
        >
          {bookUi("toDesk", lang)} <kbd aria-hidden="true">g</kbd>
        </a>
        <a href={`${base}/vocabulary/${encodeURIComponent(act)}/${service}`}>
          {vocabularyWord("title", lang)}
        </a>
        {last === undefined ? null : (
          <button
            type="button"
            id="undo"
            data-do="ask"
            data-request={JSON.stringify({ action: "undo", undoes: last })}
            aria-keyshortcuts="u"
          >
            {ui("undo", lang)} <kbd aria-hidden="true">u</kbd>
          </button>
        )}
        <button type="button" class="quiet" data-do="keys" aria-keyshortcuts="?">
          {ui("keys", lang)} <kbd aria-hidden="true">?</kbd>
        </button>
      </p>
      {torn ? <p class="warn">{ui("torn", lang)}</p> : null}
    </div>
  );
}

function Fields({ book, chrome }: Matter): JSX.Element {
  const { lang } = chrome;
  // What nobody has said anything of, and is proposed whole, can be taken over at once.
  const whole = book.fields.flatMap(({ field, proposal, said }) =>
    said.length > 0 || proposal?.value === undefined || proposal.standing === "partly"
      ? []
      : [[field, proposal.value] as const],
  );
  return (
    <section aria-labelledby="fields-name">
      <h2 id="fields-name">{bookUi("fields", lang)}</h2>
      {whole.length === 0 ? null : (
        <p class="actions">
          <button
            type="button"
            id="accept-all"
            data-do="ask"
            data-request={JSON.stringify({ action: "book", book: Object.fromEntries(whole) })}
          >
            {bookUi("acceptAll", lang)}
          </button>
        </p>
      )}
      {book.fields.map((one) => (
        <BookFieldEntry view={one} book={book} chrome={chrome} />
      ))}
    </section>
  );
}
