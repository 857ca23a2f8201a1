import type { Language } from "../model/language.ts";
import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { KINDS, type Kind } from "../model/rule.ts";
import { word } from "../report/rule-words.ts";
import { Buttons, Why } from "./form-parts.tsx";
import { ReasonForm, type ReasonSubject } from "./reason-form.tsx";
import { Field } from "./rule-field.tsx";
import { fieldSpecs } from "./field-specs.ts";
import { ui } from "./ui.ts";

/** What a form is about: an edit of a rule, a new rule from words of the text, or what asks for a reason alone. */
export type FormSubject =
  | {
      readonly is: "edit";
      readonly rule: string;
      readonly service: number;
      readonly kind: Kind;
      readonly values: Values;
    }
  | {
      readonly is: "add";
      readonly service: number;
      readonly kind: Kind;
      readonly values: Values;
      /** The repaired words, and where they stand. */
      readonly words: string;
      readonly path: string;
    }
  | ReasonSubject;
type Values = Readonly<Record<string, unknown>>;

/** A form as the script puts it into the window; the script knows each field's type from `data-type`. */
export const formHtml = (subject: FormSubject, lang: Language): string =>
  renderToString(
    "values" in subject ? (
      <RuleForm subject={subject} lang={lang} />
    ) : (
      <ReasonForm subject={subject} lang={lang} />
    ),
  );

function RuleForm({
  subject,
  lang,
}: {
  subject: Extract<FormSubject, { values: Values }>;
  lang: Language;
}): JSX.Element {
  const { kind, values } = subject;
  return (
    <form
      data-form={subject.is}
      data-service={subject.service}
      data-kind={kind}
      {...(subject.is === "edit" ? { "data-rule": subject.rule } : { "data-path": subject.path })}
      noValidate
    >
      <h2>
        {subject.is === "add" ? ui("newRule", lang) : `${ui("edit", lang)}: ${word("kinds", kind, lang)}`}
      </h2>
      {subject.is === "add" ? (
        <>
          <p class="path">{subject.path}</p>
          <div class="field">
            <label for="f-kind">{ui("kind", lang)}</label>
            <select id="f-kind" data-do="kind">
              {KINDS.map((one) => (
                <option value={one} selected={one === kind}>
                  {word("kinds", one, lang)}
                </option>
              ))}
            </select>
          </div>
          <div class="field wide">
            <label for="f-words">{ui("words", lang)}</label>
            <textarea id="f-words" name="words" rows={3}>
              {subject.words}
            </textarea>
          </div>
        </>
      ) : null}
      <div class="fields">
        {fieldSpecs(kind).map((spec) => (
          <Field spec={spec} value={values[spec.name]} lang={lang} />
        ))}
      </div>
      <Why lang={lang} />
      <p class="error" id="f-error" role="alert" />
      <Buttons lang={lang} label={ui("save", lang)} />
    </form>
  );
}
