import type { JSX } from "preact";
import { ui, type UiWord } from "./ui.ts";
import type { Chrome } from "./views.ts";

const KEYS: readonly (readonly [keys: string, word: UiWord])[] = [
  ["j ↓", "keyNext"],
  ["k ↑", "keyPrevious"],
  ["w", "keyWaiting"],
  ["o", "keyUnread"],
  ["a", "accept"],
  ["e", "edit"],
  ["r", "keyReject"],
  ["u", "undo"],
  ["c", "keyComment"],
  ["s", "keyAssign"],
  ["m", "keyMine"],
  ["d", "keyCompare"],
  ["l", "keyTexts"],
  ["t", "keyText"],
  ["n", "keyMake"],
  ["b", "keyBook"],
  ["g", "keyShelf"],
  ["?", "keyHelp"],
];

/** The list of keys. */
export function Keys({ chrome }: { chrome: Chrome }): JSX.Element {
  const { lang } = chrome;
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
            <dd>{ui(what, lang)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{ui("close", lang)}</button>
      </form>
    </dialog>
  );
}
