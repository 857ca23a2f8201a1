import type { JSX } from "preact";
import { PAPERS, Questions, YourAnswers } from "./apply-form.tsx";
import { withLang } from "../with-lang.ts";
import { applyPage } from "./apply-layout.tsx";
import { VerdictTold } from "./apply-verdict.tsx";
import { apply } from "./apply-word.ts";
import type {
  ApplyAnswer,
  ApplyForm,
  ApplyFrame,
  ListedService,
  ListedVersion,
  Question,
} from "./apply-views.ts";
import { actText } from "../../report/act-text.ts";
import { dotted } from "../../report/dotted.ts";

/** The form of a service; once it was sent, with its answer on top, or with what is to be mended. */
export function formPage(frame: ApplyFrame, form: ApplyForm, answer?: ApplyAnswer): string {
  const { lang } = frame;
  const faults = faultsOf(form);
  const said =
    faults.length > 0 ? apply("mend", lang) : answer && apply(`answer.${answer.verdict.verdict}`, lang);
  return applyPage(
    frame,
    said === undefined ? form.service : `${said} — ${form.service}`,
    <>
      <h1>{form.service}</h1>
      {form.at === undefined || form.isSent ? null : <p>{apply("rulesOf", lang, dotted(form.at))}</p>}
      {faults.length === 0 ? null : <Linked title={apply("mend", lang)} items={faults} className="faults" />}
      {answer === undefined ? null : (
        <>
          <VerdictTold {...answer} lang={lang} at={form.at} wanted={<Wanted form={form} frame={frame} />} />
          <YourAnswers form={form} lang={lang} />
          <p class="help off-paper">{apply("toPrint", lang)}</p>
        </>
      )}
      <Questions form={form} frame={frame} />
      <Back frame={frame} />
    </>,
    { isSent: form.isSent },
  );
}

interface ToField {
  readonly href: string;
  readonly words: string;
}

const questionsOf = ({ channel, facts, papers }: ApplyForm): readonly Question[] => [
  channel,
  ...facts,
  ...papers.flatMap(({ until }) => until ?? []),
];

/** Where the first thing that can be answered is. */
const hrefOf = ({ id, input }: Question): string => `#${id}${input.is === "choice" ? "-0" : ""}`;

const faultsOf = (form: ApplyForm): readonly ToField[] => [
  ...questionsOf(form).flatMap((question) =>
    question.fault === undefined
      ? []
      : [{ href: hrefOf(question), words: `${question.title} — ${question.fault}` }],
  ),
  ...(form.papersFault === undefined ? [] : [{ href: `#${PAPERS}-unknown`, words: form.papersFault }]),
];

function Wanted({
  form,
  frame: { lang },
}: {
  readonly form: ApplyForm;
  readonly frame: ApplyFrame;
}): JSX.Element | null {
  const items = [
    ...questionsOf(form)
      .filter(({ isWanted }) => isWanted)
      .map((question) => ({ href: hrefOf(question), words: question.title })),
    ...(form.arePapersWanted ? [{ href: `#${PAPERS}-unknown`, words: apply("papers", lang) }] : []),
  ];
  return items.length === 0 ? null : <Linked title={apply("answerThese", lang)} items={items} />;
}

const Linked = ({
  title,
  items,
  className,
}: {
  readonly title: string;
  readonly items: readonly ToField[];
  readonly className?: string;
}): JSX.Element =>
  className === undefined ? (
    <>
      <h3>{title}</h3>
      <Links items={items} />
    </>
  ) : (
    // It has the focus as the page opens: whoever listens to it hears first what is to be mended.
    <section class={className} role="alert" aria-labelledby="faults" tabIndex={-1} autofocus>
      <h2 id="faults">{title}</h2>
      <Links items={items} />
    </section>
  );

const Links = ({ items }: { readonly items: readonly ToField[] }): JSX.Element => (
  <ul>
    {items.map(({ href, words }) => (
      <li>
        <a href={href}>{words}</a>
      </li>
    ))}
  </ul>
);

const Back = ({ frame: { base, lang } }: { readonly frame: ApplyFrame }): JSX.Element => (
  <p class="off-paper">
    <a href={withLang(base, lang)}>{apply("allServices", lang)}</a>
  </p>
);

/** All services that there are forms for. */
export function servicesPage(frame: ApplyFrame, services: readonly ListedService[]): string {
  const { lang } = frame;
  const group = (title: string, of: readonly ListedService[]): JSX.Element | null =>
    of.length === 0 ? null : (
      <>
        <h2>{title}</h2>
        <ul class="services">
          {of.map(({ href, name, act, textLanguage }) => (
            <li>
              <a href={withLang(href, lang)}>{name}</a>
              {act === undefined ? null : (
                <p class="cite" {...(textLanguage !== undefined && { lang: textLanguage })}>
                  {actText(act)}
                </p>
              )}
            </li>
          ))}
        </ul>
      </>
    );
  return applyPage(
    frame,
    apply("title", lang),
    <>
      <h1>{apply("title", lang)}</h1>
      <p>{apply("intro", lang)}</p>
      <p>{apply("notKept", lang)}</p>
      {services.length === 0 ? <p>{apply("noServices", lang)}</p> : null}
      {group(
        apply("inForce", lang),
        services.filter(({ isInForce }) => isInForce),
      )}
      {group(
        apply("notInForce", lang),
        services.filter(({ isInForce }) => !isInForce),
      )}
    </>,
  );
}

/** That no version of a service is in force on a day, which there are, and how to ask for one of them. */
export function noVersionPage(
  frame: ApplyFrame,
  {
    service,
    path,
    day,
    versions,
  }: {
    readonly service: string;
    readonly path: string;
    readonly day: string;
    readonly versions: readonly ListedVersion[];
  },
): string {
  const { lang } = frame;
  const title = apply("noVersion", lang, dotted(day));
  return applyPage(
    frame,
    `${title} — ${service}`,
    <>
      <h1>{service}</h1>
      <h2>{title}</h2>
      <p>{apply("noVersionText", lang)}</p>
      <ul>
        {versions.map(({ href, ...version }) => (
          <li>
            {href === undefined ? (
              intervalWords(version, frame)
            ) : (
              <a href={withLang(href, lang)}>{intervalWords(version, frame)}</a>
            )}
          </li>
        ))}
      </ul>
      <form method="get" action={path}>
        <div class="question">
          <label for="at">{apply("day", lang)}</label>
          <input type="date" id="at" name="at" autocomplete="off" />
        </div>
        <input type="hidden" name="lang" value={lang} />
        <p>
          <button type="submit" class="primary">
            {apply("show", lang)}
          </button>
        </p>
      </form>
      <Back frame={frame} />
    </>,
  );
}

function intervalWords({ from, until }: Omit<ListedVersion, "href">, { lang }: ApplyFrame): string {
  const told = (day: string | undefined): string =>
    day === undefined ? apply("dayUnknown", lang) : dotted(day);
  return until === undefined
    ? apply("version", lang, told(from))
    : apply("versionUntil", lang, told(from), told(until === "unknown" ? undefined : until));
}

/** A page with a few words on it: what was asked for is not there, or cannot be read. */
export const sayingPage = (frame: ApplyFrame, title: string, text?: string): string =>
  applyPage(
    frame,
    title,
    <>
      <h1>{title}</h1>
      {text === undefined ? null : <p>{text}</p>}
      <Back frame={frame} />
    </>,
  );
