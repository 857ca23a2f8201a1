import type { JSX } from "preact";
import type { Language } from "../model/language.ts";
import { citation } from "../report/citation.ts";
import { pointText } from "../report/parity/wording.ts";
import { besideText, readingText, textName } from "../report/twin/remark.ts";
import type { CardTwin } from "./views.ts";

/** The act's text in its other language beside a card: its words, how they read, and in what the two differ. */
export function CardTwinWords({ twin, lang }: { twin: CardTwin; lang: Language }): JSX.Element {
  const { language, words } = twin;
  return (
    <div class="twin">
      <p class="where">
        <b>{textName(language, lang)}</b>
        {words === undefined ? null : <span>{citation(words.cite, lang)}</span>}
      </p>
      {words === undefined ? null : <blockquote lang={language}>{words.quote}</blockquote>}
      {sayings(twin, lang).map(({ text, isOtherwise }) => (
        <p class={isOtherwise ? "says otherwise" : "says"}>{text}</p>
      ))}
    </div>
  );
}

/** What there is to say of the two texts; `isOtherwise` where somebody has to look. */
function sayings(
  { language, own, reading, points, rules }: CardTwin,
  lang: Language,
): readonly { readonly text: string; readonly isOtherwise: boolean }[] {
  const texts = { first: { language: own }, second: { language } };
  const differences = points.map((point) => ({ text: pointText(point, texts, lang), isOtherwise: true }));
  const unheard = rules.map((rule) => ({ text: besideText(rule, lang), isOtherwise: true }));
  if (reading === undefined) return [...differences, ...unheard];
  const text = readingText({ ...reading, points: [] }, lang);
  return [{ text, isOtherwise: reading.reading !== "agrees" }, ...differences, ...unheard];
}
