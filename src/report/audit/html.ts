import type { Language } from "../../model/language.ts";
import type { WhatIf } from "../../model/audit.ts";
import type { AuditReport, ReportFinding } from "../../model/audit-report.ts";
import { caseSections, periodLine } from "./cases.ts";
import { comparisonSection } from "./comparison.ts";
import { latenessChart, timelineChart } from "./charts.ts";
import { findingLists, lateText, lengthText, ruleLink, dueText, timeText } from "./findings-html.ts";
import { casesBehind, groupSections } from "./groups-html.ts";
import { anchor, markup, Markup } from "./markup.ts";
import { signsSection } from "./signs.ts";
import { AUDIT_STYLE } from "./style.ts";
import { trendSection } from "./trend.ts";
import { whatIfSection } from "./what-if.ts";
import { figures } from "./figures-html.ts";
import { fileLines } from "./head-text.ts";
import { heldAgainst, judgedNone } from "./judged-rules.ts";
import { unreadShareWords } from "../unread-share.ts";
import { lawLines } from "./law.ts";
import { sealMark, sealSection } from "./seal.ts";
import { factLines } from "./facts.ts";
import { spellingLines } from "./spellings.ts";
import { AuditWords } from "./words.ts";
import { SECOND_MS, DAY_SECONDS } from "../../model/time-units.ts";

/**
 * An audit as one page that needs nothing else: no script, no network, fit for paper. Every number leads to its cases,
 * every case to its clause.
 */
