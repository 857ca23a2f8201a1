import type { DrawnSample } from "../../model/drawn-sample.ts";
import { LANGUAGES, type Language } from "../../model/language.ts";
import { WORST, type Estimate, type SampleNumbers, type StrataBy } from "../../model/sample.ts";
import { filled } from "../amounts.ts";
import { asText, quoted } from "./sheet-cells.ts";
import { AuditWords } from "./words.ts";
import WORDS from "./sample-words.json" with { type: "json" };

/** Columns of a sample's file, in their order. */
export const SAMPLE_COLUMNS = [
  "stratum",
  "cases",
  "drawn",
  "case",
  "round",
  "provider",
  "outcomes",
  "right",
  "remark",
] as const;
export type SampleColumn = (typeof SAMPLE_COLUMNS)[number];

/** A sample as a file that spreadsheets of a language open, with two columns to be filled in. */
export function sampleCsv(sample: DrawnSample, language: Language): string {
  const { column } = WORDS[language];
  const words = new AuditWords(language);
  const delimiter = language === "en" ? "," : ";";
  const of = new Map(sample.strata.map((one) => [one.stratum, one]));
  const rows = sample.drawn.map((one) => [
    asText(stratumName(one.stratum, sample.by, language)),
    String(of.get(one.stratum)?.cases ?? 0),
    String(of.get(one.stratum)?.drawn ?? 0),
    asText(one.case),
    String(one.round ?? 1),
    asText(one.provider ?? ""),
    one.outcomes.map((outcome) => words.outcome(outcome)).join(", "),
    "",
    "",
  ]);
  const lines = [SAMPLE_COLUMNS.map((name) => column[name]), ...rows].map((cells) =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter),
  );
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** Which column a heading of such a file is, in whatever language it was written. */
export const sampleColumn = (heading: string): SampleColumn | undefined =>
  SAMPLE_COLUMNS.find((name) =>
    LANGUAGES.some((language) => WORDS[language].column[name] === heading.trim()),
  );

/** What somebody filled in: yes, no, or nothing (`empty`); undefined where it is neither. */
export function answerIn(text: string): "yes" | "no" | "empty" | undefined {
  const said = text.trim().toLowerCase();
  if (said === "") return "empty";
  return (["yes", "no"] as const).find((answer) =>
    LANGUAGES.some((language) => WORDS[language].answers[answer].includes(said)),
  );
}

/** What was drawn of what, and how many cases would tell how much. */
export function sampleText(sample: SampleNumbers, language: Language): string {
  const words = WORDS[language];
  const number = numberIn(language);
  const fill = fillIn(language);
  return [
    fill(words.drawn, { drawn: sample.drawn, cases: sample.cases, seed: sample.seed }),
    ...sample.strata.map(
      ({ stratum, cases, drawn }) =>
        `  ${fill(words.stratum, { name: stratumName(stratum, sample.by, language), drawn, cases })}`,
    ),
    ...sample.needed.map(
      ({ confidence, within, estimate, noneSeen }) =>
        `  ${fill(words.needed, { confidence: number(confidence * 100), within: number(within * 100), estimate, noneSeen })}`,
    ),
    `  ${words.where}`,
  ].join("\n");
}

/** What a checked sample says of all cases. */
export function estimateText(estimate: Estimate, language: Language): string {
  const words = WORDS[language];
  const number = numberIn(language);
  const percent = (share: number): string => number(share * 100, 1);
  const fill = fillIn(language);
  const { wrong, cases, confidence } = estimate;
  const whole =
    wrong === null
      ? words.estimateNone
      : fill(words.estimate, {
          confidence: number(confidence * 100),
          share: percent(wrong.share),
          from: percent(wrong.from),
          to: percent(wrong.to),
          low: Math.floor(wrong.from * cases),
          high: Math.ceil(wrong.to * cases),
          all: cases,
        });
  return [
    whole,
    fill(words.checked, { checked: estimate.checked, notChecked: estimate.notChecked }),
    ...estimate.strata.map(
      ({ stratum, checked, wrong: own, from, to }) =>
        `  ${fill(words.checkedStratum, { name: stratum, checked, wrong: own, from: percent(from), to: percent(to) })}`,
    ),
    "",
  ].join("\n");
}

function stratumName(stratum: string, by: StrataBy, language: Language): string {
  const worst = WORST.find((one) => one === stratum);
  return by === "outcome" && worst !== undefined ? WORDS[language].worst[worst] : stratum;
}

const fillIn =
  (language: Language) =>
  (sentence: string, values: Parameters<typeof filled>[1]): string =>
    filled(sentence, values, language);

const numberIn = (language: Language): ((value: number, digits?: number) => string) => {
  const words = new AuditWords(language);
  return (value, digits) => words.number(value, digits);
};
