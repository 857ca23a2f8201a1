import type { JSX } from "preact";
import type { Language } from "../model/language.ts";
import { ui } from "./ui.ts";

/** A window with keys, those of one line apart by a space, and what each does. */
export const KeysWindow = ({
  keys,
  lang,
}: {
  keys: readonly (readonly [keys: string, does: string])[];
  lang: Language;
}): JSX.Element => (
  <dialog id="keys" aria-labelledby="keys-name">
    <h2 id="keys-name">{ui("keys", lang)}</h2>
    <dl>
      {keys.map(([line, does]) => (
        <div>
          <dt>
            {line.split(" ").map((key) => (
              <kbd>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <form method="dialog">
      <button type="submit">{ui("close", lang)}</button>
    </form>
  </dialog>
);
