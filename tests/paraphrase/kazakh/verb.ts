import { plain, possessed, type Noun } from "./noun.ts";
import { endingOf, harmonised } from "./sounds.ts";

/** `ұсын – ұсынба`, `төле – төлеме`, `жет – жетпе`. */
export function negated(stem: string): string {
  const ending = endingOf(stem);
  if (ending === "voiceless") return harmonised(stem, "па", "пе");
  return ending === "nasal" || ending === "buzzing"
    ? harmonised(stem, "ба", "бе")
    : harmonised(stem, "ма", "ме");
}

/** `ұсын – ұсынған`, `өт – өткен`. */
export const done = (stem: string): string =>
  endingOf(stem) === "voiceless" ? harmonised(stem, "қан", "кен") : harmonised(stem, "ған", "ген");

/** `ұсын – ұсынса`, `өт – өтсе`. */
export const ifDone = (stem: string): string => harmonised(stem, "са", "се");

/** `ұсын – ұсынады`, `жолда – жолдайды`. */
export const does = (stem: string): string =>
  endingOf(stem) === "vowel" ? harmonised(stem, "йды", "йді") : harmonised(stem, "ады", "еді");

/** `ұсын – ұсынып`, `жолда – жолдап`. */
export const having = (stem: string): string =>
  endingOf(stem) === "vowel" ? `${stem}п` : harmonised(stem, "ып", "іп");

/** The action as a noun: `ұсын – ұсыну`, `төле – төлеу`, `ұсынба – ұсынбау`. */
export const action = (stem: string): Noun => plain(`${/[ыі]$/u.test(stem) ? stem.slice(0, -1) : stem}у`);

/** Somebody's action: `ұсынбауы`, `келмеуі`. */
export const actionOf = (stem: string): Noun => possessed(action(stem));
