import type { JSX } from "preact";
import { bookUi, type BookUiWord } from "./book-ui.ts";
import { KeysWindow } from "./keys.tsx";
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
export const BookKeys = ({ chrome: { lang } }: { chrome: Chrome }): JSX.Element => (
  <KeysWindow
    keys={[...KEYS.map(([keys, word]) => [keys, bookUi(word, lang)] as const), ["u", ui("undo", lang)]]}
    lang={lang}
  />
);
