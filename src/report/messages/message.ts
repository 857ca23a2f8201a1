import type { Language } from "../../model/language.ts";
import HELP from "./help-words.json" with { type: "json" };
import WORDS from "./words.json" with { type: "json" };

type Told = Readonly<Partial<Record<Language, string>>>;

/** Words that stand between the values of a message, and how other languages put it. */
interface Message {
  readonly between: readonly string[];
  readonly told: Told;
}

/**
 * A message of the program, which is written in English where it is thrown, in the reader's language: values stay, and are
 * told in that language too where they are messages. What no list has stays as it is.
 */
export function message(text: string, language: Language): string {
  if (language === "en" || text === "") return text;
  for (const { between, told } of messages()) {
    const values = valuesIn(text, between);
    if (values !== undefined)
      return (told[language] ?? text).replace(/\{(\d)\}/g, (_, number: string) =>
        message(values[Number(number)] ?? "", language),
      );
  }
  return text;
}

const VALUE = /\{\d\}/;

let made: readonly Message[] | undefined;

/** The more a message says itself, the earlier it is tried. Readers of English need none of it. */
const messages = (): readonly Message[] =>
  (made ??= Object.entries<Told>({ ...HELP, ...WORDS })
    .map(([english, told]) => ({ between: english.split(VALUE), told }))
    .map((one) => ({ one, says: one.between.join("").length }))
    .sort((one, other) => other.says - one.says)
    .map(({ one }) => one));

/** The values of a message, in their order; undefined where the text is not this message. */
function valuesIn(text: string, between: readonly string[]): readonly string[] | undefined {
  const [first = "", ...rest] = between;
  const last = rest.at(-1);
  if (last === undefined) return text === first ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (const words of rest.slice(0, -1)) {
    const next = text.indexOf(words, at);
    if (next < 0) return undefined;
    values.push(text.slice(at, next));
    at = next + words.length;
  }
  const end = text.length - last.length;
  return end < at ? undefined : [...values, text.slice(at, end)];
}
