import type { AuditSummary } from "../../model/audit.ts";
import type { ComparedShare } from "../../model/comparison.ts";
import WORDS from "./comparison-words.json" with { type: "json" };
import { markup, type Markup } from "./markup.ts";
import type { AuditWords } from "./words.ts";

type Month = ComparedShare & { readonly month: string };

const WIDTH = 640;
const LEFT = 34;
const TOP = 10;
const HEIGHT = 140;
/** Months that are named below the chart. */
const NAMED = 12;

/** The share in time by month, of this audit and of the one it is held against: a chart, and what it shows as a table. */
export function trendSection(
  { against, casesBy }: Pick<AuditSummary, "against" | "casesBy">,
  words: AuditWords,
): Markup[] {
  const months = casesBy.month.flatMap(({ key, share }) =>
    key === null || share === undefined ? [] : [{ month: key, ...share }],
  );
  const before = against?.months ?? [];
  const all = [...new Set([...before, ...months].map(({ month }) => month))].sort();
  if (all.length < 2) return [];
  const own = WORDS[words.language];
  const x = (month: string): number => LEFT + ((all.indexOf(month) + 0.5) * (WIDTH - LEFT)) / all.length;
  const legend =
    before.length === 0
      ? markup``
      : markup` <span class="key now"></span>${own.nowMonths}<span class="key then"></span>${own.thenMonths}`;
  const told = months.map((month) => `${month.month}: ${percent(month.share, words)}`).join("; ");
  return [
    markup`<section><h2 id="trend">${own.trend}</h2><p class="pale">${own.trendNote}${legend}</p>
<svg class="chart" viewBox="0 0 ${WIDTH} 178" role="img" aria-label="${told}">${grid(words)}${line(before, x, "then", -2, words)}${line(months, x, "now", 2, words)}${names(all, x)}</svg>
${table(all, months, before, words)}</section>`,
  ];
}

const percent = (share: number | null, words: AuditWords): string =>
  share === null ? "–" : `${words.number(100 * share, 1)} %`;

const y = (share: number): number => TOP + (1 - share) * HEIGHT;

const grid = (words: AuditWords): Markup[] =>
  [0, 0.5, 1].map(
    (share) =>
      markup`<line class="tick" x1="${LEFT}" y1="${y(share).toFixed(1)}" x2="${WIDTH}" y2="${y(share).toFixed(1)}"/><text class="day" x="${LEFT - 4}" y="${(y(share) + 3).toFixed(1)}" text-anchor="end">${words.number(100 * share)} %</text>`,
  );

function names(all: readonly string[], x: (month: string) => number): Markup[] {
  const step = Math.ceil(all.length / NAMED);
  return all
    .filter((_, index) => index % step === 0)
    .map(
      (month) =>
        markup`<text class="day" x="${x(month).toFixed(1)}" y="168" text-anchor="middle">${month}</text>`,
    );
}

function line(
  months: readonly Month[],
  x: (month: string) => number,
  which: "now" | "then",
  aside: number,
  words: AuditWords,
): Markup {
  const told = months.flatMap(({ month, share, low, high }) =>
    share === null || low === null || high === null
      ? []
      : [{ month, share, low, high, at: (x(month) + aside).toFixed(1) }],
  );
  const points = told.map(({ at, share }) => `${at},${y(share).toFixed(1)}`).join(" ");
  const dots = told.map(
    ({ month, share, low, high, at }) =>
      markup`<line class="trend ${which}" x1="${at}" y1="${y(high).toFixed(1)}" x2="${at}" y2="${y(low).toFixed(1)}"/><circle class="trend ${which}" cx="${at}" cy="${y(share).toFixed(1)}" r="3"><title>${month}: ${percent(share, words)}</title></circle>`,
  );
  return markup`<polyline class="trend ${which}" points="${points}"/>${dots}`;
}

function table(
  all: readonly string[],
  months: readonly Month[],
  before: readonly Month[],
  words: AuditWords,
): Markup {
  const own = WORDS[words.language];
  const cell = (list: readonly Month[], month: string): Markup => {
    const found = list.find((each) => each.month === month);
    const text =
      found?.share == null
        ? "–"
        : `${percent(found.share, words)} [${percent(found.low, words)} – ${percent(found.high, words)}], ${words.number(found.met)}/${words.number(found.decided)}`;
    return markup`<td class="n">${text}</td>`;
  };
  const lines = all.map(
    (month) =>
      markup`<tr><td>${month}</td>${before.length === 0 ? markup`` : cell(before, month)}${cell(months, month)}</tr>`,
  );
  const then = before.length === 0 ? markup`` : markup`<th class="n">${own.before}</th>`;
  return markup`<table><thead><tr><th>${own.month}</th>${then}<th class="n">${before.length === 0 ? words.label("inTime") : own.after}</th></tr></thead><tbody>${lines}</tbody></table>`;
}
