import type { JSX } from "preact";
import type { Language } from "../model/language.ts";
import { ui } from "./ui.ts";

/** Where a form asks for grounds. */
export const Why = ({ lang, required }: { lang: Language; required?: boolean }): JSX.Element => (
  <div class="field wide">
    <label for="f-why">{ui("why", lang)}</label>
    <input id="f-why" name="why" autocomplete="off" {...(required === true && { required: true })} />
  </div>
);

/** What a form ends with: what it does, and the way out. */
export const Buttons = ({ lang, label }: { lang: Language; label: string }): JSX.Element => (
  <div class="actions">
    <button type="submit" class="primary">
      {label} <kbd aria-hidden="true">↵</kbd>
    </button>
    <button type="button" data-do="cancel">
      {ui("cancel", lang)} <kbd aria-hidden="true">Esc</kbd>
    </button>
  </div>
);

/** An empty window that forms are put into; its data are the script's few words. */
export const FormWindow = ({
  lang,
  data = {},
}: {
  lang: Language;
  data?: Readonly<Record<string, string>>;
}): JSX.Element => (
  <dialog
    id="form"
    aria-label={ui("edit", lang)}
    data-no-answer={ui("noAnswer", lang)}
    data-not-saved={ui("notSaved", lang)}
    {...data}
  />
);

/** A value as an input shows it. */
export const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
