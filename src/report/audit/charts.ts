import type { AuditOutcome } from "../../model/audit.ts";
import type { OutcomeGroup, Timeline } from "../../model/audit-report.ts";
import type { AuditWords } from "./words.ts";
import { markup, type Markup } from "./markup.ts";

/** Outcomes of deadlines in the order of a bar. */
export const BAR = [
  "met",
  "running",
  "cannot-be-told",
  "overdue",
  "late",
] as const satisfies readonly AuditOutcome[];

const WIDTH = 640;

/** One group as a bar: which share of its deadlines came to what. */
export function shareBar({ counts }: OutcomeGroup, words: AuditWords): Markup {
  const all = BAR.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  let at = 0;
  const parts = BAR.flatMap((outcome) => {
    const count = counts[outcome] ?? 0;
    const width = all === 0 ? 0 : (count / all) * 200;
    const rect = markup`<rect x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="14" class="${outcome}"><title>${words.outcome(outcome)}: ${words.number(count)}</title></rect>`;
    at += width;
    return count === 0 ? [] : [rect];
  });
  return markup`<svg class="bar" viewBox="0 0 200 14" width="200" height="14" role="img" aria-label="${barLabel(counts, words)}" preserveAspectRatio="none">${parts}</svg>`;
}

const barLabel = (counts: OutcomeGroup["counts"], words: AuditWords): string =>
  BAR.filter((outcome) => (counts[outcome] ?? 0) > 0)
    .map((outcome) => `${words.outcome(outcome)} ${words.number(counts[outcome] ?? 0)}`)
    .join(", ");

/** The distribution of lateness: a bar for each class, with its number above it. */
export function latenessChart(
  classes: readonly { readonly label: string; readonly findings: number }[],
  words: AuditWords,
): Markup {
  const most = Math.max(1, ...classes.map(({ findings }) => findings));
  const step = WIDTH / classes.length;
  const bars = classes.map(({ label, findings }, index) => {
    const height = (findings / most) * 120;
    const middle = (index + 0.5) * step;
    return markup`<rect class="late" x="${(index * step + 8).toFixed(1)}" y="${(150 - height).toFixed(1)}" width="${(step - 16).toFixed(1)}" height="${height.toFixed(1)}"/>
<text x="${middle.toFixed(1)}" y="${(144 - height).toFixed(1)}" text-anchor="middle">${words.number(findings)}</text>
<text x="${middle.toFixed(1)}" y="168" text-anchor="middle">${label}</text>`;
  });
  const told = classes.map(({ label, findings }) => `${label}: ${words.number(findings)}`).join("; ");
  return markup`<svg class="chart" viewBox="0 0 ${WIDTH} 178" role="img" aria-label="${told}">${bars}<line x1="0" y1="150" x2="${WIDTH}" y2="150" class="axis"/></svg>`;
}

/** A late case on the line of time: open hours, days off and suspensions shaded, start, due and done marked. */
export function timelineChart({ of, from, until, pieces, days }: Timeline, words: AuditWords): Markup {
  const x = (at: number): string => (((at - from) / Math.max(1, until - from)) * WIDTH).toFixed(1);
  const width = (piece: { from: number; until: number }): string =>
    (((piece.until - piece.from) / Math.max(1, until - from)) * WIDTH).toFixed(1);
  const shades = pieces.map(
    (piece) =>
      markup`<rect class="${piece.is}" x="${x(piece.from)}" y="8" width="${width(piece)}" height="26"/>`,
  );
  const late =
    of.dueAt === null
      ? markup``
      : markup`<rect class="late" x="${x(of.dueAt)}" y="18" width="${width({ from: of.dueAt, until: of.doneAt ?? until })}" height="6"/>`;
  const marks = [
    [of.startAt, words.label("start"), 5],
    [of.dueAt, words.label("due"), 46],
    [of.doneAt, words.label("done"), 5],
  ] as const;
  const lines = marks.flatMap(([at, label, y]) =>
    at === null
      ? []
      : [
          markup`<line class="mark" x1="${x(at)}" y1="8" x2="${x(at)}" y2="34"/><text x="${x(at)}" y="${y}" text-anchor="${alignment(Number(x(at)))}">${label}</text>`,
        ],
  );
  const scale = days.map(
    ({ at, day }) =>
      markup`<line class="tick" x1="${x(at)}" y1="34" x2="${x(at)}" y2="38"/><text class="day" x="${x(at)}" y="58" text-anchor="${alignment(Number(x(at)))}">${day}</text>`,
  );
  const told = `${words.label("start")} ${of.finding.start ?? ""}, ${words.label("due")} ${of.finding.due ?? ""}, ${words.label("done")} ${of.finding.done ?? "–"}`;
  return markup`<svg class="timeline" viewBox="0 -6 ${WIDTH} 68" role="img" aria-label="${told}"><rect class="ground" x="0" y="8" width="${WIDTH}" height="26"/>${shades}${late}${scale}${lines}</svg>`;
}

/** Words at either end of a line stay within it. */
const alignment = (x: number): string => (x < 60 ? "start" : x > WIDTH - 60 ? "end" : "middle");