export function auditHtml(
  report: AuditReport,
  language: Language,
  changed?: { readonly change: string; readonly told: WhatIf },
): string {
  const words = new AuditWords(language);
  const { label } = bound(words);
  const { signs } = report.summary;
  const parts = [
    head(report, words),
    figures(report.summary, words),
    markup`<section><h2 id="read">${label("whatWasRead")}</h2>${read(report, words)}</section>`,
    ...comparisonSection(report.summary, words),
    ...trendSection(report.summary, words),
    ...caseSections(report.summary, words),
    ...groupSections(report, words),
    markup`<section><h2 id="lateness">${label("lateness")}</h2>${latenessOf(report, words)}</section>`,
    markup`<section><h2 id="worst">${label("worst")}</h2>${worst(report, words)}</section>`,
    report.now === null
      ? markup``
      : markup`<section><h2 id="running">${label("running")}</h2>${running(report, words)}</section>`,
    signs === undefined ? markup`` : signsSection(signs, language),
    changed === undefined ? markup`` : whatIfSection(changed.change, changed.told, words),
    markup`<section><h2 id="listed">${label("listed")}</h2>${findingLists(report, words)}</section>`,
    markup`<section class="behind"><h2 id="behind">${label("behind")}</h2>${casesBehind(report, words)}</section>`,
    markup`<section><h2 id="rules">${label("rules")}</h2>${rules(report, words)}</section>`,
    markup`<section class="method"><h2 id="method">${label("method")}</h2>${method(report, words)}</section>`,
    sealSection(report.summary.seal, language),
  ];
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${label("title")}: ${report.summary.files.join(", ")}</title>
<style>${new Markup(AUDIT_STYLE)}</style>
</head>
<body>
${parts}
</body>
</html>
`.html;
}

const bound = (words: AuditWords): { label: AuditWords["label"] } => ({ label: words.label.bind(words) });

/** The rulebooks that judged a case, with their versions and what in them nobody has reviewed. */
export const usedBooks = ({ summary }: AuditReport, words: AuditWords): string[] =>
  summary.rulebooks
    .filter(({ cases }) => cases > 0)
    .map(
      ({ id, version, drafts, unread }) =>
        `${id}${version === null ? "" : ` (${version})`}${drafts === 0 ? "" : ` — ${words.filled("drafts", { drafts })}`} — ${unreadShareWords(unread, words.language)}`,
    );

function head(report: AuditReport, words: AuditWords): Markup {
  const { summary, now } = report;
  const sections = [
    "read",
    "byService",
    "byProvider",
    "byMonth",
    "byRule",
    "lateness",
    "worst",
    "listed",
    "behind",
    "rules",
    "method",
  ] as const;
  const names = sections.map(
    (id) => markup`<a href="#${id}">${words.label(id === "read" ? "whatWasRead" : id)}</a>`,
  );
  return markup`<header><h1>${words.label("title")}</h1>
<p>${words.label("log")}: ${summary.files.join(", ")}</p>
<p class="pale">${words.label("rulebook")}: ${usedBooks(report, words).join("; ")}${now === null ? "" : ` · ${words.label("asOf")}: ${timeText(now)}`}</p>
${periodLine(summary, words).map((line) => markup`<p>${line}</p>`)}
${sealMark(summary.seal, words.language)}
<nav class="nav">${names}</nav></header>`;
}

function read({ summary }: AuditReport, words: AuditWords): Markup {
  const { label } = bound(words);
  const { rows, refused, time } = summary;
  const lines = refused.map(
    ({ reason, rows: count, samples }) =>
      markup`<tr><td>${words.refused(reason)}</td><td class="n">${words.number(count)}</td><td>${samples.map(({ file, row, text }) => markup`<div>${summary.files.length > 1 ? `${file}:` : ""}${row}: <span class="pale">${text}</span></div>`)}</td></tr>`,
  );
  const mapped = summary.notMapped.map(
    ({ activity, rows: count }) =>
      markup`<tr><td>${activity}</td><td class="n">${words.number(count)}</td></tr>`,
  );
  const days = (seconds: number): string => `${words.number(seconds / DAY_SECONDS, 1)} ${label("days")}`;
  return markup`<p>${words.filled("rowsSum", { rows: rows.inFile, read: rows.read, refused: rows.refused })}</p>
${fileLines(summary, words).map((line) => markup`<p>${line.trim()}</p>`)}
<p>${label("providerTime")}: ${days(time.provider)}; ${label("suspendedTime")}: ${days(time.suspended)}</p>
${lines.length === 0 ? markup`` : markup`<table><thead><tr><th>${label("why")}</th><th class="n">${label("count")}</th><th>${label("samples")}</th></tr></thead><tbody>${lines}</tbody></table>`}
${mapped.length === 0 ? markup`` : markup`<h3>${label("notMapped")}</h3><table><tbody>${mapped}</tbody></table>`}
${summary.outliers.rows === 0 ? markup`` : markup`<h3>${label("outliers")}: ${words.number(summary.outliers.rows)}</h3><ul>${summary.outliers.samples.map(({ row, file, text }) => markup`<li>${summary.files.length > 1 ? `${file}:` : ""}${row}: <span class="pale">${text}</span></li>`)}</ul>`}
${summary.spellings.length === 0 ? markup`` : markup`<h3>${label("spellings")}</h3><ul>${spellingLines(summary, words).map((line) => markup`<li>${line}</li>`)}</ul>`}
${factLines(summary, words).length === 0 ? markup`` : markup`<h3>${label("factsOfCases")}</h3><ul>${factLines(summary, words).map((line) => markup`<li>${line}</li>`)}</ul>`}
${summary.notInLog.length === 0 ? markup`` : markup`<p><strong>${label("notInLog")}:</strong> ${summary.notInLog.map(({ field, name }) => `${words.field(field)}: ${name}`).join("; ")}</p>`}
${summary.strangers.length === 0 ? markup`` : markup`<p><strong>${label("strangers")}:</strong> ${summary.strangers.join("; ")}</p>`}`;
}

function latenessOf(report: AuditReport, words: AuditWords): Markup {
  const classes = report.lateness.map(({ upTo, findings }, index) => {
    const before = report.lateness[index - 1]?.upTo ?? 0;
    return {
      label: upTo === null ? `> ${lengthText(before, words)}` : `≤ ${lengthText(upTo, words)}`,
      findings,
    };
  });
  return latenessChart(classes, words);
}

function worst(report: AuditReport, words: AuditWords): Markup {
  const { label } = bound(words);
  const legend = (
    [
      ["open", label("open")],
      ["ground", label("closed")],
      ["off", label("off")],
      ["suspended", label("suspendedTime")],
      ["late", words.outcome("late")],
    ] as const
  ).map(([is, text]) => markup`<span class="key ${is}"></span>${text}`);
  const cases = report.worst.map(
    (
      timeline,
    ) => markup`<div class="worst"><h3>${words.caseOf(timeline.of.finding)} <span class="pale">${timeline.of.finding.provider ?? ""}</span></h3>
<p>${ruleLink(report, timeline.of.rule, words)} · ${timeText(timeline.of.finding.start)} → ${label("due")} ${dueText(timeline.of.finding.due)} → ${label("done")} ${timeText(timeline.of.finding.done)} · ${label("lateBy")}: ${lateText(timeline.of, words)} · ${label("rowsOfLog")}: ${timeline.of.finding.rows.join(", ")}${apart(timeline.of, words)}</p>
${timelineChart(timeline, words)}</div>`,
  );
  return cases.length === 0
    ? markup`<p>${label("empty")}</p>`
    : markup`<p class="pale">${legend}</p>${cases}`;
}

/** The provider's time and the applicant's, where a case stood still. */
const apart = ({ takenMs, suspendedMs }: ReportFinding, words: AuditWords): string =>
  takenMs === null || suspendedMs === 0
    ? ""
    : ` · ${words.label("providerTime")}: ${lengthText((takenMs - suspendedMs) / SECOND_MS, words)}; ${words.label("suspendedTime")}: ${lengthText(suspendedMs / SECOND_MS, words)}`;

function running(report: AuditReport, words: AuditWords): Markup {
  const { label } = bound(words);
  const overdue = report.overdue.map(
    (each) =>
      markup`<tr><td>${words.caseOf(each.finding)}</td><td>${each.finding.provider}</td><td>${ruleLink(report, each.rule, words)}</td><td>${dueText(each.finding.due)}</td><td>${lateText(each, words)}</td></tr>`,
  );
  const soon = report.dueSoon.map(
    ({ of, workingDays }) =>
      markup`<tr><td>${words.caseOf(of.finding)}</td><td>${of.finding.provider}</td><td>${ruleLink(report, of.rule, words)}</td><td>${dueText(of.finding.due)}</td><td>${words.number(workingDays)}</td></tr>`,
  );
  const table = (last: string, lines: readonly Markup[]): Markup =>
    lines.length === 0
      ? markup`<p>${label("empty")}</p>`
      : markup`<table><thead><tr><th>${label("case")}</th><th>${label("provider")}</th><th>${label("clause")}</th><th>${label("due")}</th><th>${last}</th></tr></thead><tbody>${lines}</tbody></table>`;
  return markup`<h3>${label("overdueNow")}</h3>${table(label("lateBy"), overdue)}
<h3>${words.filled("dueSoon", { days: report.dueWithin })}</h3>${table(label("inDays"), soon)}`;
}

/** The clauses that findings rest on, each with its words. */
function rules({ rules: all }: AuditReport, words: AuditWords): Markup {
  const items = all.map((rule) => {
    const { number, service, version, byHand } = rule;
    const { quote, other } = words.said(rule);
    const named = [...(byHand ? [words.label("byHand")] : []), ...(other === undefined ? [] : [other])];
    const below = named.map((line) => markup`<p class="pale">${line}</p>`);
    return markup`<li id="${anchor("rule", String(number))}"><b>${words.cite(rule)}</b> <span class="pale">${service}${version === null ? "" : `, ${version}`}</span>${quote === undefined ? markup`` : markup`<blockquote>${quote}</blockquote>${below}`}</li>
`;
  });
  return markup`<ul>${items}</ul>`;
}

function method(report: AuditReport, words: AuditWords): Markup {
  const { summary } = report;
  const { label } = bound(words);
  const unused = summary.rulebooks.filter(({ cases }) => cases === 0).length;
  const books = markup`<h3>${label("rulesUsed")}</h3><ul>${usedBooks(report, words).map((book) => markup`<li>${book}</li>`)}</ul>${unused === 0 ? markup`` : markup`<p class="pale">${words.filled("rulesUnused", { count: unused })}</p>`}`;
  const untold = summary.reasons
    .filter(({ outcome }) => outcome === "cannot-be-told")
    .map(({ reason, findings }) => markup`<li>${words.reason(reason)}: ${words.number(findings)}</li>`);
  const left = judgedNone(summary, words).map(({ what, why }) => markup`<li>${what}: ${why ?? ""}</li>`);
  const held = heldAgainst(summary, words).map(
    ({ cases, what }) => markup`<li>${what}: ${words.number(cases)}</li>`,
  );
  return markup`${(["method1", "method2", "method3", "method4", "method5"] as const).map((each) => markup`<p>${label(each)}</p>`)}
${lawLines(summary, words).map((line) => markup`<p>${line}</p>`)}
${summary.law.is === "beneath" ? markup`<p>${label("methodLaw")}</p>` : markup``}
<p>${label("methodOurs")}</p>
<p>${label(report.byProviders ? "clocks" : "clock").replace("{zones}", report.zones.join(", "))}</p>
${books}
${untold.length === 0 ? markup`` : markup`<h3>${label("whyNot")}</h3><ul>${untold}</ul>`}
${left.length === 0 ? markup`` : markup`<h3>${label("judgedNone")}</h3><ul>${left}</ul>`}
${held.length === 0 ? markup`` : markup`<h3>${label("heldAgainst")}</h3><ul>${held}</ul>`}`;
}
