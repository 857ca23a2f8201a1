import type { JSX } from "preact";
import { opening, type OpeningWord } from "./opening-words.ts";
import type { Chrome } from "./views.ts";

/** How acts are opened at a desk: files that the browser sends, and where that is allowed places on this machine. */
export interface OpenForm {
  readonly mayNamePaths: boolean;
  /** Of a file, in megabytes. */
  readonly largest: number;
  /** Endings of files that hold texts. */
  readonly endings: readonly string[];
}

/** The part of the shelf where acts are opened. */
export function OpenActs({ chrome, form }: { chrome: Chrome; form: OpenForm }): JSX.Element {
  const { lang, base } = chrome;
  const words: Words = (key) => opening(key, lang).replace("{0}", String(form.largest));
  return (
    <section
      class="opening"
      id="opening"
      aria-labelledby="opening-title"
      data-about={`${base}/about`}
      data-desk={`${base}/desk`}
      data-largest={form.largest}
      data-too-large={words("tooLarge")}
      data-reading={opening("opening", lang)}
      data-opened={words("openedAs")}
      data-not-opened={words("notOpened")}
      data-not-said={opening("notSaid", lang)}
      data-tell-more={words("tellMore")}
      data-no-answer={words("noAnswer")}
    >
      <h2 id="opening-title">{words("openAnAct")}</h2>
      <div class="ways">
        <ByFile words={words} form={form} />
        {form.mayNamePaths ? <ByPath words={words} /> : null}
      </div>
      <p id="reading" class="reading" role="status" />
      <ul id="opened" class="opened" aria-live="polite" />
    </section>
  );
}

type Words = (key: OpeningWord) => string;

function ByFile({ words, form }: { words: Words; form: OpenForm }): JSX.Element {
  return (
    <form class="drop" id="drop">
      <p id="drop-words">{words("dropHere")}</p>
      <label class="file">
        <span>{words("choose")}</span>
        <input
          type="file"
          id="files"
          multiple
          aria-describedby="drop-words drop-formats"
          accept={form.endings.map((ending) => `.${ending}`).join(",")}
        />
      </label>
      <p class="hint" id="drop-formats">
        {words("formats")}
      </p>
    </form>
  );
}

function ByPath({ words }: { words: Words }): JSX.Element {
  return (
    <form class="path" id="by-path">
      <div class="field">
        <label for="path">{words("path")}</label>
        <input
          id="path"
          name="path"
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby="path-hint"
        />
      </div>
      <p class="hint" id="path-hint">
        {words("pathHint")}
      </p>
      <button type="submit">{words("open")}</button>
    </form>
  );
}
