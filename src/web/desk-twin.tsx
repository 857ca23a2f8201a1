import type { JSX } from "preact";
import type { Language } from "../model/language.ts";
import { textName } from "../report/twin/remark.ts";
import { cardWord } from "./card-word.ts";
import { TextLines } from "./text-lines.tsx";
import type { TextLine } from "./views.ts";

/** The act's text in its other language, as the desk shows it beside the first. */
export interface OtherText {
  readonly language: Language;
  readonly lines: readonly TextLine[];
  /** Numbers of lines, here and there, where provisions begin that say the same. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** The other text: hidden until it is asked for; it scrolls with the first. */
export const OtherTextPane = ({ other, lang }: { other: OtherText; lang: Language }): JSX.Element => (
  <section
    class="text other"
    tabindex={0}
    aria-label={textName(other.language, lang)}
    lang={other.language}
    data-pairs={JSON.stringify(other.pairs)}
  >
    <TextLines lines={other.lines} lang={lang} />
  </section>
);

/** Shows one text, both, or the other. */
export const TextsButton = ({ lang }: { lang: Language }): JSX.Element => (
  <button type="button" data-do="texts" aria-keyshortcuts="l">
    {cardWord("texts", lang)} <kbd aria-hidden="true">l</kbd>
  </button>
);
