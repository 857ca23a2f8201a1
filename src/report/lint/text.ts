import type { Language } from "../../model/language.ts";
import type { Citation } from "../../model/citation.ts";
import type { Finding } from "../../model/finding.ts";
import type { Located } from "../../model/locator.ts";
import type { UnreadShare } from "../../model/unread-share.ts";
import { sourcePlaceText } from "../source-place.ts";
import { citation } from "../citation.ts";
import { unreadShareWords } from "../unread-share.ts";
import { LINT_WORDING, lintMessage, severityText } from "./wording.ts";

/** Where an offset is in the text that findings point into; absent where a rulebook was looked at. */
export type Locate = ((offset: number) => Located) | undefined;

/** What was looked at: what it was made from, its name, how much of it is unread, and where its offsets are. */
export interface LookedAt {
  readonly of: "candidates" | "rules";
  readonly file: string;
  readonly unread: UnreadShare | "unknown";
  readonly locate: Locate;
}

/** A finding that somebody has set aside, and why. */
export interface SetAside {
  readonly finding: Finding;
  readonly reason: string;
}

const LONGEST = 160;

/** Findings for the terminal: place, code, what is wrong, both quotes. */
export function lintText(
  findings: readonly Finding[],
  setAside: readonly SetAside[],
  { of, unread, locate }: LookedAt,
  language: Language,
): string {
  const { page } = LINT_WORDING[language];
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [
    `${page[of]} (${unreadShareWords(unread, language)})`,
    ...(findings.length === 0
      ? [page.none]
      : findings.map((finding) => findingText(finding, locate, language))),
    ...(setAside.length === 0 ? [] : [`${page.suppressed}: ${setAside.length}`]),
    ...[...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${`${count}`.padStart(4)}  ${code}`),
    "",
  ].join("\n");
}

function findingText(finding: Finding, locate: Locate, language: Language): string {
  const { page } = LINT_WORDING[language];
  const [at, beside] = finding.because ?? [];
  return [
    `${at === undefined ? "" : placeText(at, locate, language)}: ${severityText(finding.severity, language)}: ${lintMessage(finding, language)} [${finding.code}]`,
    ...(at === undefined ? [] : [`    ${citation(at.cite, language)}: «${short(at.quote)}»`]),
    ...(beside === undefined
      ? []
      : [
          `    ${page.beside} ${placeText(beside, locate, language)}: ${citation(beside.cite, language)}: «${short(beside.quote)}»`,
        ]),
  ].join("\n");
}

function placeText({ document, path, spans }: Citation, locate: Locate, language: Language): string {
  const [first] = spans;
  if (first === undefined || locate === undefined) return `${document}#${path}`;
  const { line, column, place } = locate(first.start);
  if (place !== undefined) return `${document}: ${sourcePlaceText(place, language)}`;
  return `${document}:${line}:${column}`;
}

const short = (quote: string): string => {
  const plain = quote.replace(/\s+/gu, " ").trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST)}…`;
};
