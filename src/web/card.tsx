import type { Language } from "../model/language.ts";
import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { citation } from "../report/citation.ts";
import type { Names } from "../report/names.ts";
import { reasonWords, riskWords, whyPlain } from "../report/ledger/text.ts";
import { namedRule, ruleLine, type RuleParts, word } from "../report/rule-words.ts";
import { sourcePlaceText } from "../report/source-place.ts";
import { conditionWords } from "../report/rules/condition-words.ts";
import { CardTwinWords } from "./card-twin.tsx";
import { Comments, Compared, Hands } from "./card-talk.tsx";
import { cardWord } from "./card-word.ts";
import { minuteText, ui, type UiWord } from "./ui.ts";
import type { Card, Saying } from "./views.ts";

const SAID: Record<Saying["action"], UiWord> = {
  accept: "saidAccept",
  edit: "saidEdit",
  add: "saidAdd",
  reject: "saidReject",
  dismiss: "saidDismiss",
};

/** One card on the desk. */
export function CardItem({
  card,
  names,
  textLang,
}: {
  card: Card;
  names: Names;
  textLang: string;
}): JSX.Element {
  const lang = names.language;
  const { number, state, kind, rule } = card;
  const heading = kind === undefined ? ui("unread", lang) : word("kinds", kind, lang);
  return (
    <li
      class={`card k-${kind ?? "unread"} s-${state}`}
      id={`card-${number}`}
      tabindex={-1}
      data-card={number}
      data-state={state}
      data-service={card.service}
      {...(rule !== undefined && { "data-rule": rule })}
      {...(card.place !== undefined && { "data-place": card.place })}
      {...(card.awaits?.own === true && { "data-own": true })}
      {...(card.assigned !== undefined && { "data-assigned": card.assigned })}
      aria-labelledby={`card-${number}-name`}
    >
      <header>
        <h2 id={`card-${number}-name`}>
          <span class="kind">{heading}</span>{" "}
          <span class="value">{card.values ? lineOf(card.values, names) : whyUnread(card, lang)}</span>
        </h2>
        <span class="state">{state === "unread" ? "" : ui(state, lang)}</span>
      </header>
      <Condition values={card.values} names={names} />
      <Words card={card} textLang={textLang} lang={lang} />
      {card.taken === undefined ? null : <Taken taken={card.taken} textLang={textLang} lang={lang} />}
      <Where card={card} lang={lang} />
      <Hands card={card} lang={lang} />
      {card.said.length === 0 ? null : <Sayings card={card} names={names} />}
      <Compared rows={card.compared} names={names} />
      <Comments comments={card.comments} lang={lang} />
      {rule === undefined ? (
        <UnreadActions lang={lang} state={state} />
      ) : (
        <Actions lang={lang} state={state} />
      )}
    </li>
  );
}

/** Where its words stand, and how sure the reader is. */
const Where = ({ card, lang }: { card: Card; lang: Language }): JSX.Element => (
  <p class="where">
    <button type="button" class="quiet" data-do="text">
      {card.at !== undefined
        ? sourcePlaceText(card.at, lang)
        : card.lines === undefined
          ? ui("text", lang)
          : lineRange(card.lines, lang)}
    </button>
    <span>{citation(card.cite, lang)}</span>
    {card.confidence === undefined ? null : (
      <span class={card.confidence < 0.7 ? "unsure" : ""}>
        {ui("sureness", lang)} {Math.round(card.confidence * 100)} %
      </span>
    )}
    {card.notes.map((note) => (
      <strong class="warn">{ui(note, lang)}</strong>
    ))}
  </p>
);

/** The words of the text, and below them those of the text in the other language. */
const Words = ({ card, textLang, lang }: { card: Card; textLang: string; lang: Language }): JSX.Element => (
  <>
    <blockquote lang={textLang}>{card.quote}</blockquote>
    {card.twin === undefined ? null : <CardTwinWords twin={card.twin} lang={lang} />}
  </>
);

