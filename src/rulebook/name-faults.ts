import type { Vocabulary } from "../model/vocabulary.ts";
import type { RulebookFault } from "./faults.ts";
import { vocabularyWith } from "../model/vocabulary.ts";
import { ownVocabularyFaults } from "./own-vocabulary.ts";
import type { Rulebook } from "./rulebook.ts";
import { unknownNames, unknownNameWords } from "./unknown-names.ts";

/** What is wrong with the names in a book: its own that clash, and those of its rules that no vocabulary has. */
export function nameFaults(book: Rulebook, common: Vocabulary): RulebookFault[] {
  const { vocabulary: own, rules } = book;
  const vocabulary = vocabularyWith(common, own);
  return [
    ...(own === undefined ? [] : ownVocabularyFaults(own, common)),
    ...rules.flatMap((rule, index) =>
      unknownNames(rule, vocabulary).map((one) => ({
        pointer: `/rules/${index}${one.pointer}`,
        message: unknownNameWords(one),
      })),
    ),
  ];
}
