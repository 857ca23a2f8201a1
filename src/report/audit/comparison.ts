import type { AuditSummary } from "../../model/audit.ts";
import type { ComparedGroup, ComparedMedian, ComparedShare, Comparison } from "../../model/comparison.ts";
import { filled, termText } from "../amounts.ts";
import WORDS from "./comparison-words.json" with { type: "json" };
import { lengthText } from "./findings-html.ts";
import { markup, type Markup } from "./markup.ts";
import type { AuditWords } from "./words.ts";

/** Groups that a page shows: what changed comes first; all of them are in summary.json. */
const ON_PAGE = 200;
const RANK = { worse: 0, better: 1, "chance-can": 2, nothing: 3 } as const;

/** `61.5 [40.7–79.1] of 13`. */
function shareText({ share, low, high, met, decided }: ComparedShare, words: AuditWords): string {
  if (share === null || low === null || high === null) return "–";
  const percent = (value: number): string => words.number(100 * value, 1);
  return `${percent(share)} [${percent(low)}–${percent(high)}] ${words.number(met)}/${words.number(decided)}`;
}

function untoldText({ then, now }: ComparedGroup, words: AuditWords): string {
  const of = ({ untold, decided }: ComparedShare): string =>
    untold + decided === 0 ? "–" : `${words.number((100 * untold) / (untold + decided), 1)} %`;
  return `${of(then)} → ${of(now)}`;
}

function nameOf(group: ComparedGroup, { judged }: Pick<AuditSummary, "judged">, words: AuditWords): string {
  const { of, key } = group;
  if (of === "all") return WORDS[words.language].all;
  const rule = of === "rule" ? judged.find(({ rule: id }) => id === key) : undefined;
  return rule === undefined ? (key ?? "–") : `${words.cite(rule)} (${key})`;
}

function becameText({ became, terms }: ComparedGroup, words: AuditWords): string {
  const own = WORDS[words.language];
  if (terms === undefined) return own[became];
  const length = ({ amount, unit }: typeof terms.then): string => termText(amount, unit, words.language);
  return filled(own.otherTerm, { then: length(terms.then), now: length(terms.now) }, words.language);
}

function medianText({ medians }: ComparedGroup, words: AuditWords): string {
  if (medians === undefined) return "–";
  const of = ({ median }: ComparedMedian): string => lengthText(median, words);
  return `${of(medians.then)} → ${of(medians.now)}: ${WORDS[words.language][medians.became]}`;
}

const chanceText = ({ chance }: ComparedGroup, words: AuditWords): string =>
  chance === null ? "–" : chance < 0.001 ? `< ${words.number(0.001, 3)}` : words.number(chance, 3);

const inOrder = (groups: readonly ComparedGroup[]): ComparedGroup[] =>
  groups.toSorted((a, b) => ORDER[a.of] - ORDER[b.of] || RANK[a.became] - RANK[b.became]);
const ORDER = { all: 0, rule: 1, provider: 2 } as const;

function headLines({ then, doubts }: Comparison, words: AuditWords): string[] {
  const own = WORDS[words.language];
  const files = filled(own.then, { files: then.files.join(", ") }, words.language);
  const { from, until } = then.period ?? {};
  const period =
    then.period === null
      ? ""
      : ` (${filled(own.period, { from: from ?? "…", until: until ?? "…" }, words.language)})`;
  return [`${files}${period}`, ...doubts.map((doubt) => own[doubt])];
}

/** What became better or worse since an earlier audit, as text. */
export function comparisonText(summary: Pick<AuditSummary, "judged" | "against">, words: AuditWords): string {
  const { against } = summary;
  if (against === undefined) return "";
  const own = WORDS[words.language];
  const lines = inOrder(against.groups).map((group) => {
    const changed = `${shareText(group.then, words)} → ${shareText(group.now, words)}`;
    const chance = group.chance === null ? "" : ` (p ${chanceText(group, words)})`;
    return `  ${nameOf(group, summary, words)}: ${changed}: ${becameText(group, words)}${chance}`;
  });
  return [`${own.title}:`, ...headLines(against, words).map((line) => `  ${line}`), ...lines].join("\n");
}

/** The same as a section of the report, with medians and how it was compared. */
export function comparisonSection(
  summary: Pick<AuditSummary, "judged" | "against">,
  words: AuditWords,
): Markup[] {
  const { against } = summary;
  if (against === undefined) return [];
  const own = WORDS[words.language];
  const heads = (["what", "before", "after", "untold", "became", "chance", "median"] as const).map(
    (head) => markup`<th>${own[head]}</th>`,
  );
  const lines = inOrder(against.groups)
    .slice(0, ON_PAGE)
    .map(
      (group) =>
        markup`<tr><td>${nameOf(group, summary, words)}</td><td class="n">${shareText(group.then, words)}</td><td class="n">${shareText(group.now, words)}</td><td class="n">${untoldText(group, words)}</td><td class="became ${group.became}">${becameText(group, words)}</td><td class="n">${chanceText(group, words)}</td><td>${medianText(group, words)}</td></tr>`,
    );
  return [
    markup`<section><h2 id="against">${own.title}</h2>${headLines(against, words).map((line) => markup`<p>${line}</p>`)}
<table class="wide"><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table><p class="pale">${own.method}</p></section>`,
  ];
}
