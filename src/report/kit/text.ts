import type { Kit, KitScore } from "../../model/kit.ts";
import type { Language } from "../../model/language.ts";
import type { Names } from "../names.ts";
import { citation } from "../citation.ts";
import { answerWords, kitLine, kitWord } from "./wording.ts";

/** Names in a line before the rest are counted. */
const MOST_NAMES = 20;
/** Differences that are told one by one; all of them are in JSON. */
const MOST_DIFFERENCES = 50;

/** What a kit holds, and which rules it does not test. */
export function kitText({ service, cases, rules, untested }: Kit, language: Language): string {
  const made = kitLine("made", language, {
    service,
    cases: cases.length,
    rules: rules.length,
    untested: untested.length,
  });
  const rest = untested.map(
    ({ rule, cite, why }) =>
      `  ${citation(cite, language)}: ${kitWord("untested", why, language)} (${rule})\n`,
  );
  return `${made}\n${rest.length === 0 ? "" : `${kitLine("untested", language)}:\n${rest.join("")}`}`;
}

/** How a system's answers agree with a kit, each difference with its clause, the given answer and the right one. */
export function scoreText(score: KitScore, names: Names): string {
  const { language } = names;
  const { cases, agree, differences, unanswered, unknown, untold } = score;
  const lines = [
    kitLine("agree", language, { cases, agree, differ: differences.length, unanswered: unanswered.length }),
    ...(untold.missing === 0 ? [] : [kitLine("untold-missing", language, { count: untold.missing })]),
    ...(untold.grounds === 0 ? [] : [kitLine("untold-grounds", language, { count: untold.grounds })]),
    ...(unknown.length === 0
      ? []
      : [kitLine("unknown", language, { count: unknown.length, names: named(unknown, language) })]),
    ...(unanswered.length === 0
      ? []
      : [kitLine("without", language, { names: named(unanswered, language) })]),
    ...differences.slice(0, MOST_DIFFERENCES).flatMap(({ case: asked, answer, differs }) => {
      const about = differs.map((each) => kitWord("differs", each, language)).join(", ");
      const both = kitLine("answered", language, {
        answer: answerWords(answer, names),
        right: answerWords(asked.expected, names),
      });
      return [
        `${asked.case}  ${citation(asked.cite, language)}  ${kitWord("matters", asked.matter, language)}  [${about}]`,
        `      ${both}`,
      ];
    }),
    ...(differences.length > MOST_DIFFERENCES
      ? [kitLine("more", language, { count: differences.length - MOST_DIFFERENCES })]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

const named = (of: readonly string[], language: Language): string =>
  of.length <= MOST_NAMES
    ? of.join(", ")
    : `${of.slice(0, MOST_NAMES).join(", ")}, ${kitLine("more", language, { count: of.length - MOST_NAMES })}`;
