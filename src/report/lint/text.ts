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
  /** The text in the other language that it was held against. */
  readonly twin?: LookedAtTwin;
}

/** The act in its other language: its name, both languages, and where its offsets are. */
interface LookedAtTwin {
  readonly file: string;
  readonly own: Language;
  readonly language: Language;
  readonly locate: NonNullable<Locate>;
}

/** The text in the other language, where the words of a citation are in that. */
export const citedTwin = ({ document }: Citation, { file, twin }: LookedAt): LookedAtTwin | undefined =>
  document === file || document !== twin?.file ? undefined : twin;

/** Where the words of a citation are: in the text that was looked at, or in its twin. */
export const locateOf = (cited: Citation, looked: LookedAt): Locate =>
  (citedTwin(cited, looked) ?? looked).locate;

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
  looked: LookedAt,
  language: Language,
): string {
  const { of, unread, twin } = looked;
  const { page } = LINT_WORDING[language];
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [
    `${page[of]} (${unreadShareWords(unread, language)})`,
    ...(twin === undefined ? [] : [page.twin.replace("{file}", () => twin.file)]),
    ...(findings.length === 0
      ? [page.none]
      : findings.map((finding) => findingText(finding, looked, language))),
    ...(setAside.length === 0 ? [] : [`${page.suppressed}: ${setAside.length}`]),
    ...[...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${`${count}`.padStart(4)}  ${code}`),
    "",
  ].join("\n");
}

function findingText(finding: Finding, looked: LookedAt, language: Language): string {
  const { page } = LINT_WORDING[language];
  const [at, beside] = finding.because ?? [];
  return [
    `${at === undefined ? "" : placeText(at, looked, language)}: ${severityText(finding.severity, language)}: ${lintMessage(finding, language, looked.twin)} [${finding.code}]`,
    ...(at === undefined || at.quote === ""
      ? []
      : [`    ${citation(at.cite, language)}: «${short(at.quote)}»`]),
    ...(beside === undefined
      ? []
      : [
          `    ${page.beside} ${placeText(beside, looked, language)}: ${citation(beside.cite, language)}: «${short(beside.quote)}»`,
        ]),
  ].join("\n");
}

function placeText(cited: Citation, looked: LookedAt, language: Language): string {
  const { document, path, spans } = cited;
  const locate = locateOf(cited, looked);
  const [first] = spans;
  if (path === "" && first === undefined) return document;
  if (first === undefined || locate === undefined) return `${document}#${path}`;
  const { line, column, place } = locate(first.start);
  if (place !== undefined) return `${document}: ${sourcePlaceText(place, language)}`;
  return `${document}:${line}:${column}`;
}

const short = (quote: string): string => {
  const plain = quote.replace(/\s+/gu, " ").trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST)}…`;
};
