import type { Language } from "../model/language.ts";
import type { JSX } from "preact";
import { KINDS, type Kind } from "../model/rule.ts";
import { word } from "../report/rule-words.ts";
import { bookUi } from "./book-ui.ts";
import { CardItem } from "./card.tsx";
import { Known, type KnownOfAct } from "./known.tsx";
import { OtherTextPane, type OtherText, TextsButton } from "./desk-twin.tsx";
import { Keys } from "./desk-keys.tsx";
import { FormWindow } from "./form-parts.tsx";
import { page } from "./layout.tsx";
import { cardWord } from "./card-word.ts";
import { type ServiceTalk, ServiceTalkItem } from "./service-talk.tsx";
import { type DeskShares, SharesOfDesk } from "./shares.tsx";
import { TextLines } from "./text-lines.tsx";
import { eventName } from "../report/events.ts";
import { ui, type UiWord } from "./ui.ts";
import { type Card, type CardState, type Chrome, STATES, type TextLine } from "./views.ts";

export interface Desk {
  readonly act: string;
  /** What is to be said of the act itself. */
  readonly known: KnownOfAct;
  readonly title: string;
  /** Language of the text. */
  readonly language: string;
  readonly services: readonly { readonly number: number; readonly name: string }[];
  readonly filter: DeskFilter;
  readonly cards: readonly Card[];
  readonly lines: readonly TextLine[];
  /** The text in the other language, where it is at hand. */
  readonly other: OtherText | undefined;
  /** The text in the other language: the file that could not be read as such; false where it is hardly of the same day. */
  readonly twin: { readonly refused: string | undefined; readonly isOneVersion: boolean };
  readonly shares: readonly DeskShares[];
  /** Whom something can be assigned to. */
  readonly people: readonly string[];
  /** Of the chosen service: what holds for all of it. */
  readonly talk: ServiceTalk | undefined;
  /** Some service of it is decided by four eyes. */
  readonly fourEyes: boolean;
  /** A killed process left half a line in a decisions file. */
  readonly torn: boolean;
}
export interface DeskFilter {
  readonly service?: number;
  readonly kind?: Kind;
  readonly state?: CardState;
  /** `mine`, `none`, or `to:` and a name. */
  readonly assigned?: string;
}

const DECIDED = new Set<CardState>(["accepted", "rejected"]);

/** The text on the left, the cards on the right. */
export function deskPage(chrome: Chrome, desk: Desk): string {
  const { lang } = chrome;
  return page(
    chrome,
    `${desk.title} — ${ui("title", lang)}`,
    <main class="desk" id="main" data-act={desk.act}>
      <a class="skip" href="#cards">
        {ui("skip", lang)}
      </a>
      <Toolbar chrome={chrome} desk={desk} />
      <div class="ledger" id="shares" role="group" aria-label={cardWord("shares", lang)}>
        <SharesOfDesk shares={desk.shares} lang={lang} />
      </div>
      <section class="text" tabindex={0} aria-label={ui("text", lang)} lang={desk.language}>
        <TextLines lines={desk.lines} lang={lang} />
      </section>
      {desk.other === undefined ? null : <OtherTextPane other={desk.other} lang={lang} />}
      <section class="cards" id="cards" tabindex={0} aria-label={ui("cards", lang)}>
        <Known chrome={chrome} act={desk.known} />
        {desk.torn ? <p class="warn">{ui("torn", lang)}</p> : null}
        {desk.twin.refused === undefined ? null : (
          <p class="warn">
            {ui("twinRefused", lang)}: {desk.twin.refused}
          </p>
        )}
        {desk.twin.isOneVersion ? null : <p class="warn">{ui("twinVersions", lang)}</p>}
        {desk.talk === undefined ? (
          <p>{desk.fourEyes ? cardWord("fourEyesOn", lang) : ""}</p>
        ) : (
          <ServiceTalkItem talk={desk.talk} lang={lang} />
        )}
        {desk.cards.length === 0 ? <p class="empty">{ui("nothingHere", lang)}</p> : null}
        <ol>
          {desk.cards.map((card) => (
            <CardItem card={card} names={chrome.names} textLang={desk.language} />
          ))}
        </ol>
      </section>
      <Keys chrome={chrome} />
      <FormWindow
        lang={lang}
        data={{ "data-select-first": ui("selectFirst", lang), "data-reviewer": chrome.reviewer ?? "" }}
      />
      <Suggestions chrome={chrome} />
    </main>,
    "full",
  );
}

