import type { Language } from "../../model/language.ts";
import type { LookedFor, Sign, Signs } from "../../model/signs.ts";
import { filled } from "../amounts.ts";
import { markup, type Markup } from "./markup.ts";
import { AuditWords } from "./words.ts";
import WORDS from "./signs-words.json" with { type: "json" };

/** A chance that is smaller is told as smaller than this. */
const LEAST = 1e-6;
/** Digits of "one in so many" that are told. */
const PLACES = 2;
const SECONDS_OF_A_MINUTE = 60;

/** Signs as a person reads them in a terminal: each with its figures, and what was looked at. */
export function signsText(signs: Signs, language: Language): string {
  const telling = new SignWords(language);
  const { words } = telling;
  const found = signs.found.map(
    (sign) =>
      `  ${telling.name(sign.sign)} — ${telling.who(sign)}\n      ${telling.figures(sign)}\n      ${words.chance}: ${telling.chance(sign)}${sign.rows.length === 0 ? "" : `; ${words.rows}: ${sign.rows.join(", ")}`}`,
  );
  return [
    `${words.title}. ${words.intro}`,
    ...(found.length === 0 ? [`  ${words.none}`] : found),
    `${words.looked}:`,
    ...signs.looked.map((one) => `  ${telling.looked(one)}`),
  ].join("\n");
}

/** The same as a section of the report. */
export function signsSection(signs: Signs, language: Language): Markup {
  const telling = new SignWords(language);
  const { words } = telling;
  const lines = signs.found.map(
    (sign) =>
      markup`<tr><td>${telling.name(sign.sign)}</td><td>${telling.who(sign)}</td><td>${telling.figures(sign)}</td><td>${telling.chance(sign)}</td><td>${sign.rows.join(", ")}</td></tr>`,
  );
  const table = markup`<table class="wide"><thead><tr><th>${words.sign}</th><th>${words.who}</th><th>${words.figures}</th><th>${words.chance}</th><th>${words.rows}</th></tr></thead><tbody>${lines}</tbody></table>`;
  return markup`<section><h2 id="signs">${words.title}</h2><p>${words.intro}</p>
${lines.length === 0 ? markup`<p>${words.none}</p>` : table}
<p class="pale">${words.looked}:</p><ul class="pale">${signs.looked.map((one) => markup`<li>${telling.looked(one)}</li>`)}</ul></section>`;
}

/** The words of signs in one language. */
class SignWords {
  readonly words: (typeof WORDS)[Language];
  readonly #numbers: AuditWords;

  constructor(language: Language) {
    this.words = WORDS[language];
    this.#numbers = new AuditWords(language);
  }

  #filled(sentence: string, values: Parameters<typeof filled>[1]): string {
    return filled(sentence, values, this.#numbers.language);
  }

  name(sign: Sign["sign"]): string {
    return this.words.name[sign];
  }

  who({ of, provider, official }: Sign): string {
    if (of === "log") return this.words.wholeLog;
    if (of === "provider") return provider ?? "";
    return provider === null ? (official ?? "") : `${official ?? ""} (${provider})`;
  }

  figures(sign: Sign): string {
    const form =
      sign.sign === "before-due" && sign.against === "just-around" ? "before-due-clock" : sign.sign;
    return this.#filled(this.words.told[form], {
      entries: sign.entries,
      seen: sign.seen,
      expected: this.#numbers.number(sign.expected, 1),
      minutes: (sign.window ?? 0) / SECONDS_OF_A_MINUTE,
      most: sign.most ?? 0,
      afterDue: sign.afterDue ?? 0,
      against: this.words.against[sign.against === "others" ? "others" : "even-spread"],
    });
  }

  chance({ chance }: Sign): string {
    const once = 1 / Math.max(chance, LEAST);
    const rounded = Number(once.toPrecision(PLACES));
    return this.#filled(this.words[chance < LEAST ? "less" : "about"], { n: rounded });
  }

  looked({ sign, groups, notLooked }: LookedFor): string {
    const left = notLooked.map(
      ({ because, groups: count }) => `${this.words.because[because]}: ${this.#numbers.number(count)}`,
    );
    const rest = left.length === 0 ? "" : `; ${this.words.notLooked} – ${left.join(", ")}`;
    return `${this.name(sign)}: ${this.#numbers.number(groups)} ${this.words.groups}${rest}`;
  }
}
