import type { JSX } from "preact";
import { opening } from "./opening-words.ts";
import type { Chrome } from "./views.ts";

/** What is to be said of an act wherever it is shown. */
export interface KnownOfAct {
  readonly id: string;
  /** Language of its text. */
  readonly language: string;
  /** What is not known of it, by the names of the fields. */
  readonly missing: readonly string[];
  /** The act by which it was repealed, or an empty text where that is not known; absent where it was not, as far as is known. */
  readonly repealed?: string;
}

/** What of an act is not known, that it was repealed, and where both are told. */
export function Known({ chrome, act }: { chrome: Chrome; act: KnownOfAct }): JSX.Element {
  const { lang, base } = chrome;
  return (
    <p class="known">
      {act.repealed === undefined ? null : (
        <strong class="repealed">
          {opening("repealedNote", lang)}
          {act.repealed === "" ? "" : ": "}
          <span lang={act.language}>{act.repealed}</span>.{" "}
        </strong>
      )}
      {act.missing.length === 0 ? null : (
        <span class="missing">{opening("notKnown", lang).replace("{0}", act.missing.join(", "))}. </span>
      )}
      <a href={`${base}/about/${encodeURIComponent(act.id)}`} aria-describedby={`act-${act.id}`}>
        {opening("aboutAct", lang)}
      </a>
    </p>
  );
}
