import { readVocabulary } from "../files/read-vocabulary.ts";
import { type OwnVocabulary, vocabularyWith } from "../model/vocabulary.ts";
import type { Decision } from "../review/decision.ts";
import { ownVocabularyFaults } from "../rulebook/own-vocabulary.ts";
import { unknownNames, unknownNameWords } from "../rulebook/unknown-names.ts";

/** What is wrong with a name that a decision brings along. */
export interface NameTrouble {
  /** In English, for the terminal. */
  readonly why: string;
  readonly pointer: string;
  readonly code: "unknown-fact" | "unknown-paper" | "unknown-value" | "not-chosen" | "name-taken";
  readonly name?: string;
  /** Id of what was likely meant. */
  readonly meant?: string;
}

/** The first name of a decision that no vocabulary has, or that is taken; its shape is the schema's to see. */
export function nameTrouble(made: Decision, own: OwnVocabulary | undefined): NameTrouble | undefined {
  const common = readVocabulary();
  if (made.action === "vocabulary") {
    const [fault] = ownVocabularyFaults(made.vocabulary, common);
    return fault && { why: fault.message, pointer: fault.pointer, code: "name-taken" };
  }
  if (made.action !== "accept" && made.action !== "edit" && made.action !== "add") return undefined;
  const [unknown] = unknownNames(made.values, vocabularyWith(common, own));
  if (unknown === undefined) return undefined;
  const { is, name, meant, pointer } = unknown;
  return {
    why: unknownNameWords(unknown),
    pointer: `/values${pointer}`,
    code: name === "" ? "not-chosen" : `unknown-${is}`,
    name,
    ...(meant !== undefined && { meant }),
  };
}
