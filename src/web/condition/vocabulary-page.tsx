import type { JSX } from "preact";
import { LANGUAGES } from "../../model/language.ts";
import type { OwnVocabulary, Vocabulary } from "../../model/vocabulary.ts";
import { page } from "../layout.tsx";
import { OWN_NAMES } from "../own-names.ts";
import type { Chrome } from "../views.ts";
import { NameForm } from "./name-form.tsx";
import { vocabularyWord as word } from "./vocabulary-word.ts";

/** What the page of a book's vocabulary shows. */
export interface VocabularyMatter {
  readonly act: string;
  readonly service: number;
  /** The service's name, in the language of the text. */
  readonly name: string;
  readonly language: string;
  readonly own: OwnVocabulary | undefined;
  readonly common: Vocabulary;
}

/** The facts and papers that a book names of its own, the form to name more, and the common ones below. */
export function vocabularyPage(chrome: Chrome, matter: VocabularyMatter): string {
  const { lang, base } = chrome;
  const { act, service, name, own, common } = matter;
  const title = word("title", lang);
  return page(
    chrome,
    `${title} — ${name}`,
    <main class="vocabulary" id="main" data-act={act}>
      <h1>{title}</h1>
      <p lang={matter.language}>{name}</p>
      <p>{word("intro", lang)}</p>
      <p>
        <a href={`${base}/desk/${encodeURIComponent(act)}?service=${service}`}>{word("back", lang)}</a>
      </p>
      <section aria-labelledby="own-names">
        <h2 id="own-names">{word("ownNames", lang)}</h2>
        {own === undefined ? (
          <p class="empty">{word("noneYet", lang)}</p>
        ) : (
          <NameTable names={own} chrome={chrome} />
        )}
      </section>
      <section>
        <NameForm act={act} service={service} lang={lang} />
      </section>
      <details>
        <summary>{word("commonNames", lang)}</summary>
        <NameTable names={common} chrome={chrome} />
      </details>
    </main>,
    "plain",
  );
}

function NameTable({ names, chrome: { lang } }: { names: OwnVocabulary; chrome: Chrome }): JSX.Element {
  const { facts = [], documents = [] } = names;
  const rows = [
    ...facts.map((one) => ({ ...one, is: word("fact", lang) })),
    ...documents.map((one) => ({ ...one, is: word("paper", lang) })),
  ];
  return (
    <div class="table-room" tabindex={0} role="region" aria-label={word("title", lang)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{word("is", lang)}</th>
            {LANGUAGES.map((one) => (
              <th scope="col">{OWN_NAMES[one]}</th>
            ))}
            <th scope="col">{word("id", lang)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ is, id, labels }) => (
            <tr>
              <td>{is}</td>
              {LANGUAGES.map((one) => (
                <td lang={one}>{labels[one]}</td>
              ))}
              <td>
                <code>{id}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
