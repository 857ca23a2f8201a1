import type { JSX } from "preact";
import type { Language } from "../../model/language.ts";
import { FORM_WORDS } from "../../report/form/words.ts";
import { withLang } from "../with-lang.ts";
import { ANSWERS_FORM } from "./apply-layout.tsx";
import { QuestionField } from "./apply-question.tsx";
import { apply } from "./apply-word.ts";
import type { ApplyForm, ApplyFrame, Paper, Question } from "./apply-views.ts";

interface Shown {
  readonly form: ApplyForm;
  readonly lang: Language;
}

/** A form within its page. */
interface OnPage {
  readonly form: ApplyForm;
  readonly frame: ApplyFrame;
}

/** Id of the group of papers. */
export const PAPERS = "papers";

/** The questions of a service as a form that works without a script: nothing is chosen beforehand. */
export const Questions = ({ form, frame: { here, lang } }: OnPage): JSX.Element => (
  <form
    id={ANSWERS_FORM}
    method="post"
    action={withLang(here, lang)}
    noValidate
    class={form.isSent ? "sent" : "blank"}
  >
    <h2>{apply("questions", lang)}</h2>
    <p class="help">{apply("answerWhatYouKnow", lang)}</p>
    {[form.channel, ...form.facts].map((question) => (
      <QuestionField question={question} lang={lang} />
    ))}
    <Papers form={form} lang={lang} />
    <p class="help">{apply("notKept", lang)}</p>
    <p>
      <button type="submit" class="primary">
        {apply("check", lang)}
      </button>
    </p>
  </form>
);

function Papers({ form, lang }: Shown): JSX.Element {
  const { papers, papersFault, arePapersWanted } = form;
  if (papers.length === 0) return <p class="question">{FORM_WORDS.noneNeeded[lang]}</p>;
  return (
    <fieldset id={PAPERS} class="question" aria-describedby={`${PAPERS}-notes`}>
      <legend>{apply("papers", lang)}</legend>
      <div id={`${PAPERS}-notes`}>
        <p class="help">{apply("papersHint", lang)}</p>
        {papersFault === undefined ? null : <p class="fault">{papersFault}</p>}
        {arePapersWanted ? <p class="wanted">{apply("wanted", lang)}</p> : null}
      </div>
      {papers.map((paper) => (
        <PaperField paper={paper} lang={lang} />
      ))}
      <div class="option">
        <input
          type="checkbox"
          id="papers-unknown"
          name="papers"
          value="unknown"
          checked={form.arePapersUnknown}
        />
        <label for="papers-unknown">{apply("papersUnknown", lang)}</label>
      </div>
    </fieldset>
  );
}

const PaperField = ({ paper, lang }: { readonly paper: Paper; readonly lang: Language }): JSX.Element => (
  <>
    <div class="option">
      <input type="checkbox" id={paper.id} name="document" value={paper.type} checked={paper.isThere} />
      <label for={paper.id}>{paper.label}</label>
    </div>
    {paper.until === undefined ? null : (
      <div class="until">
        <QuestionField question={paper.until} lang={lang} />
      </div>
    )}
  </>
);

/** What was answered, for the sheet: the form itself is not on it. */
export function YourAnswers({ form, lang }: Shown): JSX.Element {
  const told = [form.channel, ...form.facts].flatMap((question) => {
    const words = answerWords(question, lang);
    return words === undefined ? [] : [[question.title, words] as const];
  });
  const papers = form.papers.filter(({ isThere }) => isThere).map(paperWords);
  const words = form.arePapersUnknown ? [apply("papersUnknown", lang)] : papers;
  return (
    <section class="on-paper">
      <h2>{apply("yourAnswers", lang)}</h2>
      <dl>
        {[
          ...told,
          ...(form.papers.length === 0 ? [] : [[apply("papers", lang), words.join("; ") || "—"] as const]),
        ].map(([title, answer]) => (
          <div>
            <dt>{title}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const paperWords = ({ label, until }: Paper): string =>
  until?.answer === undefined ? label : `${label} (${until.title}: ${until.answer})`;

function answerWords({ input, answer }: Question, lang: Language): string | undefined {
  if (answer === undefined) return undefined;
  if (input.is !== "choice") return answer;
  return answer === ""
    ? apply("doNotKnow", lang)
    : input.options.find(({ value }) => value === answer)?.label;
}
