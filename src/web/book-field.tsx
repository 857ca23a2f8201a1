import type { JSX } from "preact";
import { fieldWords, standingWords, whyWords } from "../report/book/book-words.ts";
import type { BookField } from "../model/book-proposal.ts";
import { Grounds, KeyButton, Saying } from "./book-parts.tsx";
import { bookFieldName, bookUi } from "./book-ui.ts";
import type { BookView, FieldView } from "./book-views.ts";
import type { Chrome } from "./views.ts";

interface Matter {
  readonly view: FieldView;
  readonly book: BookView;
  readonly chrome: Chrome;
}

/** One field of the book: what it says and who said so, what is proposed and from which words, and what can be done. */
export function BookFieldEntry({ view, book, chrome }: Matter): JSX.Element {
  const { lang } = chrome;
  const { field, value, said, isDisputed, isNeeded, proposal, isAsProposed } = view;
  const isOpen = value === undefined && isNeeded;
  return (
    <article class={`entry${isOpen || isDisputed ? " open" : ""}`} id={`field-${field}`} tabindex={-1}>
      <h3>
        {bookFieldName(field, lang)}
        {isNeeded ? <small> · {bookUi("needed", lang)}</small> : null}
      </h3>
      {isDisputed ? (
        <Disputed view={view} book={book} chrome={chrome} />
      ) : (
        <>
          {value === undefined ? (
            <p class={isOpen ? "warn" : "empty"}>{bookUi("unsaid", lang)}</p>
          ) : (
            <Value field={field} value={value} chrome={chrome} />
          )}
          {said.map((one) => (
            <Saying saying={one} lang={lang} />
          ))}
        </>
      )}
      {proposal === undefined ? null : <Proposed view={view} book={book} chrome={chrome} />}
      <div class="actions">
        {proposal?.value === undefined ||
        proposal.standing === "partly" ||
        isAsProposed ||
        isDisputed ? null : (
          <KeyButton
            does="ask"
            letter="a"
            word="accept"
            lang={lang}
            primary
            data={{ "data-request": JSON.stringify({ action: "book", book: { [field]: proposal.value } }) }}
          />
        )}
        <KeyButton
          does="book-form"
          letter="e"
          word="edit"
          lang={lang}
          data={{ "data-query": `is=book&field=${field}` }}
        />
        {value === undefined ? null : (
          <KeyButton
            does="ask"
            letter="r"
            word="clear"
            lang={lang}
            data={{ "data-request": JSON.stringify({ action: "book", book: { [field]: null } }) }}
          />
        )}
      </div>
    </article>
  );
}

function Proposed({ view, book, chrome }: Matter): JSX.Element {
  const { lang } = chrome;
  const { field, proposal, isAsProposed } = view;
  return (
    <div class="proposal">
      <p class="state">
        {bookUi(isAsProposed ? "asProposed" : "proposed", lang)}:{" "}
        {standingWords(proposal?.standing ?? "", lang)}
      </p>
      {isAsProposed || proposal?.value === undefined ? null : (
        <Value field={field} value={proposal.value} chrome={chrome} />
      )}
      <ul class="whys">
        {proposal?.why.map((one) => (
          <li>{whyWords(one, lang)}</li>
        ))}
      </ul>
      <Grounds grounds={proposal?.grounds ?? []} book={book} chrome={chrome} />
    </div>
  );
}

/** What each says, and the way to end it. */
const Disputed = ({ view: { field, said }, chrome }: Matter): JSX.Element => (
  <>
    <p class="warn">{bookUi("disputed", chrome.lang)}</p>
    {said.map((one) => (
      <div class="position">
        {one.what === null ? null : <Value field={field} value={one.what} chrome={chrome} />}
        <Saying saying={one} lang={chrome.lang} />
        <button
          type="button"
          data-do="ask"
          data-request={JSON.stringify({
            action: "book",
            book: { [field]: one.what },
            settles: said.map(({ decision }) => decision),
          })}
        >
          {bookUi("settleFor", chrome.lang)}
        </button>
      </div>
    ))}
  </>
);

const Value = ({
  field,
  value,
  chrome,
}: {
  field: BookField;
  value: unknown;
  chrome: Chrome;
}): JSX.Element => (
  <div class="value">
    {fieldWords(field, value, chrome.lang).map((line) => (
      <p>{line}</p>
    ))}
  </div>
);
