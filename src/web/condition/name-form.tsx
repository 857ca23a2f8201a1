import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Language, LANGUAGES } from "../../model/language.ts";
import { OWN_NAMES } from "../own-names.ts";
import { ui } from "../ui.ts";
import { vocabularyWord as word } from "./vocabulary-word.ts";

interface NameFormMatter {
  readonly act: string;
  readonly service: number;
  readonly lang: Language;
  /** It stands in a window that can be closed. */
  readonly inWindow?: boolean;
}

const TYPES = ["boolean", "choice", "integer", "number", "date", "string"] as const;

/** The form in which a fact or a paper is named; the script shows the fields that fit what is named. */
export function NameForm({ act, service, lang, inWindow }: NameFormMatter): JSX.Element {
  return (
    <form class="name-form" data-form="name" data-act={act} data-service={service} noValidate>
      <h2>{word("addName", lang)}</h2>
      <div class="fields">
        <Select name="is" options={["fact", "paper"]} lang={lang} />
        <Select name="type" options={TYPES} only="fact" lang={lang} />
        {LANGUAGES.map((one) => (
          <Text name={one} label={word("label", lang, { language: OWN_NAMES[one] })} required of={one} />
        ))}
        <Text name="id" label={`${word("id", lang)}. ${word("idHint", lang)}`} />
        <Box name="finding" only="boolean" label={word("finding", lang)} />
        <Box name="expires" only="paper" label={word("expires", lang)} />
        <Text name="minimum" only="number" label={word("minimum", lang)} />
        <Text name="maximum" only="number" label={word("maximum", lang)} />
      </div>
      <Values lang={lang} />
      <Told lang={lang} />
      <p class="error" id="n-error" role="alert" />
      <div class="actions">
        <button type="submit" class="primary">
          {word("save", lang)}
        </button>
        {inWindow === true ? (
          <button type="button" data-do="cancel-name">
            {ui("cancel", lang)} <kbd aria-hidden="true">Esc</kbd>
          </button>
        ) : null}
      </div>
    </form>
  );
}

/** The form alone, to be put into a window. */
export const nameFormHtml = (matter: Omit<NameFormMatter, "inWindow">): string =>
  renderToString(<NameForm {...matter} inWindow />);

const Select = ({
  name,
  options,
  only,
  lang,
}: {
  name: "is" | "type";
  options: readonly ("fact" | "paper" | (typeof TYPES)[number])[];
  /** What has to be named for the field to be of use. */
  only?: string;
  lang: Language;
}): JSX.Element => (
  <div class="field" {...(only !== undefined && { "data-only": only })}>
    <label for={`n-${name}`}>{word(name, lang)}</label>
    <select id={`n-${name}`} name={name}>
      {options.map((one) => (
        <option value={one}>{word(one, lang)}</option>
      ))}
    </select>
  </div>
);

interface TextMatter {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  /** What has to be named for the field to be of use. */
  readonly only?: string;
  /** Language of what is typed. */
  readonly of?: Language;
}

const Text = ({ name, label, required, only, of }: TextMatter): JSX.Element => (
  <div class="field" data-name={name} {...(only !== undefined && { "data-only": only })}>
    <label for={`n-${name}`}>
      {label}
      {required === true ? <span aria-hidden="true"> *</span> : null}
    </label>
    <input
      id={`n-${name}`}
      name={name}
      type="text"
      autocomplete="off"
      aria-describedby="n-error"
      {...(of !== undefined && { lang: of })}
    />
  </div>
);

const Box = ({ name, label, only }: { name: string; label: string; only: string }): JSX.Element => (
  <div class="field choices" data-only={only}>
    <label>
      <input type="checkbox" name={name} value="true" /> {label}
    </label>
  </div>
);

const FIRST_ROWS = [1, 2, 3];

function Values({ lang }: { lang: Language }): JSX.Element {
  return (
    <fieldset class="field wide values" data-only="choice">
      <legend>{word("values", lang)}</legend>
      {FIRST_ROWS.map((number) => (
        <div class="value-row">
          {LANGUAGES.map((one) => (
            <input
              type="text"
              name={`value-${one}`}
              lang={one}
              autocomplete="off"
              placeholder={OWN_NAMES[one]}
              aria-label={word("value", lang, { number: String(number), language: OWN_NAMES[one] })}
            />
          ))}
        </div>
      ))}
      <div class="adds">
        <button type="button" data-do="add-value">
          + {word("addValue", lang)}
        </button>
      </div>
    </fieldset>
  );
}

const Told = ({ lang }: { lang: Language }): JSX.Element => (
  <details class="field wide" data-only="boolean">
    <summary>{word("told", lang)}</summary>
    <div class="fields">
      {(["yes", "no"] as const).flatMap((answer) =>
        LANGUAGES.map((one) => (
          <Text
            name={`${answer}-${one}`}
            of={one}
            label={word(answer === "yes" ? "toldYes" : "toldNo", lang, { language: OWN_NAMES[one] })}
          />
        )),
      )}
    </div>
  </details>
);
