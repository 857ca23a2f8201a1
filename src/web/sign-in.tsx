import { page } from "./layout.tsx";
import { ui } from "./ui.ts";
import type { Chrome } from "./views.ts";

/** Asks for the token that names a reviewer. */
export const signInPage = (chrome: Chrome, wasWrong: boolean): string =>
  page(
    chrome,
    ui("signIn", chrome.lang),
    <main class="note" id="main">
      <h1>{ui("signIn", chrome.lang)}</h1>
      <form method="post" action={`${chrome.base}/sign-in`}>
        <div class="field">
          <label for="token">{ui("token", chrome.lang)}</label>
          <input id="token" name="token" type="password" autocomplete="current-password" required />
        </div>
        {wasWrong ? (
          <p class="error" role="alert">
            {ui("wrongToken", chrome.lang)}
          </p>
        ) : null}
        <button type="submit" class="primary">
          {ui("signIn", chrome.lang)}
        </button>
      </form>
    </main>,
    "plain",
  );
