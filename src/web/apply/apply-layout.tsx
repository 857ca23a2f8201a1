import type { ComponentChildren, JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { LANGUAGES, type Language } from "../../model/language.ts";
import { OWN_NAMES } from "../own-names.ts";
import { withLang } from "../with-lang.ts";
import { apply } from "./apply-word.ts";
import type { ApplyFrame } from "./apply-views.ts";

/** Id of the form whose answers go along where the language is changed. */
export const ANSWERS_FORM = "answers";

/** A whole page for applicants: no script, nothing from elsewhere; everything in it is escaped by preact. */
export function applyPage(
  frame: ApplyFrame,
  title: string,
  children: ComponentChildren,
  { isSent = false } = {},
): string {
  const { lang, base } = frame;
  return `<!doctype html>${renderToString(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`${base}/assets/apply.css`} />
      </head>
      <body>
        <a class="skip" href="#main">
          {apply("skip", lang)}
        </a>
        <header>
          <a class="brand" href={withLang(base, lang)}>
            <span aria-hidden="true">§</span> Tarmaq
          </a>
          <nav aria-label={apply("languages", lang)}>
            {LANGUAGES.map((one) =>
              isSent ? <Again frame={frame} to={one} /> : <Link frame={frame} to={one} />,
            )}
          </nav>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>,
  )}`;
}

interface Turn {
  readonly frame: ApplyFrame;
  readonly to: Language;
}

const Link = ({ frame, to }: Turn): JSX.Element => (
  <a
    href={withLang(frame.here, to)}
    lang={to}
    hreflang={to}
    {...(to === frame.lang && { "aria-current": "true" as const })}
  >
    {OWN_NAMES[to]}
  </a>
);

/** A link would lose the answers: they are sent again. */
const Again = ({ frame, to }: Turn): JSX.Element => (
  <button
    type="submit"
    form={ANSWERS_FORM}
    formAction={withLang(frame.here, to)}
    lang={to}
    {...(to === frame.lang && { "aria-current": "true" as const })}
  >
    {OWN_NAMES[to]}
  </button>
);
