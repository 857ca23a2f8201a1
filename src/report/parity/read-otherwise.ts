import type { Language } from "../../model/language.ts";
import type { HeldTexts } from "../../model/held-texts.ts";
import type { SaidOtherwise } from "../../model/twin.ts";
import { word } from "../rule-words.ts";
import { fieldText, valueText } from "../twin/remark.ts";
import { placesText, type LocateBoth } from "./located.ts";
import { filled, PARITY_WORDING } from "./wording.ts";

/** Places that were read otherwise in the two languages, a line each: where, what kind of rule, and how each reads. */
export const readOtherwiseLines = (
  held: HeldTexts,
  locate: LocateBoth,
  language: Language,
): readonly string[] =>
  held.readOtherwise.map((one) => {
    const says = one.otherwise.map((field) => saysText(field, held, language)).join("; ");
    return `${placesText(one, locate, language)}: ${word("kinds", one.kind, language)}; ${says}`;
  });

function saysText(
  { field, here, there }: SaidOtherwise,
  { first, second }: HeldTexts,
  lang: Language,
): string {
  const { page, in: inWhich } = PARITY_WORDING[lang];
  const side = (of: Language, value: string | undefined): string =>
    value === undefined
      ? filled(page.noWords, { in: inWhich[of] })
      : `${inWhich[of]} – ${valueText(field, value, lang)}`;
  return `${fieldText(field, lang)}: ${side(first.language, here)}, ${side(second.language, there)}`;
}