/** What speaks for a rule in words that were not read, and how likely there is one. */
const whyUnread = ({ reason, risk }: Card, lang: Language): string =>
  reason === undefined || risk === undefined
    ? ""
    : `${reasonWords(reason, lang)} · ${cardWord("risk", lang, { risk: riskWords(risk, lang) })}`;

/** What a rule says, with its document called by name. */
const lineOf = (values: RuleParts, names: Names): string =>
  ruleLine(namedRule(values, new Map(), names), names.language);

function Condition({ values, names }: { values: RuleParts | undefined; names: Names }): JSX.Element | null {
  if (values === undefined || !("when" in values)) return null;
  return <p class="condition">{conditionWords(values.when, names)}</p>;
}

const lineRange = ([first, last]: readonly [number, number], lang: Language): string =>
  first === last ? `${ui("line", lang)} ${first}` : `${ui("lines", lang)} ${first}–${last}`;

function Sayings({ card, names }: { card: Card; names: Names }): JSX.Element {
  const lang = names.language;
  return (
    <ul class="said">
      {card.said.map((one) => (
        <li>
          <span>
            <b>{one.by}</b> {ui(SAID[one.action], lang)}, <time dateTime={one.at}>{minuteText(one.at)}</time>
            {one.reason === undefined && one.why === undefined ? "" : ` — ${whyPlain(one, lang)}`}
          </span>
          {card.state === "disagreement" ? (
            <span class="choice">
              {one.values === undefined ? "" : lineOf(one.values, names)}{" "}
              <button type="button" data-do="settle" data-decision={one.decision}>
                {ui("settleFor", lang)}
              </button>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Actions({ lang, state }: { lang: Language; state: Card["state"] }): JSX.Element {
  return (
    <div class="actions">
      {state === "lost" ? null : (
        <>
          <Key action="accept" letter="a" label={ui("accept", lang)} primary />
          <Key action="edit" letter="e" label={ui("edit", lang)} />
        </>
      )}
      <Key action="reject" letter="r" label={ui("reject", lang)} />
      <TalkKeys lang={lang} />
    </div>
  );
}

const UnreadActions = ({ lang, state }: { lang: Language; state: Card["state"] }): JSX.Element => (
  <div class="actions">
    <Key action="make" letter="n" label={ui("makeRule", lang)} primary={state === "unread"} />
    {state === "dismissed" ? (
      <Key action="reopen" letter="r" label={cardWord("reopen", lang)} />
    ) : (
      <Key action="dismiss" letter="r" label={ui("dismiss", lang)} />
    )}
    <TalkKeys lang={lang} />
  </div>
);

/** What decides nothing: a word, and whose it is to look at. */
const TalkKeys = ({ lang }: { lang: Language }): JSX.Element => (
  <span class="aside">
    <Key action="comment" letter="c" label={cardWord("comment", lang)} />
    <Key action="assign" letter="s" label={cardWord("assign", lang)} />
    <Key action="mine" letter="m" label={cardWord("mine", lang)} />
  </span>
);

/** Of an unread place: the rules that a person made of a part of it, and the words that are left. */
const Taken = ({
  taken,
  textLang,
  lang,
}: {
  taken: NonNullable<Card["taken"]>;
  textLang: string;
  lang: Language;
}): JSX.Element => (
  <div class="taken">
    <p>{cardWord("left", lang)}:</p>
    <blockquote lang={textLang}>{taken.left}</blockquote>
    <ul>
      {taken.rules.map((rule) => (
        <li class="path">{rule}</li>
      ))}
    </ul>
  </div>
);

function Key(props: { action: string; letter: string; label: string; primary?: boolean }): JSX.Element {
  return (
    <button
      type="button"
      class={props.primary === true ? "primary" : ""}
      data-do={props.action}
      aria-keyshortcuts={props.letter}
    >
      {props.label} <kbd aria-hidden="true">{props.letter}</kbd>
    </button>
  );
}

/** A card alone, to be put in the place of the one on the page. */
export const cardHtml = (card: Card, names: Names, textLang: string): string =>
  renderToString(<CardItem card={card} names={names} textLang={textLang} />);
