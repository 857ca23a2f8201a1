import type { KitAnswer, KitCase, KitExpected, KitRequest } from "../../model/kit.ts";
import type { Language } from "../../model/language.ts";
import { put } from "../due/words.ts";
import { eventName } from "../events.ts";
import { dueMoment, moment } from "../moment.ts";
import type { Names } from "../names.ts";
import WORDS from "./words.json" with { type: "json" };

type Table = Exclude<keyof typeof WORDS, "lines">;

/** A word for a value, in the reader's language. */
export function kitWord(table: Table, value: string, language: Language): string {
  const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = WORDS[table];
  return words[value]?.[language] ?? value;
}

/** A line of the kit's reports, its holes filled. */
export const kitLine = (
  line: keyof (typeof WORDS)["lines"],
  language: Language,
  holes: Readonly<Record<string, string | number>> = {},
): string => put(WORDS.lines[line][language], holes);

/** What a case tells a system, as a person would say it: a part a line. */
export function toldWords({ request, begins }: KitCase, names: Names): string[] {
  const { language } = names;
  if (request !== undefined) return requestWords(request, names);
  if (begins === undefined) return [];
  const { event, words, at, channel } = begins;
  return [
    ...(channel === undefined ? [] : [names.value("channel", channel)]),
    `${words ?? (event === undefined ? "" : eventName(event, language))}: ${moment(at, language)}`,
  ];
}

function requestWords(
  { channel, submitted, facts, documents, findings }: KitRequest,
  names: Names,
): string[] {
  const { language } = names;
  const papers = documents.map(({ type, validUntil }) =>
    validUntil === undefined
      ? names.document(type)
      : `${names.document(type)} (${kitLine("until", language, { day: validUntil })})`,
  );
  return [
    `${names.value("channel", channel)}, ${moment(submitted, language)}`,
    ...Object.entries(facts).map(([fact, value]) => names.told(fact, value)),
    ...findings.map(({ fact }) => `${kitLine("found", language)}: ${names.fact(fact)}`),
    papers.length === 0
      ? kitLine("no-papers", language)
      : `${kitLine("papers", language)}: ${papers.join("; ")}`,
  ];
}

/** An answer, right or given, in words. */
export function answerWords(
  { verdict, missing = [], due, or }: KitExpected & Partial<KitAnswer>,
  names: Names,
): string {
  const { language } = names;
  if (verdict !== undefined) {
    const lacking = missing.map((group) =>
      group.map((each) => names.document(each)).join(` ${kitLine("or", language)} `),
    );
    const told = kitWord("verdicts", verdict, language);
    return lacking.length === 0 ? told : `${told}; ${kitLine("missing", language)}: ${lacking.join("; ")}`;
  }
  if (due === null || due === undefined) return kitLine("no-term", language);
  const other = or === undefined ? "" : ` ${kitLine("or", language)} ${dueMoment(or, language)}`;
  return `${dueMoment(due, language)}${other}`;
}
