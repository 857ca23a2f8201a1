import type { AuditSummary } from "../../model/audit.ts";
import type { CaseGroup, CaseGroups } from "../../model/case-group.ts";
import { filled } from "../amounts.ts";
import WORDS from "./case-words.json" with { type: "json" };
import { lengthText } from "./findings-html.ts";
import { markup, type Markup } from "./markup.ts";
import type { AuditWords } from "./words.ts";

const DIMENSIONS = [
  "provider",
  "month",
  "official",
  "channel",
  "rule",
] as const satisfies readonly (keyof CaseGroups)[];
type Dimension = (typeof DIMENSIONS)[number];

/** Groups that a page, and that a terminal lists: all of them are in summary.json. */
const ON_PAGE = 100;
const IN_TEXT = 5;

/** The days that were judged and what lies outside of them, in words; nothing where all were. */
export function periodLine({ period }: Pick<AuditSummary, "period">, { language }: AuditWords): string[] {
  if (period === null) return [];
  const { from, until, by, zone, cases } = period;
  const words = WORDS[language];
  const values = {
    from: from ?? words.beginning,
    until: until ?? words.end,
    by: by.join(", "),
    zone,
    ...cases,
  };
  return [filled(words.period, values, language)];
}

/** Groups worst first; months in their order. */
function sorted(groups: readonly CaseGroup[], dimension: Dimension): readonly CaseGroup[] {
  if (dimension === "month") return groups;
  return groups.toSorted((a, b) => b.breached - a.breached || compareKeys(a.key, b.key));
}

const compareKeys = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null || a < b ? -1 : 1;

const shareOf = ({ breached, kept }: CaseGroup, words: AuditWords): string =>
  breached + kept === 0 ? "–" : words.number((100 * breached) / (breached + kept), 1);

/** How many groups of a kind are shown at most, and whether rules stand there with their ids. */
interface Shown {
  readonly most: number;
  readonly ids: boolean;
}

/** What a group is called. */
function nameOf(
  summary: AuditSummary,
  { key }: CaseGroup,
  dimension: Dimension,
  words: AuditWords,
  ids: boolean,
): string {
  if (key === null) return WORDS[words.language].nobody;
  if (dimension === "channel") return words.channel(key);
  if (dimension !== "rule") return key;
  const rule = summary.judged.find((each) => each.rule === key);
  if (rule === undefined) return key;
  return ids ? `${words.cite(rule)} (${key})` : words.cite(rule);
}

/** How many cases were breached, by provider and month and the rest, the worst of each. */
export function casesText(summary: AuditSummary, words: AuditWords): string {
  if (summary.breached === 0) return "";
  const own = WORDS[words.language];
  const lines = DIMENSIONS.flatMap((dimension) => {
    const groups = summary.casesBy[dimension]?.filter(({ breached }) => breached > 0) ?? [];
    if (groups.length === 0 || dimension === "rule") return [];
    const told = sorted(groups, dimension).slice(0, IN_TEXT);
    return [
      `  ${own[dimension]}`,
      ...told.map(
        (group) =>
          `  ${words.number(group.breached).padStart(9)}  ${nameOf(summary, group, dimension, words, true)} (${shareOf(group, words)} %)`,
      ),
      ...(groups.length > told.length ? [`             … ${words.number(groups.length - told.length)}`] : []),
    ];
  });
  return [`${own.title}:`, ...lines].join("\n");
}

/** Cases breached by provider, month, official, channel and rule, and those that were handed over, as sections of the report; at most so many groups of each. */
export function caseSections(
  summary: AuditSummary,
  words: AuditWords,
  shown: Shown = { most: ON_PAGE, ids: true },
): Markup[] {
  const own = WORDS[words.language];
  const tables = DIMENSIONS.flatMap((dimension) => {
    const groups = summary.casesBy[dimension];
    return groups === null || groups.length === 0
      ? []
      : [groupTable(summary, dimension, groups, words, shown)];
  });
  return [
    markup`<section><h2 id="cases">${own.title}</h2><p class="pale">${own.note}</p>${tables}</section>`,
    ...handoverSection(summary, words),
  ];
}

function groupTable(
  summary: AuditSummary,
  dimension: Dimension,
  groups: readonly CaseGroup[],
  words: AuditWords,
  { most, ids }: Shown,
): Markup {
  const own = WORDS[words.language];
  const ordered = sorted(groups, dimension);
  const shown = dimension === "month" ? ordered.slice(-most) : ordered.slice(0, most);
  const heads = (["breached", "kept", "untold", "open", "share"] as const).map(
    (head) => markup`<th class="n">${own[head]}</th>`,
  );
  const lines = shown.map(
    (group) =>
      markup`<tr><td>${nameOf(summary, group, dimension, words, ids)}</td>${[group.breached, group.kept, group.untold, group.open].map((count) => markup`<td class="n">${words.number(count)}</td>`)}<td class="n">${shareOf(group, words)}</td></tr>`,
  );
  const more =
    shown.length < groups.length
      ? markup`<p class="pale">${filled(own.more, { all: groups.length, shown: shown.length }, words.language)}</p>`
      : markup``;
  const note = dimension === "official" ? markup`<p class="pale">${own.officialNote}</p>` : markup``;
  return markup`<h3>${own[dimension]}</h3>${note}<table><thead><tr><th>${own[dimension]}</th>${heads}</tr></thead><tbody>${lines}</tbody></table>${more}`;
}

function handoverSection(summary: AuditSummary, words: AuditWords): Markup[] {
  const { cases, missed } = summary.handovers;
  if (cases === 0) return [];
  const own = WORDS[words.language];
  const lines = missed.map((each) => {
    const rule = summary.judged.find(({ rule: id }) => id === each.rule);
    const all = each.held.reduce((sum, { seconds }) => sum + seconds, 0);
    const held = each.held.map(
      ({ provider, seconds }) =>
        markup`<div>${provider}: ${lengthText(seconds, words)}${all === 0 ? "" : ` (${words.number((100 * seconds) / all)} %)`}</div>`,
    );
    return markup`<tr><td>${words.caseOf(each)}</td><td>${rule === undefined ? each.rule : words.cite(rule)}</td><td>${words.outcome(each.outcome)}</td><td>${each.heldBy ?? own.unknown}</td><td>${held}</td></tr>`;
  });
  const heads = [own.case, own.rule, own.outcome, own.heldBy, own.held].map(
    (head) => markup`<th>${head}</th>`,
  );
  const table =
    lines.length === 0
      ? markup``
      : markup`<table class="wide"><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table>`;
  return [
    markup`<section><h2 id="handovers">${own.handovers}</h2><p>${filled(own.handoversNote, { cases }, words.language)}</p>${table}</section>`,
  ];
}
