import type { JSX } from "preact";
import type { Language } from "../model/language.ts";
import { PLAIN_REASONS } from "../model/ledger.ts";
import { citation } from "../report/citation.ts";
import { reasonWords } from "../report/ledger/text.ts";
import { cardWord } from "./card-word.ts";
import { Buttons, Why } from "./form-parts.tsx";
import { ui } from "./ui.ts";

/** What a form that asks for no fields is about: a rejection, a dismissal of unread words, or that they wait again. */
export type ReasonSubject =
  | { readonly is: "reject"; readonly rule: string; readonly service: number }
  | ({ readonly is: "dismiss"; readonly alike: readonly AlikePlace[] } & WordsAsked)
  | ({ readonly is: "reopen" } & WordsAsked);

interface WordsAsked {
  readonly service: number;
  readonly path: string;
  readonly words: string;
}

/** Another unread place with the same words. */
export interface AlikePlace {
  readonly service: number;
  readonly name: string;
  readonly path: string;
  readonly cite: string;
  readonly words: string;
}

/** A form that asks for nothing but why. */
export function ReasonForm({ subject, lang }: { subject: ReasonSubject; lang: Language }): JSX.Element {
  const about =
    subject.is === "reject"
      ? { "data-rule": subject.rule }
      : { "data-path": subject.path, "data-words": subject.words };
  const name = subject.is === "reopen" ? cardWord("reopen", lang) : ui(subject.is, lang);
  return (
    <form data-form={subject.is} {...about} data-service={subject.service} noValidate>
      <h2>{name}</h2>
      {subject.is === "reject" ? null : <blockquote class="asked">{subject.words}</blockquote>}
      {subject.is === "dismiss" ? <Reasons lang={lang} /> : null}
      <Why lang={lang} required={subject.is !== "dismiss"} />
      {subject.is === "dismiss" ? <Alike places={subject.alike} lang={lang} /> : null}
      <p class="error" id="f-error" role="alert" />
      <Buttons lang={lang} label={name} />
    </form>
  );
}

/** The ledger's own reasons; where none fits, words of one's own are asked for. */
const Reasons = ({ lang }: { lang: Language }): JSX.Element => (
  <div class="field wide">
    <label for="f-reason">{cardWord("reason", lang)}</label>
    <select id="f-reason" name="reason">
      <option value="">{cardWord("ownWords", lang)}</option>
      {PLAIN_REASONS.map((reason) => (
        <option value={reason}>{reasonWords(reason, lang)}</option>
      ))}
    </select>
  </div>
);

/** Places that the same dismissal may be said of; each only where it is ticked. */
function Alike({ places, lang }: { places: readonly AlikePlace[]; lang: Language }): JSX.Element | null {
  if (places.length === 0) return null;
  return (
    <fieldset class="field wide alike">
      <legend>{cardWord("alike", lang)}</legend>
      {places.length === 1 ? null : (
        <label>
          <input type="checkbox" data-do="all-alike" /> {cardWord("allOfThem", lang)} ({places.length})
        </label>
      )}
      <ul>
        {places.map(({ service, name, path, cite, words }) => (
          <li>
            <label>
              <input
                type="checkbox"
                name="alike"
                data-service={service}
                data-path={path}
                data-words={words}
              />{" "}
              {service === 0 ? ui("theActItself", lang) : `${service}. ${name}`} · {citation(cite, lang)}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
