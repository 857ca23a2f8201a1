import type { Names } from "../names.ts";
import type { Meant, MeantOutcome } from "../../model/meant.ts";
import { lawLine } from "../audit/law.ts";
import { AuditWords } from "../audit/words.ts";
import { WORDING } from "./wording.ts";

/** What a log would have come to under the other version: by rule, how many cases, from what to what. */
export function meantText(meant: Meant, names: Names): string {
  const { page } = WORDING[names.language];
  const told = new AuditWords(names.language);
  const words = (all: readonly MeantOutcome[]): string =>
    all.map((one) => (one === "not-asked" ? page.notAsked : told.outcome(one))).join(" + ");
  return [
    "",
    `${page.meant}: ${meant.log.join(", ")}`,
    `  ${page.casesChanged}: ${meant.changed} / ${meant.cases}`,
    `  ${lawLine(meant.law, told)}`,
    ...meant.changes.map(
      ({ from, to, cases, examples, ...rule }) =>
        `  ${`${cases}`.padStart(6)}  ${words(from)} → ${words(to)}  ${told.cite(rule)}  (${examples.slice(0, 3).join(", ")}${cases > 3 ? " …" : ""})`,
    ),
    "",
  ].join("\n");
}