function Toolbar({ chrome, desk }: { chrome: Chrome; desk: Desk }): JSX.Element {
  const { lang } = chrome;
  const decided = desk.cards.filter((card) => DECIDED.has(card.state)).length;
  const all = desk.cards.filter((card) => card.rule !== undefined).length;
  return (
    <div class="toolbar">
      <h1 lang={desk.language} id={`act-${desk.act}`}>
        {desk.title}
      </h1>
      <Filter chrome={chrome} desk={desk} />
      <p class="progress" id="progress" data-decided={decided} data-all={all}>
        <progress aria-label={ui("progress", lang)} max={Math.max(all, 1)} value={decided} />
        <span>
          <b>{decided}</b> / {all} {ui("progress", lang)}
        </span>
      </p>
      <a href={bookOf(chrome, desk)} data-book={desk.filter.service ?? ""} aria-keyshortcuts="b">
        {bookUi("book", lang)} <kbd aria-hidden="true">b</kbd>
      </a>
      {desk.other === undefined ? null : <TextsButton lang={lang} />}
      <button type="button" data-do="undo" aria-keyshortcuts="u">
        {ui("undo", lang)} <kbd aria-hidden="true">u</kbd>
      </button>
      <button type="button" data-do="new" aria-keyshortcuts="n">
        {ui("makeRule", lang)} <kbd aria-hidden="true">n</kbd>
      </button>
      <button type="button" class="quiet" data-do="keys" aria-keyshortcuts="?">
        {ui("keys", lang)} <kbd aria-hidden="true">?</kbd>
      </button>
    </div>
  );
}

/** The page of the book of the service that is shown, or of the first. */
function bookOf({ base }: Chrome, { act, filter, services }: Desk): string {
  const service = filter.service ?? services.find(({ number }) => number > 0)?.number ?? 0;
  return `${base}/book/${encodeURIComponent(act)}/${service}`;
}

/** The form that chooses which cards are shown. */
function Filter({ chrome, desk }: { chrome: Chrome; desk: Desk }): JSX.Element {
  const { lang, base } = chrome;
  const { filter } = desk;
  const services = desk.services.map(({ number, name }) => ({
    value: number,
    text: number === 0 ? ui("theActItself", lang) : `${number}. ${name}`,
  }));
  const kinds = KINDS.map((kind) => ({ value: kind, text: word("kinds", kind, lang) }));
  const hands = [
    { value: "mine", text: cardWord("isMine", lang) },
    { value: "none", text: cardWord("isNobodys", lang) },
    ...desk.people.map((name) => ({ value: `to:${name}`, text: name })),
  ];
  const states = STATES.map((state) => ({ value: state, text: ui(state, lang) }));
  return (
    <form class="filter" method="get" action={`${base}/desk/${encodeURIComponent(desk.act)}`}>
      <Select name="service" all="allServices" options={services} chosen={filter.service} lang={lang} />
      <Select name="kind" all="allKinds" options={kinds} chosen={filter.kind} lang={lang} />
      <Select name="state" all="allStates" options={states} chosen={filter.state} lang={lang} />
      <Select name="assigned" all="allHands" options={hands} chosen={filter.assigned} lang={lang} />
      <button type="submit">{ui("show", lang)}</button>
    </form>
  );
}

interface SelectMatter {
  readonly name: "service" | "kind" | "state" | "assigned";
  readonly all: UiWord;
  readonly options: readonly { readonly value: string | number; readonly text: string }[];
  readonly chosen: string | number | undefined;
  readonly lang: Language;
}

function Select({ name, all, options, chosen, lang }: SelectMatter): JSX.Element {
  return (
    <label>
      <span>{ui(name, lang)}</span>
      <select name={name}>
        <option value="">{ui(all, lang)}</option>
        {options.map(({ value, text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the fields for document types and events suggest. */
function Suggestions({ chrome: { vocabulary, names } }: { chrome: Chrome }): JSX.Element {
  return (
    <>
      <datalist id="document-types">
        {vocabulary.documents.map(({ id }) => (
          <option value={id}>{names.document(id)}</option>
        ))}
      </datalist>
      <datalist id="event-names">
        {EVENTS.map((one) => (
          <option value={one}>{eventName(one, names.language)}</option>
        ))}
      </datalist>
    </>
  );
}

/** The events that terms run from and to (DESIGN.md, section 6). */
const EVENTS = [
  "arrived",
  "submitted",
  "registered",
  "result-issued",
  "refused",
  "documents-requested",
  "suspended",
  "resumed",
  "complaint-filed",
  "complaint-answered",
];
