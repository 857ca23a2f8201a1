import type { JSX } from "preact";
import type { Language } from "../../model/language.ts";
import { apply } from "./apply-word.ts";
import type { Option, Question } from "./apply-views.ts";

interface Asked {
  readonly question: Question;
  readonly lang: Language;
}

/** A question with what helps to answer it, and what is wrong with its answer. */
export const QuestionField = ({ question, lang }: Asked): JSX.Element =>
  question.input.is === "choice" ? (
    <fieldset id={question.id} class="question" {...describing(question)}>
      <legend>{question.title}</legend>
      <Notes question={question} lang={lang} />
      {optionsOf(question, lang).map(({ value, label }, index) => (
        <div class="option">
          <input
            type="radio"
            id={`${question.id}-${index}`}
            name={question.name}
            value={value}
            checked={question.answer === value}
          />
          <label for={`${question.id}-${index}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  ) : (
    <div class="question">
      <label for={question.id}>{question.title}</label>
      <Notes question={question} lang={lang} />
      <Entry question={question} />
    </div>
  );

/** Once chosen, a radio button cannot be let go without a script: that nobody knows is a choice too. */
const optionsOf = ({ input }: Question, lang: Language): readonly Option[] => {
  if (input.is !== "choice") return [];
  return input.mayBeUnknown
    ? [...input.options, { value: "", label: apply("doNotKnow", lang) }]
    : input.options;
};

function Entry({ question }: Pick<Asked, "question">): JSX.Element {
  const { id, name, answer = "", input } = question;
  const common = {
    id,
    name,
    autocomplete: "off",
    ...describing(question),
    ...(question.fault !== undefined && { "aria-invalid": "true" as const }),
  };
  switch (input.is) {
    case "lines":
      return (
        <textarea {...common} rows={4}>
          {answer}
        </textarea>
      );
    case "number":
      return <input {...common} type="text" inputmode="decimal" size={8} value={answer} />;
    case "date":
      return <input {...common} type="date" value={answer} />;
    default:
      return <input {...common} type="text" value={answer} />;
  }
}

function Notes({ question, lang }: Asked): JSX.Element {
  const { id, help, fault, isWanted } = question;
  return (
    <>
      {help === undefined ? null : (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {fault === undefined ? null : (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {isWanted && fault === undefined ? (
        <p class="wanted" id={`${id}-wanted`}>
          {apply("wanted", lang)}
        </p>
      ) : null}
    </>
  );
}

/** What stands beside a question is read out with it. */
function describing({ id, help, fault, isWanted }: Question): { readonly "aria-describedby"?: string } {
  const ids = [
    ...(help === undefined ? [] : [`${id}-help`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
    ...(isWanted && fault === undefined ? [`${id}-wanted`] : []),
  ];
  return ids.length === 0 ? {} : { "aria-describedby": ids.join(" ") };
}
