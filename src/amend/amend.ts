import type { AmendLanguage } from "../language/amend-words.ts";
import type { HeadWords } from "../language/head-words.ts";
import type { AmendOutcome, Instruction, NamedAct } from "../model/amendment.ts";
import { Applier } from "./applier.ts";
import { instructionsOf } from "./instructions.ts";
import { beginningsOf, likeness } from "./likeness.ts";
import { plainNumber } from "./named-acts.ts";
import type { AmendText } from "./paragraphs.ts";
import type { Amending } from "./site.ts";

/** The language of an act and of what amends it. */
export interface AmendIn {
  readonly language: AmendLanguage;
  readonly head: HeadWords;
}

/** A title is that of an act where so much of both is the same. */
const SAME_TITLE = 0.85;

/** Reads the instructions of an amending act and applies those that are about an act to its text. */
export function amend(
  act: AmendText,
  named: NamedAct,
  amending: Amending,
  { language, head }: AmendIn,
): { readonly text: string; readonly outcomes: readonly AmendOutcome[] } {
  const instructions = instructionsOf(amending.read, { amend: language.words, head });
  const isMeant = meantBy(named, instructions, language);
  const applier = new Applier(act, amending, language);
  const outcomes = instructions.map((instruction): AmendOutcome =>
    !isMeant(instruction)
      ? { instruction, is: "of-another-act" }
      : instruction.action.is === "other-language"
        ? { instruction, is: "other-language" }
        : applier.apply(instruction),
  );
  return { text: applier.text, outcomes };
}

/**
 * Whether an instruction is about the act: by number and day where the act's are known, else by its title; where an amending
 * act names one act alone, and neither number nor title of this one is known, that is taken to be it.
 */
function meantBy(
  { number, date, title }: NamedAct,
  instructions: readonly Instruction[],
  language: AmendLanguage,
): (instruction: Instruction) => boolean {
  const keyOf = (act: NamedAct): string => `${plainNumber(act.number ?? "")} ${act.date ?? ""}`;
  const own = title === undefined ? undefined : beginningsOf(title, language.words);
  const isIt = (act: NamedAct): boolean => {
    if (number !== undefined && date !== undefined && act.number !== undefined && act.date !== undefined)
      return keyOf(act) === keyOf({ number, date });
    return (
      own !== undefined &&
      act.title !== undefined &&
      likeness(own, beginningsOf(act.title, language.words)) >= SAME_TITLE
    );
  };
  const acts = new Set(instructions.flatMap(({ act }) => (act === undefined ? [] : [keyOf(act)])));
  const known = number !== undefined && date !== undefined;
  return ({ act }) => (act === undefined || (acts.size === 1 && !known) ? acts.size <= 1 : isIt(act));
}
