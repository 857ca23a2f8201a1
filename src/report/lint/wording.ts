import type { Language } from "../../model/language.ts";
import type { Finding } from "../../model/finding.ts";
import { UNITS, type Unit } from "../../model/duration.ts";
import type { ParityPoint } from "../../model/parity.ts";
import { pointText } from "../parity/wording.ts";
import { filled, termText } from "../amounts.ts";
import { word } from "../rule-words.ts";
import en from "./words.en.json" with { type: "json" };
import kk from "./words.kk.json" with { type: "json" };
import ru from "./words.ru.json" with { type: "json" };

interface LintWording {
  readonly page: Readonly<
    Record<"beside" | "derived" | "none" | "twin" | "suppressed" | "candidates" | "rules", string>
  >;
  readonly codes: Readonly<Record<string, string | undefined>>;
  readonly severities: Readonly<Record<Finding["severity"], string>>;
}

export const LINT_WORDING: Readonly<Record<Language, LintWording>> = { kk, ru, en };

/** The languages of a text and of the one it was held against. */
interface TextAndTwin {
  readonly own: Language;
  readonly language: Language;
}

/** What a lint found, in one sentence. What two languages of an act say otherwise is told in the words of both. */
export function lintMessage({ code, details }: Finding, language: Language, twin?: TextAndTwin): string {
  const { codes, page } = LINT_WORDING[language];
  const values = Object.fromEntries(
    Object.entries({ ...details, ...sums(details, language), ...pointsOf(details, language, twin) }).map(
      ([name, value]) => [name, valueText(name, value, language)],
    ),
  );
  const { derived } = values;
  if (derived !== undefined && derived !== "")
    values["derived"] = filled(page.derived, { derived }, language);
  const sentence = codes[code.replace(/^lint\//u, "")] ?? ownSentence(details, language);
  return sentence === undefined ? code : filled(sentence, values, language).replaceAll(/\{\w+\}/gu, "");
}

/** The sentence that a lint of a user's brings with it, in the reader's language or the next that it has. */
function ownSentence(details: Finding["details"], language: Language): string | undefined {
  const says = details?.["says"];
  if (typeof says !== "object" || says === null) return undefined;
  const words = says as Readonly<Partial<Record<Language, string>>>;
  return words[language] ?? words.en ?? words.ru ?? words.kk;
}

/** The points of a difference between two languages, in words. */
function pointsOf(
  details: Finding["details"],
  language: Language,
  twin: TextAndTwin | undefined,
): Readonly<Record<string, string>> {
  const points = details?.["points"];
  if (!Array.isArray(points) || twin === undefined) return {};
  const texts = { first: { language: twin.own }, second: { language: twin.language } };
  return {
    points: (points as readonly ParityPoint[]).map((point) => pointText(point, texts, language)).join("; "),
  };
}

/** How severe a finding is, in a word. */
export const severityText = (severity: Finding["severity"], language: Language): string =>
  LINT_WORDING[language].severities[severity];

/** Steps that are added up, and the term that they exceed, both with their unit. */
function sums(details: Finding["details"], language: Language): Readonly<Record<string, string>> {
  const { sum, term, unit } = details ?? {};
  if (typeof sum !== "number" || typeof term !== "number" || !isUnit(unit)) return {};
  return { sum: termText(sum, unit, language), term: termText(term, unit, language) };
}

const WEEKDAYS = /^[1-7](?:, [1-7])*$/;
/** A term as lints tell it: `1 working-day`, `same-day`. */
const TERM = /^(?:(?<amount>\d+(?:\.\d+)?) )?(?<unit>[a-z-]+)$/;

function valueText(name: string, value: unknown, language: Language): string | number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return "";
  if (name === "days" && WEEKDAYS.test(value))
    return value
      .split(", ")
      .map((day) => word("weekdays", day, language))
      .join(", ");
  const { amount, unit } = TERM.exec(value)?.groups ?? {};
  if (!isUnit(unit)) return value;
  return unit === "same-day"
    ? word("phrases", "dayOfApplication", language)
    : termText(Number(amount), unit, language);
}

const isUnit = (unit: unknown): unit is Unit => UNITS.some((one) => one === unit);
