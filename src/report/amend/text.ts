import type {
  AgainstConsolidation,
  AmendAction,
  AmendOutcome,
  AmendStep,
  Amended,
  Instruction,
} from "../../model/amendment.ts";
import type { Mark } from "../../model/change.ts";
import type { Language } from "../../model/language.ts";
import { citation } from "../citation.ts";
import { put } from "../due/words.ts";
import { AMEND_WORDING, type AmendWording } from "./wording.ts";

const LONGEST = 240;

/** The outcomes of instructions for the act by what became of them. */
export function outcomesOf({ outcomes }: Amended): {
  readonly [Is in "applied" | "failed" | "others" | "elsewhere"]: readonly Extract<
    AmendOutcome,
    { readonly is: (typeof OUTCOMES)[Is] }
  >[];
} {
  const of = <Is extends AmendOutcome["is"]>(is: Is): readonly Extract<AmendOutcome, { readonly is: Is }>[] =>
    outcomes.filter((one): one is Extract<AmendOutcome, { readonly is: Is }> => one.is === is);
  return {
    applied: of(OUTCOMES.applied),
    failed: of(OUTCOMES.failed),
    others: of(OUTCOMES.others),
    elsewhere: of(OUTCOMES.elsewhere),
  };
}

const OUTCOMES = {
  applied: "applied",
  failed: "not-applied",
  others: "of-another-act",
  elsewhere: "other-language",
} as const;

/** How many instructions there are, by what became of them. */
export function countsText(amended: Amended, language: Language): readonly string[] {
  const { page } = AMEND_WORDING[language];
  const { applied, failed, others, elsewhere } = outcomesOf(amended);
  const own = applied.length + failed.length;
  return [
    own === 0 ? page.none : put(page.count, { count: own, applied: applied.length, failed: failed.length }),
    ...(others.length === 0 ? [] : [put(page.others, { count: others.length })]),
    ...(elsewhere.length === 0 ? [] : [put(page.otherLanguage, { count: elsewhere.length })]),
  ];
}

/** What came of amending an act: what could not be applied first, then each change with the clause that made it. */
export function amendText(amended: Amended, language: Language): string {
  const { page } = AMEND_WORDING[language];
  const { applied, failed } = outcomesOf(amended);
  return [
    put(page.head, { act: amended.act, amending: amended.amending }),
    ...countsText(amended, language),
    ...section(
      page.failed,
      failed.flatMap((one) => failedText(one, amended, language)),
    ),
    ...section(
      page.applied,
      applied.flatMap((one) => appliedText(one, amended, language)),
    ),
    ...(amended.against === undefined ? [] : againstText(amended.against, language)),
    "",
  ].join("\n");
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

const failedText = (
  outcome: Extract<AmendOutcome, { readonly is: "not-applied" }>,
  amended: Amended,
  language: Language,
): readonly string[] => [
  ...instructionText(outcome.instruction, amended, language),
  `    ${whyText(outcome, language)}`,
];

/** Why an instruction was not applied: the reason, the words that were not found, the provisions that were. */
export function whyText(
  { because, cites, words: found }: Extract<AmendOutcome, { readonly is: "not-applied" }>,
  language: Language,
): string {
  const where = cites.length === 0 ? "" : ` (${cites.map((cite) => citation(cite, language)).join("; ")})`;
  const what = found === undefined ? "" : `: «${short(found)}»`;
  return `${AMEND_WORDING[language].reasons[because]}${what}${where}`;
}

function appliedText(
  { instruction, places }: Extract<AmendOutcome, { readonly is: "applied" }>,
  amended: Amended,
  language: Language,
): readonly string[] {
  const { page } = AMEND_WORDING[language];
  return [
    ...instructionText(instruction, amended, language),
    ...places.map(({ cite, marks, inflected }) => {
      const note = inflected === true ? ` (${page.inflected})` : "";
      return `    ${citation(cite, language)}${note}: ${short(marked(marks))}`;
    }),
  ];
}

function instructionText(
  { number, source, action, target }: Instruction,
  { amending }: Amended,
  language: Language,
): readonly string[] {
  return [
    `  ${number}. ${citation(source.cite, language)} (${amending}:${source.lines[0]}): ${actionText(action, target, AMEND_WORDING[language])}`,
    `    «${short(source.quote)}»`,
  ];
}

/** What an instruction does, in one line: `new wording – clause 5, item 2`. */
export function actionText(action: AmendAction, target: readonly AmendStep[], words: AmendWording): string {
  const where = target.map((step) => stepText(step, words)).join(", ");
  return `${words.actions[action.is]}${where === "" ? "" : ` – ${where}`}`;
}

const stepText = ({ unit, labels, words: name }: AmendStep, { units }: AmendWording): string =>
  [unit === "named" ? "" : units[unit], labels.join(", "), name === undefined ? "" : `«${short(name, 60)}»`]
    .filter((text) => text !== "")
    .join(" ");

function againstText(
  { file, provisions, equal, differences }: AgainstConsolidation,
  language: Language,
): readonly string[] {
  const { page, differ } = AMEND_WORDING[language];
  return [
    "",
    put(page.against, { file, equal, provisions, count: differences.length }),
    ...differences.map(
      ({ is, cite, marks }) => `  ${citation(cite, language)}: ${differ[is]}: ${short(marked(marks), 400)}`,
    ),
  ];
}

const marked = (marks: readonly Mark[]): string =>
  marks
    .map(({ is, text }) =>
      is === "same" ? shortMiddle(text) : is === "removed" ? `[-${short(text)}-]` : `{+${short(text)}+}`,
    )
    .join("");

/** What did not change is told by its ends. */
const shortMiddle = (text: string): string =>
  text.length <= 60 ? text : `${text.slice(0, 28)} … ${text.slice(-28)}`;

const short = (text: string, longest = LONGEST): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
