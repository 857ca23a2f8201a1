import type { JSX } from "preact";
import type { Condition } from "../../model/condition.ts";
import { fieldName } from "../ui.ts";
import { BuilderFields, draftWords } from "./builder.tsx";
import type { BuilderMatter } from "./builder-matter.ts";
import { conditionFormWord as word } from "./condition-form-word.ts";
import { draftOf } from "./draft.ts";
import { vocabularyWord } from "./vocabulary-word.ts";
import { NameList } from "./name-list.tsx";

interface ConditionFieldMatter {
  readonly name: string;
  readonly value: Condition | undefined;
  readonly matter: BuilderMatter;
  /** The text's own words that the condition is to say in facts. */
  readonly words: string | undefined;
}

/** The condition of a rule, put together by choosing: the text's words, the fields, and what they come to in a sentence. */
export function ConditionField({ name, value, matter, words }: ConditionFieldMatter): JSX.Element {
  const { language } = matter.names;
  const draft = draftOf(value);
  return (
    <fieldset class="field wide condition-field" data-field={name} data-type="condition">
      <legend>{fieldName(name, language)}</legend>
      {words === undefined || words === "" ? null : (
        <>
          <p class="label">{word("textWords", language)}</p>
          <blockquote tabindex={0}>{words}</blockquote>
        </>
      )}
      <div class="builder">
        <BuilderFields draft={draft} matter={matter} />
      </div>
      <NameList matter={matter} />
      <div class="adds">
        <button type="button" data-do="new-name">
          {vocabularyWord("addName", language)}
        </button>
      </div>
      <p class="label">{word("sentence", language)}</p>
      <p class="sentence" aria-live="polite">
        {draftWords(draft, matter)}
      </p>
      <p class="error" id={`e-${name}`}>
        {""}
      </p>
    </fieldset>
  );
}
