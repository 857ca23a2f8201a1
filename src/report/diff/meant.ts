import type { Language } from "../../model/language.ts";
import type { Meant, MeantOutcome } from "../../model/meant.ts";
import { WORDING } from "./wording.ts";

/** What a log would have come to under the other version: by rule, how many cases, from what to what. */
export function meantText(meant: Meant, language: Language): string {
  const { page, outcomes } = WORDING[language];
  const words = (all: readonly MeantOutcome[]): string => all.map((one) => outcomes[one] ?? one).join(" + ");
  return [
    "",
    `${page.meant}: ${meant.log.join(", ")}`,
    `  ${page.casesChanged}: ${meant.changed} / ${meant.cases}`,
    ...meant.changes.map(
      ({ cite, from, to, cases, examples }) =>
        `  ${`${cases}`.padStart(6)}  ${words(from)} → ${words(to)}  ${cite}  (${examples.slice(0, 3).join(", ")}${cases > 3 ? " …" : ""})`,
    ),
    "",
  ].join("\n");
}
