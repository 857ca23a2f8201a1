import type { ExplainedCase, ExplainedFact, ExplainedFinding } from "../../model/explained-case.ts";
import type { Language } from "../../model/language.ts";
import { explanationText } from "../due/explanation.ts";
import { lateText, lengthText, timeText } from "./findings-html.ts";
import { AuditWords } from "./words.ts";

/** An explained case as a person reads it. */
export function explainedText(
  { case: id, events, findings, facts = [], otherCases = [] }: ExplainedCase,
  language: Language,
): string {
  const words = new AuditWords(language);
  const lines = events.map(
    ({ row, activity, at }) => `  ${at}  ${activity}  (${words.label("line")} ${row})`,
  );
  const told = facts.map((fact) => `  ${factText(fact, words)}`);
  const others = otherCases.map((rule) => `  ${words.cite(rule)}`);
  const parts = [
    ...(told.length === 0 ? [] : [[`${words.label("factsOfCases")}:`, ...told].join("\n")]),
    ...findings.map((each) => findingText(each, words)),
    ...(others.length === 0 ? [] : [[`${words.label("otherCases")}:`, ...others].join("\n")]),
  ];
  const [first] = findings.flatMap(({ finding }) => (finding.service === null ? [] : [finding]));
  const about = [
    ...(first?.service == null
      ? []
      : [`${first.service}${first.version === null ? "" : ` (${first.version})`}`]),
    ...(first?.provider == null ? [] : [first.provider]),
    ...(first?.channel == null ? [] : [words.channel(first.channel)]),
  ].join(", ");
  return `${id}${about === "" ? "" : ` — ${about}`}\n${lines.join("\n")}\n\n${parts.join("\n\n")}\n`;
}

function factText({ fact, labels, written, understood }: ExplainedFact, words: AuditWords): string {
  const name = labels === undefined ? fact : labels[words.language];
  const said = written.map((each) => `«${each}»`).join(", ");
  if (written.length === 0) return `${name}: ${words.label("factNotTold")}`;
  return understood ? `${name}: ${said}` : `${name}: ${said} (${words.label("factNotClear")})`;
}

function findingText({ finding, counted, time }: ExplainedFinding, words: AuditWords): string {
  const why = finding.reason === null ? "" : `: ${words.reason(finding.reason)}`;
  const head = `${words.outcome(finding.outcome)}${why}${finding.cite === null ? "" : ` — ${words.cite(finding)}`}`;
  const length = (seconds: number): string => lengthText(seconds, words);
  const law = words.ofLaw(finding.lawWords);
  const quote = [
    ...(finding.quote === undefined ? [] : [`  «${finding.quote.words}» (${words.label("byHand")})`]),
    ...(law === undefined ? [] : [`  «${law}»`]),
  ];
  const ends = [
    ...(finding.done === null ? [] : [`${words.label("done")}: ${timeText(finding.done)}`]),
    ...(finding.late === null ? [] : [`${words.label("lateBy")}: ${lateText({ finding }, words)}`]),
    ...(time === null
      ? []
      : [
          `${words.label("providerTime")}: ${length(time.provider)}; ${words.label("suspendedTime")}: ${length(time.suspended)}`,
        ]),
  ];
  return [
    head,
    ...quote,
    ...(counted === null ? [] : [indented(explanationText(counted, words.language))]),
    ...ends.map((line) => `  ${line}`),
  ].join("\n");
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
