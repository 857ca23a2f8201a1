import type { Said } from "../model/act-head.ts";
import { sourceSpans, type Passage } from "../model/passage.ts";

/** What words of the text say, with the words and where they stand. */
export const saidIn = <Value>(passage: Passage, value: Value): Said<Value> => ({
  value,
  words: passage.text.trim(),
  spans: sourceSpans(passage),
});
