import type { AmendWords } from "../language/amend-words.ts";
import type { AmendStep } from "../model/amendment.ts";
import { withoutQuotes } from "./quotes.ts";
import { LEVELS } from "./units.ts";
import { withoutEnd } from "../model/without-end.ts";

/** A list, or part, by the words that name it. */
export const listOf = (words: string): AmendStep => ({ unit: "named", labels: [], words });

/** Whether a step leads to a part of an act that has clauses of its own. */
export const isPart = (step: AmendStep | undefined): boolean =>
  step?.unit === "named" || step?.unit === "annex";

/** Steps within the place that the lines before name: what is no deeper than the first of them is left. */
export function placed(
  within: readonly AmendStep[],
  steps: readonly AmendStep[],
  added?: AmendStep,
): readonly AmendStep[] {
  const first = steps.find(({ unit }) => unit !== "named") ?? added;
  const level = first === undefined ? Infinity : LEVELS[first.unit];
  const end = within.findIndex(({ unit }) => unit !== "named" && LEVELS[unit] >= level);
  const around = within.slice(0, end < 0 ? within.length : end);
  const ownList = steps[0]?.unit === "named" && level <= LEVELS.clause;
  return [...around.filter(({ unit }, index) => unit !== "named" || index === 0 || !ownList), ...steps];
}

/** The part that a line names by what it was approved with: the words before that, or behind it. */
export function partNamed(text: string, words: AmendWords): AmendStep | undefined {
  const lower = withoutQuotes(text).toLowerCase();
  const at = words.approved.map((word) => lower.indexOf(word)).find((found) => found >= 0);
  if (at === undefined) return undefined;
  const name = words.calledBefore ? text.slice(0, at) : text.slice(at + (words.approved[0]?.length ?? 0));
  const named = namedBy(name, words);
  return named.words === undefined || named.words === "" ? undefined : named;
}

/** A part called by its title alone: the words of the line without what opens and ends it. */
export function namedBy(text: string, { leads }: AmendWords): AmendStep {
  const plain = withoutEnd(text, ":,; \n").trim();
  const [first = "", ...others] = plain.split(" ");
  const words = leads.includes(first.toLowerCase()) ? others.join(" ") : plain;
  return listOf(words);
}
