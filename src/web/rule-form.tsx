import type { Language } from "../model/language.ts";
import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { KINDS, type Kind } from "../model/rule.ts";
import { word } from "../report/rule-words.ts";
import { Buttons, Why } from "./form-parts.tsx";
import { TalkForm, type TalkSubject } from "./talk-form.tsx";
import { ReasonForm, type ReasonSubject } from "./reason-form.tsx";
import type { Condition } from "../model/condition.ts";
import type { BuilderMatter } from "./condition/builder-matter.ts";
import { ConditionField } from "./condition/condition-field.tsx";
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
      /** The text's words that the rule was read from. */
      readonly words: string;
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
  | ReasonSubject
  | TalkSubject;
type Values = Readonly<Record<string, unknown>>;

/** A form as the script puts it into the window; the script knows each field's type from `data-type`. */
export const formHtml = (subject: FormSubject, matter: BuilderMatter): string =>
  renderToString(
    "values" in subject ? (
      <RuleForm subject={subject} matter={matter} />
    ) : subject.is === "comment" || subject.is === "assign" ? (
      <TalkForm subject={subject} lang={matter.names.language} />
    ) : (
      <ReasonForm subject={subject} lang={matter.names.language} />
    ),
  );

function RuleForm({
  subject,
  matter,
}: {
  subject: Extract<FormSubject, { values: Values }>;
  matter: BuilderMatter;
}): JSX.Element {
  const { kind, values } = subject;
  const lang = matter.names.language;
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
      {subject.is === "add" ? <NewRuleHead subject={subject} lang={lang} /> : null}
      <div class="fields">
        {fieldSpecs(kind).map((spec) =>
          spec.type === "condition" ? (
            <ConditionField
              name={spec.name}
              value={values[spec.name] as Condition | undefined}
              matter={matter}
              words={conditionSource(subject)}
            />
          ) : (
            <Field spec={spec} value={values[spec.name]} lang={lang} />
          ),
        )}
      </div>
      <Why lang={lang} />
      <p class="error" id="f-error" role="alert" />
      <Buttons lang={lang} label={ui("save", lang)} />
    </form>
  );
}

/** Where a new rule stands, of which kind it is, and its words. */
const NewRuleHead = ({
  subject,
  lang,
}: {
  subject: Extract<FormSubject, { is: "add" }>;
  lang: Language;
}): JSX.Element => (
  <>
    <p class="path">{subject.path}</p>
    <div class="field">
      <label for="f-kind">{ui("kind", lang)}</label>
      <select id="f-kind" data-do="kind">
        {KINDS.map((one) => (
          <option value={one} selected={one === subject.kind}>
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
);

/** What a condition is to say in facts: the text's own words for it, or all the words of the rule. */
const conditionSource = ({ values, words }: Extract<FormSubject, { values: Values }>): string =>
  typeof values["condition"] === "string" ? `${values["condition"]} · ${words}` : words;
