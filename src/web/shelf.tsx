import type { JSX } from "preact";
import { KINDS, type Kind } from "../model/rule.ts";
import { word } from "../report/rule-words.ts";
import { bookUi } from "./book-ui.ts";
import { Known, type KnownOfAct } from "./known.tsx";
import { page } from "./layout.tsx";
import { OpenActs, type OpenForm } from "./open-form.tsx";
import { opening } from "./opening-words.ts";
import { ui } from "./ui.ts";
import { Shares, type ShownShares } from "./shares.tsx";
import { type CardState, type Chrome, type Counts, STATES } from "./views.ts";

export interface ShelfAct extends KnownOfAct {
  readonly title: string;
  /** Number, date and body of the act, as far as they are known. */
  readonly subtitle: string;
  /** How much of its text is rules, plain and unread, after what people have decided. */
  readonly shares: ShownShares;
  readonly services: readonly ShelfService[];
}
/** A file that is no open act, and why. */
export interface RefusedFile {
  readonly file: string;
  readonly why: string;
}
export interface ShelfService {
  readonly number: number;
  readonly name: string;
  readonly counts: Counts;
  readonly shares: ShownShares;
}

/** All acts and their services, with how much of each is still to be looked at. */
export function shelfPage(
  chrome: Chrome,
  shelf: {
    readonly acts: readonly ShelfAct[];
    readonly refused: readonly RefusedFile[];
    readonly form: OpenForm;
  },
  kind: Kind | undefined,
): string {
  const { lang } = chrome;
  const { acts, refused } = shelf;
  return page(
    chrome,
    ui("title", lang),
    <main class="shelf" id="main">
      <div class="lead">
        <h1>{ui("shelf", lang)}</h1>
        <p>{ui("shelfIntro", lang)}</p>
        <KindFilter chrome={chrome} kind={kind} />
      </div>
      <OpenActs chrome={chrome} form={shelf.form} />
      <div id="acts">
        {acts.length === 0 ? (
          <p>{ui("noActs", lang)}</p>
        ) : (
          acts.map((act) => <Act chrome={chrome} act={act} kind={kind} />)
        )}
        {refused.length === 0 ? null : (
          <section class="refused" aria-labelledby="refused">
            <h2 id="refused">{opening("cannotBeRead", lang)}</h2>
            <ul>
              {refused.map(({ file, why }) => (
                <li>
                  <b>{file}</b> — {why}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>,
    "plain",
  );
}

function KindFilter({ chrome, kind }: { chrome: Chrome; kind: Kind | undefined }): JSX.Element {
  const { lang, base } = chrome;
  return (
    <form class="filter" method="get" action={`${base}/`}>
      <label>
        {ui("kind", lang)}
        <select name="kind">
          <option value="">{ui("allKinds", lang)}</option>
          {KINDS.map((one) => (
            <option value={one} selected={one === kind}>
              {word("kinds", one, lang)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{ui("show", lang)}</button>
    </form>
  );
}

function Act({ chrome, act, kind }: { chrome: Chrome; act: ShelfAct; kind: Kind | undefined }): JSX.Element {
  const { lang, base } = chrome;
  const query = kind === undefined ? "" : `&kind=${kind}`;
  // What no service of the act has is no column.
  const states = STATES.filter((state) => act.services.some(({ counts }) => counts[state] > 0));
  return (
    <section class="act" aria-labelledby={`act-${act.id}`}>
      <h2 id={`act-${act.id}`}>
        <a
          href={`${base}/desk/${encodeURIComponent(act.id)}${kind === undefined ? "" : `?kind=${kind}`}`}
          lang={act.language}
        >
          {act.title}
        </a>
      </h2>
      <p class="subtitle" lang={act.language}>
        {act.subtitle}
      </p>
      <Known chrome={chrome} act={act} />
      <p class="ledger">
        <Shares shares={act.shares} lang={lang} />
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{ui("service", lang)}</th>
            {states.map((state) => (
              <th scope="col" class="count">
                {ui(state, lang)}
              </th>
            ))}
            <th scope="col" class="count">
              {ui("progress", lang)}
            </th>
            <th scope="col">{bookUi("book", lang)}</th>
          </tr>
        </thead>
        <tbody>
          {act.services.map((service) => (
            <ServiceRow chrome={chrome} act={act} service={service} states={states} query={query} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowMatter {
  readonly chrome: Chrome;
  readonly act: ShelfAct;
  readonly service: ShelfService;
  readonly states: readonly CardState[];
  readonly query: string;
}

function ServiceRow({ chrome: { lang, base }, act, service, states, query }: RowMatter): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <a
          href={`${base}/desk/${encodeURIComponent(act.id)}?service=${service.number}${query}`}
          lang={act.language}
        >
          {service.number === 0 ? ui("theActItself", lang) : `${service.number}. ${service.name}`}
        </a>
        <Shares shares={service.shares} lang={lang} />
      </th>
      {states.map((state) => (
        <td class={`count s-${state}`} data-label={ui(state, lang)} data-none={service.counts[state] === 0}>
          {service.counts[state]}
        </td>
      ))}
      <td class="count" data-label={ui("progress", lang)}>
        <Progress counts={service.counts} name={`${service.number}. ${ui("progress", lang)}`} />
      </td>
      <td data-label={bookUi("book", lang)}>
        {service.number === 0 && act.services.length > 1 ? null : (
          <a
            href={`${base}/book/${encodeURIComponent(act.id)}/${service.number}`}
            aria-label={`${bookUi("toBook", lang)}: ${service.number}. ${bookUi("book", lang)}`}
          >
            {bookUi("toBook", lang)}
          </a>
        )}
      </td>
    </tr>
  );
}

function Progress({ counts, name }: { counts: Counts; name: string }): JSX.Element {
  const done = counts.accepted + counts.rejected;
  const all = done + counts.waiting + counts.unconfirmed + counts.stale + counts.lost + counts.disagreement;
  return <progress aria-label={name} max={Math.max(all, 1)} value={done} />;
}
