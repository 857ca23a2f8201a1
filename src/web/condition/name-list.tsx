import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { DOCUMENTS_FACT } from "../../model/condition.ts";
import { LANGUAGES } from "../../model/language.ts";
import { CHANNELS } from "../../model/rule.ts";
import type { Labels } from "../../model/verdict.ts";
import { FORM_WORDS } from "../../report/form/words.ts";
import type { BuilderMatter } from "./builder-matter.ts";
import { folded } from "./folded.ts";
import { conditionFormWord as word } from "./condition-form-word.ts";

/** A fact or paper that can be chosen by its name. */
interface Choice {
  readonly fact: string;
  /** Of a paper: its type, looked for among those handed in. */
  readonly paper?: string;
  readonly labels: Labels;
  /** What stands behind the name. */
  readonly note: string;
}

/** The names of all facts and papers, found by words in any language or by id; the script shows those that fit. */
export const NameList = ({ matter }: { matter: BuilderMatter }): JSX.Element => (
  <ul
    id="condition-names"
    class="names"
    role="listbox"
    aria-label={word("fact", matter.names.language)}
    hidden
  >
    {choicesOf(matter).map(({ fact, paper, labels, note }, index) => (
      <li
        id={`condition-name-${index}`}
        role="option"
        aria-selected="false"
        data-fact={fact}
        {...(paper !== undefined && { "data-paper": paper })}
        data-search={searched(paper ?? fact, labels)}
      >
        {labels[matter.names.language]} <small>{note}</small>
      </li>
    ))}
    <li class="nothing" role="option" aria-disabled="true" aria-selected="false" hidden>
      {word("nothingFound", matter.names.language)}
    </li>
  </ul>
);

/** The same alone, to be put in the place of the list on the page. */
export const nameListHtml = (matter: BuilderMatter): string => renderToString(<NameList matter={matter} />);

function choicesOf({ vocabulary, names: { language } }: BuilderMatter): Choice[] {
  const facts = vocabulary.facts.map(({ id, labels, finding }) => ({
    fact: id,
    labels,
    note: finding === true ? word("finding", language) : "",
  }));
  const papers = vocabulary.documents.map(({ id, labels }) => ({
    fact: DOCUMENTS_FACT,
    paper: id,
    labels,
    note: word("paper", language),
  }));
  const channel = {
    fact: "channel",
    labels: FORM_WORDS.channel,
    note: CHANNELS.map((one) => FORM_WORDS.channels[one][language]).join(", "),
  };
  return [...facts, channel, ...papers];
}

const searched = (id: string, labels: Labels): string =>
  folded([id, ...LANGUAGES.map((one) => labels[one])].join(" "));
