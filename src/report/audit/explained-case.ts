import type { ExplainedCase, ExplainedFinding } from "../../model/explained-case.ts";
import type { Language } from "../../model/language.ts";
import { explanationText } from "../due/explanation.ts";
import { lateText, lengthText, timeText } from "./findings-html.ts";
import { AuditWords } from "./words.ts";

/** An explained case as a person reads it. */
export function explainedText({ case: id, events, findings }: ExplainedCase, language: Language): string {
  const words = new AuditWords(language);
  const lines = events.map(
    ({ row, activity, at }) => `  ${at}  ${activity}  (${words.label("line")} ${row})`,
  );
  const parts = findings.map((each) => findingText(each, words));
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
