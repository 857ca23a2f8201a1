import type { JSX } from "preact";
import { KeysWindow } from "./keys.tsx";
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
export const Keys = ({ chrome: { lang } }: { chrome: Chrome }): JSX.Element => (
  <KeysWindow keys={KEYS.map(([keys, word]) => [keys, ui(word, lang)] as const)} lang={lang} />
);
