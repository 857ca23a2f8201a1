import type { AuditReport } from "../../model/audit-report.ts";
import type { Language } from "../../model/language.ts";
import { caseSections, periodLine } from "./cases.ts";
import { figures } from "./figures-html.ts";
import { dueText, lateText, timeText } from "./findings-html.ts";
import { usedBooks } from "./html.ts";
import { judgedNone } from "./judged-rules.ts";
import { lawLines } from "./law.ts";
import { markup, Markup } from "./markup.ts";
import { sealMark } from "./seal.ts";
import { AUDIT_STYLE } from "./style.ts";
import { AuditWords } from "./words.ts";

/** Groups of each kind, worst cases and reasons that a summary lists: it is to be printed on a few sheets. */
const GROUPS = 12;
const WORST = 8;
const REASONS = 10;
const RULES = 15;

/** Close together: what is read is on paper. */
const CLOSE = `
body { font-size: 13px; } .numbers { gap: .3rem; margin: .3rem 0; } .numbers li { padding: .1rem .5rem; min-width: 0; }
.numbers b { display: inline; margin-right: .4em; font-size: 1.1em; } th, td { padding: .12rem .4rem; }
h1 { font-size: 1.4rem; } h2 { margin: 1rem 0 .3rem; padding-top: .3rem; } h3 { margin: .6rem 0 .2rem; } table { margin: .2rem 0 .5rem; }
table:not(.wide) td:first-child { min-width: 15rem; } @media print { body { font-size: 9.5pt; } }
`;

/**
 * An audit as a summary of a few pages, to be printed and signed: figures, the groups with most breaches, the worst cases,
 * what was not judged and what the figures rest on. The cases themselves are in the worksheet and in annexes.
 */
export function auditBrief(report: AuditReport, language: Language): string {
  const words = new AuditWords(language);
  const { summary } = report;
  const [groups] = caseSections(summary, words, { most: GROUPS, ids: false });
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words.label("brief")}: ${summary.files.join(", ")}</title>
<style>${new Markup(AUDIT_STYLE + CLOSE)}</style>
</head>
<body>
${head(report, words)}
${figures(summary, words, "plain")}
${groups ?? markup``}
<section><h2>${words.label("worst")}</h2>${worst(report, words)}</section>
<section><h2>${words.label("notJudged")}</h2>${notJudged(report, words)}</section>
<section><h2>${words.label("restsOn")}</h2>${restsOn(report, words)}</section>
</body>
</html>
`.html;
}

function head(report: AuditReport, words: AuditWords): Markup {
  const { summary, now } = report;
  return markup`<header><h1>${words.label("brief")}</h1>
<p>${words.label("log")}: ${summary.files.join(", ")}</p>
<p class="pale">${words.label("rulebook")}: ${usedBooks(report, words).join("; ")}${now === null ? "" : ` · ${words.label("asOf")}: ${timeText(now)}`}</p>
${periodLine(summary, words).map((line) => markup`<p>${line}</p>`)}
${sealMark(summary.seal, words.language)}</header>`;
}

function worst({ worst: cases, rules }: AuditReport, words: AuditWords): Markup {
  if (cases.length === 0) return markup`<p>${words.label("empty")}</p>`;
  const heads = (["case", "provider", "clause", "start", "due", "done", "lateBy"] as const).map(
    (label) => markup`<th>${words.label(label)}</th>`,
  );
  const lines = cases.slice(0, WORST).map(({ of }) => {
    const { finding } = of;
    const rule = rules.find(({ number }) => number === of.rule);
    return markup`<tr><td>${words.caseOf(finding)}</td><td>${finding.provider ?? "–"}</td><td>${rule === undefined ? "–" : words.cite(rule)}</td><td>${timeText(finding.start)}</td><td>${dueText(finding.due)}</td><td>${timeText(finding.done)}</td><td>${lateText(of, words)}</td></tr>`;
  });
  return markup`<table class="wide"><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table>`;
}

/** Why nothing can be told of cases, and which terms judged none: what was not judged is not acquitted. */
function notJudged({ summary }: AuditReport, words: AuditWords): Markup {
  const untold = summary.reasons
    .filter(({ outcome }) => outcome === "cannot-be-told")
    .toSorted((one, other) => other.findings - one.findings)
    .slice(0, REASONS)
    .map(({ reason, findings }) => markup`<li>${words.reason(reason)}: ${words.number(findings)}</li>`);
  const none = judgedNone(summary, words);
  const left = none.slice(0, RULES).map(({ what, why }) => markup`<li>${what}: ${why ?? ""}</li>`);
  const more = none.length > RULES ? markup`<li>… ${words.number(none.length - RULES)}</li>` : markup``;
  return untold.length + left.length === 0
    ? markup`<p>${words.label("empty")}</p>`
    : markup`<ul>${untold}${left}${more}</ul>`;
}

function restsOn({ summary }: AuditReport, words: AuditWords): Markup {
  const { rows } = summary;
  const lines = [
    words.filled("rowsSum", { rows: rows.inFile, read: rows.read, refused: rows.refused }),
    ...lawLines(summary, words),
    words.label("method3"),
    words.label("method5"),
    words.label("annexesApart"),
  ];
  return markup`<ul>${lines.map((line) => markup`<li>${line.trim()}</li>`)}</ul>`;
}
