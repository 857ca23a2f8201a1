import { LANGUAGES } from "../model/language.ts";
import type { ComponentChildren, JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { OWN_NAMES } from "./own-names.ts";
import { ui } from "./ui.ts";
import type { Chrome } from "./views.ts";
import { withLang } from "./with-lang.ts";

/** A whole page. Everything in it is escaped by preact; nothing is fetched from elsewhere. */
export function page(chrome: Chrome, title: string, main: JSX.Element, className: string): string {
  return `<!doctype html>${renderToString(
    <html lang={chrome.lang} class={className}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="tarmaq-token" content={chrome.token} />
        <meta name="tarmaq-base" content={chrome.base} />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`${chrome.base}/assets/workbench.css`} />
        <script src={`${chrome.base}/assets/browser.js`} />
      </head>
      <body>
        <Header chrome={chrome} />
        {main}
        <p id="announce" class="announce" role="status" aria-live="polite" />
      </body>
    </html>,
  )}`;
}

function Header({ chrome }: { chrome: Chrome }): JSX.Element {
  const { lang, base } = chrome;
  return (
    <header class="top">
      <a class="brand" href={`${base}/`}>
        <span aria-hidden="true">§</span> Тармақ
      </a>
      <nav class="tools" aria-label={ui("language", lang)}>
        {LANGUAGES.map((one) => (
          <a
            href={withLang(chrome.here, one)}
            lang={one}
            hreflang={one}
            {...(one === lang && { "aria-current": "true" as const })}
            title={OWN_NAMES[one]}
          >
            <span aria-hidden="true">{one}</span>
            <span class="only-read">{OWN_NAMES[one]}</span>
          </a>
        ))}
      </nav>
      <button
        type="button"
        class="quiet"
        data-do="theme"
        title={ui("theme", lang)}
        aria-label={ui("theme", lang)}
      >
        ◐
      </button>
      {chrome.reviewer === undefined ? null : (
        <p class="who">
          <span class="only-read">{ui("reviewer", lang)}: </span>
          {chrome.reviewer}
        </p>
      )}
      {chrome.maySignOut === true ? (
        <form method="post" action={`${base}/sign-out`}>
          <button type="submit" class="quiet">
            {ui("signOut", lang)}
          </button>
        </form>
      ) : null}
    </header>
  );
}

/** A page with a few words on it: not found, not allowed. */
export const notePage = (chrome: Chrome, title: string, children: ComponentChildren): string =>
  page(
    chrome,
    title,
    <main class="note">
      <h1>{title}</h1>
      {children}
      <p>
        <a href={`${chrome.base}/`}>{ui("shelf", chrome.lang)}</a>
      </p>
    </main>,
    "plain",
  );
