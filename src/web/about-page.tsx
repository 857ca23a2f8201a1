import type { JSX } from "preact";
import { type About, UNKNOWN } from "../model/about.ts";
import type { ActHead } from "../model/act-head.ts";
import { message } from "../report/messages/message.ts";
import { ACT_FIELDS, type ActField, missingOf, saidFor, valuesOf } from "./act-fields.ts";
import { page } from "./layout.tsx";
import { opening } from "./opening-words.ts";
import { minuteText } from "./ui.ts";
import type { Chrome } from "./views.ts";

/** What is known of an act, and what its text says. */
export interface AboutView {
  readonly act: string;
  readonly about: About;
  readonly head: ActHead;
  /** Line of an offset of the text; undefined where its file has no lines. */
  readonly lineOf: (offset: number) => number | undefined;
  readonly mayBeChanged: boolean;
  readonly isNew: boolean;
}

/** What act this is: asked for right after opening, and to be corrected at any time. */
export function aboutPage(chrome: Chrome, view: AboutView): string {
  const { lang, base } = chrome;
  const { about, act } = view;
  const missing = missingOf(about, lang);
  return page(
    chrome,
    opening("aboutAct", lang),
    <main class="about" id="main">
      <h1>{opening("aboutAct", lang)}</h1>
      {view.isNew ? <p class="done">{opening("justOpened", lang)}</p> : null}
      <p class="done" id="about-said" role="status" />
      <p>{opening(view.mayBeChanged ? "aboutIntro" : "brought", lang)}</p>
      <p class={missing.length > 0 ? "missing" : "done"}>
        {missing.length > 0
          ? opening("notSaid", lang).replace("{0}", missing.join(", "))
          : opening("allSaid", lang)}
      </p>
      <form id="about" data-act={act} {...(view.isNew && { "data-new": "" })} noValidate>
        <fieldset disabled={!view.mayBeChanged}>
          {ACT_FIELDS.map((field) => (
            <Field chrome={chrome} view={view} field={field} />
          ))}
          <dl>
            {(["language", "file", "origin"] as const).map((field) => (
              <>
                <dt>{opening(`field.${field}`, lang)}</dt>
                <dd>{message(about[field], lang)}</dd>
              </>
            ))}
          </dl>
        </fieldset>
        <p class="error" id="about-error" role="alert" />
        <p class="buttons">
          {view.mayBeChanged ? (
            <button type="submit" class="primary">
              {opening("save", lang)}
            </button>
          ) : null}
          <a href={`${base}/desk/${encodeURIComponent(act)}`}>{opening("toTheDesk", lang)}</a>
        </p>
      </form>
      <Corrections chrome={chrome} about={about} />
    </main>,
    "plain",
  );
}

const DAYS: ReadonlySet<ActField> = new Set(["date", "edition", "registeredDate", "repealedDate"]);
const OF_REPEAL: ReadonlySet<ActField> = new Set(["repealedBy", "repealedDate"]);
const isRepealed = ({ status }: About): boolean => status.state === "repealed";
const STATES = ["unknown", "in-force", "repealed"] as const;

function Field({ chrome, view, field }: { chrome: Chrome; view: AboutView; field: ActField }): JSX.Element {
  const { lang } = chrome;
  const id = `a-${field}`;
  const value = valuesOf(view.about)[field];
  const said = saidFor(field, view.head);
  const hint = field === "id" || field === "edition" ? opening(`hint.${field}`, lang) : undefined;
  const described = `${id}-said ${id}-error`;
  const isAsked = (value === "" || value === UNKNOWN) && (!OF_REPEAL.has(field) || isRepealed(view.about));
  return (
    <div class={`field${isAsked ? " asked" : ""}`} data-field={field}>
      <label for={id}>{opening(`field.${field}`, lang)}</label>
      {field === "state" ? (
        <select id={id} name={field} aria-describedby={described}>
          {STATES.map((state) => (
            <option value={state} selected={state === value}>
              {opening(`state.${state}`, lang)}
            </option>
          ))}
        </select>
      ) : field === "title" || field === "body" || field === "repealedBy" ? (
        <textarea
          id={id}
          name={field}
          rows={field === "title" ? 3 : 1}
          lang={view.about.language}
          aria-describedby={described}
        >
          {value}
        </textarea>
      ) : DAYS.has(field) ? (
        <input id={id} name={field} type="date" value={value} aria-describedby={described} />
      ) : (
        <input
          id={id}
          name={field}
          type="text"
          value={value}
          autocomplete="off"
          aria-describedby={described}
        />
      )}
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      <p class="said" id={`${id}-said`}>
        {said === undefined ? (
          field === "id" ? null : (
            opening("textSaysNot", lang)
          )
        ) : (
          <SaidWords chrome={chrome} view={view} said={said} value={value} />
        )}
      </p>
      <p class="error" id={`${id}-error`} />
    </div>
  );
}

function SaidWords({
  chrome,
  view,
  said,
  value,
}: {
  chrome: Chrome;
  view: AboutView;
  said: NonNullable<ReturnType<typeof saidFor>>;
  value: string;
}): JSX.Element {
  const { lang } = chrome;
  const [first] = said.spans;
  const line = first === undefined ? undefined : view.lineOf(first.start);
  return (
    <>
      {said.value === value || said.value === "repealed" ? (
        opening("fromText", lang)
      ) : (
        <strong>{opening("textSays", lang).replace("{0}", said.value)}</strong>
      )}
      {line === undefined ? null : `, ${opening("line", lang).replace("{0}", String(line))}`}:{" "}
      <q lang={view.about.language}>{said.words}</q>
    </>
  );
}

/** Who has corrected what, the last first. */
function Corrections({ chrome, about }: { chrome: Chrome; about: About }): JSX.Element | null {
  const { lang } = chrome;
  const changes = [...(about.changes ?? [])].reverse();
  if (changes.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{opening("corrections", lang)}</h2>
      <ul>
        {changes.map(({ by, at, was }) => (
          <li>
            {by}, <time dateTime={at}>{minuteText(at)} UTC</time>:{" "}
            {Object.entries(was)
              .map(
                ([field, value]) =>
                  `${nameOf(field, lang)} (${opening("was", lang).replace("{0}", shown(value, lang))})`,
              )
              .join("; ")}
          </li>
        ))}
      </ul>
    </section>
  );
}

const NAMES = ["id", "title", "number", "date", "body", "edition", "registered"] as const;
const nameOf = (field: string, lang: Chrome["lang"]): string =>
  opening(`field.${NAMES.find((name) => name === field) ?? "state"}`, lang).toLowerCase();

/** A former value in a few words. */
function shown(value: unknown, lang: Chrome["lang"]): string {
  if (value === UNKNOWN) return opening("unknown", lang);
  if (typeof value === "string") return value;
  const { state, by, number, date } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof state === "string") {
    const name = STATES.find((one) => one === state) ?? "unknown";
    return [
      opening(`state.${name}`, lang),
      ...(by === undefined || by === UNKNOWN ? [] : [shown(by, lang)]),
    ].join(", ");
  }
  const { act } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return [act ?? (typeof number === "string" ? `№ ${number}` : undefined), date]
    .filter((part): part is string => typeof part === "string")
    .join(", ");
}
