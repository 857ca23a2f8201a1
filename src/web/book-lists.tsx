import type { JSX } from "preact";
import type { NotHeld } from "../model/not-held.ts";
import { citation } from "../report/citation.ts";
import { word } from "../report/rule-words.ts";
import { Grounds, KeyButton, Saying } from "./book-parts.tsx";
import { bookUi } from "./book-ui.ts";
import type { BookView, ListedView } from "./book-views.ts";
import type { Chrome } from "./views.ts";

interface Matter {
  readonly book: BookView;
  readonly chrome: Chrome;
}

/** What the regulation leaves to acts that are not at hand. */
export function Pointers({ book, chrome }: Matter): JSX.Element {
  const { lang } = chrome;
  return (
    <section aria-labelledby="not-held-name">
      <h2 id="not-held-name">{bookUi("notHeld", lang)}</h2>
      <AddButton id="new-pointer" is="not-held" letter="n" label={bookUi("addPointer", lang)} />
      {book.pointers.length === 0 ? <p class="empty">{bookUi("nothingProposed", lang)}</p> : null}
      {book.pointers.map((one, index) => (
        <Listed id={`pointer-${index + 1}`} view={one} is="not-held" chrome={chrome}>
          <PointerWords pointer={one.what} book={book} chrome={chrome} />
        </Listed>
      ))}
    </section>
  );
}

const PointerWords = ({ pointer, book, chrome: { lang } }: Matter & { pointer: NotHeld }): JSX.Element => (
  <>
    <p class="value" lang={book.language}>
      {pointer.what}
    </p>
    <p class="where">
      {pointer.kinds.map((kind) => word("kinds", kind, lang)).join(", ")} · {citation(pointer.cite, lang)}
    </p>
    {pointer.quote === undefined ? null : <blockquote lang={book.language}>{pointer.quote}</blockquote>}
  </>
);

/** What a reader has to know of the book as a whole. */
export function Remarks({ book, chrome }: Matter): JSX.Element {
  const { lang } = chrome;
  return (
    <section aria-labelledby="remarks-name">
      <h2 id="remarks-name">{bookUi("remarks", lang)}</h2>
      <AddButton id="new-remark" is="remark" letter="m" label={bookUi("addRemark", lang)} />
      {book.remarks.map((one, index) => (
        <Listed id={`remark-${index + 1}`} view={one} is="remark" chrome={chrome}>
          <p class="value">{one.what}</p>
          <Grounds grounds={one.grounds} book={book} chrome={chrome} />
        </Listed>
      ))}
    </section>
  );
}

/** Opens the form for one more, with the key that does so. */
const AddButton = (props: {
  id: string;
  is: ListedMatter["is"];
  letter: string;
  label: string;
}): JSX.Element => (
  <p class="actions">
    <button
      type="button"
      id={props.id}
      data-do="book-form"
      data-query={`is=${props.is}`}
      aria-keyshortcuts={props.letter}
    >
      {props.label} <kbd aria-hidden="true">{props.letter}</kbd>
    </button>
  </p>
);

interface ListedMatter {
  readonly chrome: Chrome;
  readonly id: string;
  readonly view: ListedView<NotHeld> | ListedView<string>;
  readonly is: "not-held" | "remark";
  readonly children: JSX.Element | readonly JSX.Element[];
}

/** A pointer or remark with what can be done about it. */
function Listed({ id, view, is, chrome, children }: ListedMatter): JSX.Element {
  const { lang } = chrome;
  const { what, standing, said } = view;
  const named = typeof what === "string" ? { remark: what } : { notHeld: what };
  const take = JSON.stringify({ action: is, ...named });
  const words = JSON.stringify(what);
  return (
    <article class={`entry s-${standing}`} id={id} tabindex={-1}>
      {standing === "held" ? null : (
        <p class="state">{bookUi(standing === "proposed" ? "proposed" : "withdrawn", lang)}</p>
      )}
      {children}
      {said === undefined ? null : <Saying saying={said} lang={lang} />}
      <div class="actions">
        {standing === "held" ? null : (
          <KeyButton
            does="ask"
            letter="a"
            word={standing === "proposed" ? "accept" : "tellAnew"}
            lang={lang}
            data={{ "data-request": take }}
            primary={standing === "proposed"}
          />
        )}
        {standing === "withdrawn" ? null : (
          <>
            <KeyButton
              does="book-form"
              letter="e"
              word="edit"
              lang={lang}
              data={{ "data-query": queryOf(is, words, standing === "held") }}
            />
            <KeyButton
              does="book-form"
              letter="r"
              word={standing === "held" ? "withdraw" : "notOne"}
              lang={lang}
              data={{ "data-query": `is=withdraw&of=${is}&what=${encodeURIComponent(words)}` }}
            />
          </>
        )}
      </div>
    </article>
  );
}

const queryOf = (is: string, words: string, isHeld: boolean): string =>
  `is=${is}&what=${encodeURIComponent(words)}${isHeld ? "&instead=1" : ""}`;
