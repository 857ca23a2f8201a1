import { page } from "./layout.tsx";
import { ui } from "./ui.ts";
import type { Chrome } from "./views.ts";

/** Asks for the token that names a reviewer; says what was wrong with the one before. */
export const signInPage = (chrome: Chrome, fault: string | undefined): string =>
  page(
    chrome,
    ui("signIn", chrome.lang),
    <main class="note" id="main">
      <h1>{ui("signIn", chrome.lang)}</h1>
      <form method="post" action={`${chrome.base}/sign-in`}>
        <div class="field">
          <label for="token">{ui("token", chrome.lang)}</label>
          <input
            id="token"
            name="token"
            type="password"
            autocomplete="current-password"
            required
            {...(fault !== undefined && { "aria-describedby": "fault", "aria-invalid": "true" as const })}
          />
        </div>
        {fault === undefined ? null : (
          <p class="error" role="alert" id="fault">
            {fault}
          </p>
        )}
        <button type="submit" class="primary">
          {ui("signIn", chrome.lang)}
        </button>
      </form>
    </main>,
    "plain",
  );
