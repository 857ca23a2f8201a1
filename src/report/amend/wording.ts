import type { AmendAction, AmendReason, AmendUnit, ConsolidationDifference } from "../../model/amendment.ts";
import type { Language } from "../../model/language.ts";
import en from "./words.en.json" with { type: "json" };
import kk from "./words.kk.json" with { type: "json" };
import ru from "./words.ru.json" with { type: "json" };

/** How what came of amending an act is told. */
export interface AmendWording {
  readonly page: Readonly<
    Record<
      | "head"
      | "count"
      | "none"
      | "others"
      | "otherLanguage"
      | "failed"
      | "applied"
      | "inflected"
      | "against"
      | "clause"
      | "before"
      | "after"
      | "ours"
      | "published",
      string
    >
  >;
  readonly actions: Readonly<Record<AmendAction["is"], string>>;
  readonly reasons: Readonly<Record<AmendReason, string>>;
  readonly units: Readonly<Record<AmendUnit, string>>;
  readonly differ: Readonly<Record<ConsolidationDifference["is"], string>>;
}

export const AMEND_WORDING: Readonly<Record<Language, AmendWording>> = { en, kk, ru };
