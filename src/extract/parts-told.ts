import type { Grammar } from "../language/grammar.ts";
import type { Duration } from "../model/duration.ts";
import type { Channel, ClockTime } from "../model/rule.ts";
import { clockTimesIn } from "./clock.ts";
import { sentencesOf } from "./sentence.ts";
import { termsIn } from "./term.ts";
import { waysIn } from "./ways.ts";

/** What some words tell by themselves of a rule, though the reader made none of them. */
export interface PartsTold {
  /** Lengths of time, with the lower end of a range. */
  readonly terms: readonly { readonly length: Duration; readonly min?: Duration }[];
  readonly times: readonly ClockTime[];
  readonly channels: readonly Channel[];
}

/** The lengths of time, times of day and ways of applying that words name, in their order. */
export function partsTold(words: string, grammar: Grammar): PartsTold {
  const sentences = sentencesOf({ text: words, runs: [] }, grammar);
  return {
    terms: sentences.flatMap((sentence) => termsIn(sentence, grammar)),
    times: sentences.flatMap((sentence) => clockTimesIn(sentence, grammar).map(({ time }) => time)),
    channels: [...new Set(sentences.flatMap(waysIn))],
  };
}
