import type { History, HistoryVersion, LifeEvent, RuleLife } from "../../model/history.ts";
import type { Language } from "../../model/language.ts";
import { withinSentence } from "../../model/within-sentence.ts";
import { citation } from "../citation.ts";
import { put } from "../due/words.ts";
import type { Names } from "../names.ts";
import { word } from "../rule-words.ts";
import { unreadShareWords } from "../unread-share.ts";
import { HISTORY_WORDING } from "./history-wording.ts";
import { headline } from "./text.ts";

const LONGEST = 160;

/** The lives of rules for the terminal: those that something became of, event by event; the others by number. */
export function historyText(history: History, names: Names): string {
  const { page } = HISTORY_WORDING[names.language];
  const changing = changingFirst(history);
  const steady = history.lives.length - changing.length;
  return [
    page.title,
    page[history.of],
    `${page.versions}:`,
    ...history.versions.map((version, index) => `  ${index + 1}. ${versionText(version, names.language)}`),
    countsText(history, names.language),
    "",
    `${page.changing}: ${changing.length}`,
    ...changing.flatMap((life) => lifeText(life, history, names)),
    "",
    `${page.steady}: ${steady}`,
    "",
  ].join("\n");
}

/** Whether something became of a rule after the first version. */
export const isChanging = ({ events }: RuleLife): boolean => events.some(({ is }) => is !== "there");

/** The rules that something became of: first those of which more than words or place changed. */
export function changingFirst({ lives }: History): readonly RuleLife[] {
  const inSubstance = ({ events }: RuleLife): boolean =>
    events.some(({ is }) => is !== "there" && is !== "reworded" && is !== "said-elsewhere");
  const changing = lives.filter(isChanging);
  return [...changing.filter(inSubstance), ...changing.filter((life) => !inSubstance(life))];
}

/** `2021-09-30 – act.md (unread: 4 %)`. */
export function versionText({ name, since, unread }: HistoryVersion, language: Language): string {
  return `${dayText(since, language)} – ${name} (${withinSentence(unreadShareWords(unread, language))})`;
}

/** The day of a version, or that it is unknown. */
export const dayText = (since: string, language: Language): string =>
  since === "unknown" ? HISTORY_WORDING[language].page.unknown : since;

/** How many rules came, changed and went, and how many were not read where they stood before. */
export function countsText({ lives }: History, language: Language): string {
  const events = lives.flatMap((life) => life.events);
  const count = (kind: LifeEvent["is"]): number => events.filter(({ is }) => is === kind).length;
  return put(HISTORY_WORDING[language].page.counts, {
    came: count("came"),
    changed: count("changed"),
    gone: count("gone"),
    unread: count("unread"),
  });
}

function lifeText(life: RuleLife, { versions }: History, names: Names): readonly string[] {
  const last = life.events.at(-1);
  const quote = last?.side.quote ?? "";
  const kind = word("kinds", life.kind, names.language);
  return [
    "",
    `  ${kind} – ${citation(last?.side.cite ?? "", names.language)}: «${quote.length > LONGEST ? `${quote.slice(0, LONGEST)}…` : quote}»`,
    ...life.events.map((event) => {
      const since = versions[event.version]?.since ?? "unknown";
      return `    ${event.version + 1}. ${dayText(since, names.language)}: ${eventText(event, names)}`;
    }),
  ];
}

/** What happened, and where: `term shortened – 15 → 10 working days (clause 7)`. */
export function eventText({ is, change, side }: LifeEvent, names: Names): string {
  const { events } = HISTORY_WORDING[names.language];
  const what =
    change === undefined || is === "read-again" ? events[is] : withinSentence(headline(change, names));
  return `${what} (${citation(side.cite, names.language)})`;
}
