import type { JSX } from "preact";
import { bookUi, type BookUiWord } from "./book-ui.ts";
import { ui } from "./ui.ts";
import type { Chrome } from "./views.ts";

const KEYS: readonly (readonly [keys: string, word: BookUiWord])[] = [
  ["j ↓", "keyNextEntry"],
  ["k ↑", "keyPreviousEntry"],
  ["w", "keyGap"],
  ["a", "accept"],
  ["e", "edit"],
  ["r", "withdraw"],
  ["n", "addPointer"],
  ["m", "addRemark"],
  ["b", "build"],
  ["v", "show"],
  ["g", "toDesk"],
];

/** The keys of the page of a book. */
export function BookKeys({ chrome: { lang } }: { chrome: Chrome }): JSX.Element {
  return (
    <dialog id="keys" aria-labelledby="keys-name">
      <h2 id="keys-name">{ui("keys", lang)}</h2>
      <dl>
        {KEYS.map(([keys, what]) => (
          <div>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd>{key}</kbd>
              ))}
            </dt>
            <dd>{bookUi(what, lang)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>u</kbd>
          </dt>
          <dd>{ui("undo", lang)}</dd>
        </div>
      </dl>
      <form method="dialog">
        <button type="submit">{ui("close", lang)}</button>
      </form>
    </dialog>
  );
}
