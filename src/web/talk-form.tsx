import type { JSX } from "preact";
import type { Language } from "../model/language.ts";
import { cardWord } from "./card-word.ts";
import { Buttons } from "./form-parts.tsx";

/** What a form is about that decides nothing: a word on a card or the service, or whose it is to look at. */
export type TalkSubject = TalkMatter & ({ readonly is: "comment" } | { readonly is: "assign" });

interface TalkMatter {
  readonly service: number;
  /** The rule, or the unread words; neither: the service. */
  readonly rule?: string;
  readonly path?: string;
  readonly words?: string;
  /** Whose it is now. */
  readonly assigned?: string;
  /** People who are known, to be chosen from. */
  readonly people: readonly string[];
}

/** A form for a word, or for a name. */
export function TalkForm({ subject, lang }: { subject: TalkSubject; lang: Language }): JSX.Element {
  const { is, service, rule, path, words } = subject;
  const name = cardWord(is, lang);
  return (
    <form
      data-form={is}
      data-service={service}
      {...(rule !== undefined && { "data-rule": rule })}
      {...(path !== undefined && { "data-path": path })}
      {...(words !== undefined && { "data-words": words })}
      noValidate
    >
      <h2>{name}</h2>
      {is === "comment" ? <Text lang={lang} /> : <To subject={subject} lang={lang} />}
      <p class="error" id="f-error" role="alert" />
      <Buttons lang={lang} label={name} />
    </form>
  );
}

const Text = ({ lang }: { lang: Language }): JSX.Element => (
  <div class="field wide">
    <label for="f-text">{cardWord("commentText", lang)}</label>
    <textarea id="f-text" name="text" rows={4} aria-describedby="f-error" required />
  </div>
);

const To = ({ subject, lang }: { subject: TalkSubject; lang: Language }): JSX.Element => (
  <div class="field wide">
    <label for="f-to">{cardWord("assignName", lang)}</label>
    <input
      id="f-to"
      name="to"
      type="text"
      list="people"
      autocomplete="off"
      value={subject.assigned ?? ""}
      aria-describedby="f-error"
    />
    <datalist id="people">
      {subject.people.map((name) => (
        <option value={name} />
      ))}
    </datalist>
  </div>
);
