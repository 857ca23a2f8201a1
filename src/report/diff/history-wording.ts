import type { LifeEventKind } from "../../model/history.ts";
import type { Language } from "../../model/language.ts";
import WORDS from "./history-words.json" with { type: "json" };

/** How the lives of rules are told. */
export interface HistoryWording {
  readonly page: Readonly<
    Record<
      | "title"
      | "versions"
      | "unknown"
      | "rule"
      | "same"
      | "none"
      | "candidates"
      | "rules"
      | "steady"
      | "changing"
      | "counts",
      string
    >
  >;
  readonly events: Readonly<Record<LifeEventKind, string>>;
}

export const HISTORY_WORDING: Readonly<Record<Language, HistoryWording>> = WORDS;
