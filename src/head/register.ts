import type { Grammar } from "../language/grammar.ts";
import type { HeadWords } from "../language/head-words.ts";
import type { ActHead, Registered, RepealedBy, Said } from "../model/act-head.ts";
import type { Passage } from "../model/passage.ts";
import { datesIn, numbersIn } from "./mentions.ts";
import { namedAct } from "./named-act.ts";
import { saidIn } from "./said.ts";
import { beginsWith, from, sentencesOf } from "./sentences.ts";

/** The entry in the register that a sentence speaks of; undefined where it names no day or no number, or more than one. */
export function registeredIn(sentence: Passage, words: HeadWords): Said<Registered> | undefined {
  const said = sentence.text.toLowerCase().split(/\P{L}+/u);
  if (!words.registered.some((word) => said.includes(word))) return undefined;
  const [date, otherDate] = datesIn(sentence.text, words);
  const [number, otherNumber] = numbersIn(sentence.text);
  if (date === undefined || number === undefined || otherDate !== undefined || otherNumber !== undefined)
    return undefined;
  return saidIn(sentence, { number: number.value, date: date.value });
}

/**
 * By what the act was repealed: as a sentence over its first clause or a note on the whole act says; `unknown` where only
 * a word over the text says that it is in force no longer. Other acts that a clause repeals are no matter of this.
 */
export function repealedIn(
  sentences: readonly Passage[],
  notes: readonly Passage[],
  lines: readonly Passage[],
  language: { readonly words: HeadWords; readonly grammar: Grammar },
): ActHead["repealed"] {
  const { words } = language;
  const speaking = [...sentences, ...notes.flatMap(sentencesOf)].filter(
    ({ text }) => beginsWith(text, words.repealed) !== undefined,
  );
  for (const sentence of speaking) {
    const by = repealingAct(sentence, language);
    if (by !== undefined) return saidIn(sentence, by);
  }
  const only = speaking[0] ?? lines.find(({ text }) => beginsWith(text, words.noLonger) !== undefined);
  return only && saidIn(only, "unknown");
}

function repealingAct(
  sentence: Passage,
  { words, grammar }: { readonly words: HeadWords; readonly grammar: Grammar },
): RepealedBy | undefined {
  const act = namedAct(from(sentence, beginsWith(sentence.text, words.repealed) ?? 0).text, words, grammar);
  if (act === undefined) return undefined;
  const { kind, number, date, bodyAsSaid } = act;
  const called = words.bodyComesFirst ? [bodyAsSaid, `№ ${number}`, kind] : [kind, bodyAsSaid, `№ ${number}`];
  return { act: called.filter((part) => part !== "").join(" "), date, number };
}
