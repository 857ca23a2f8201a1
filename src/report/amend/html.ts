import type { AmendOutcome, Amended, AmendedPlace, Instruction } from "../../model/amendment.ts";
import type { Mark } from "../../model/change.ts";
import type { Language } from "../../model/language.ts";
import { citation } from "../citation.ts";
import { put } from "../due/words.ts";
import { escaped } from "../escaped.ts";
import { actionText, countsText, outcomesOf, whyText } from "./text.ts";
import { AMEND_WORDING } from "./wording.ts";

/**
 * What came of amending an act as one page that needs nothing else: what could not be applied first, then each change side
 * by side under the words of the clause that made it; light and dark, fit for paper.
 */
export function amendHtml(amended: Amended, language: Language): string {
  const { page } = AMEND_WORDING[language];
  const { applied, failed } = outcomesOf(amended);
  const title = put(page.head, { act: amended.act, amending: amended.amending });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${countsText(amended, language)
  .map((line) => `<p>${escaped(line)}</p>`)
  .join("\n")}
</header>
<main>
${section(
  page.failed,
  failed.map((one) => failedHtml(one, amended, language)),
)}${section(
    page.applied,
    applied.map((one) => appliedHtml(one, amended, language)),
  )}${againstHtml(amended, language)}</main>
</body>
</html>
`;
}

const section = (title: string, articles: readonly string[]): string =>
  articles.length === 0
    ? ""
    : `<section>\n<h2>${escaped(title)}: ${articles.length}</h2>\n${articles.join("\n")}\n</section>\n`;

function failedHtml(
  outcome: Extract<AmendOutcome, { readonly is: "not-applied" }>,
  amended: Amended,
  language: Language,
): string {
  return article(
    "failed",
    outcome.instruction,
    amended,
    language,
    `<p class="why">${escaped(whyText(outcome, language))}</p>`,
  );
}

function appliedHtml(
  { instruction, places }: Extract<AmendOutcome, { readonly is: "applied" }>,
  amended: Amended,
  language: Language,
): string {
  const sides = places.map((place) => placeHtml(place, language));
  return article("applied", instruction, amended, language, sides.join("\n"));
}

/** An instruction: its clause with the place in the file, what it does, its own words, and what became of it. */
function article(
  is: "applied" | "failed",
  { number, source, action, target }: Instruction,
  { amending }: Amended,
  language: Language,
  inner: string,
): string {
  const wording = AMEND_WORDING[language];
  return `<article class="${is}" id="i${number}">
<h3>${number}. ${escaped(actionText(action, target, wording))}</h3>
<p class="clause">${escaped(wording.page.clause)}: ${escaped(citation(source.cite, language))} <span class="file">${escaped(`${amending}:${source.lines[0]}`)}</span></p>
<blockquote>${escaped(source.quote)}</blockquote>
${inner}
</article>`;
}

function placeHtml({ cite, marks, inflected }: AmendedPlace, language: Language): string {
  const { page } = AMEND_WORDING[language];
  const note = inflected === true ? ` (${page.inflected})` : "";
  return `<p class="place">${escaped(citation(cite, language) + note)}</p>
<div class="sides">
${sideHtml(page.before, marks, "added")}
${sideHtml(page.after, marks, "removed")}
</div>`;
}

/** One side with its own words; what only the other side has is left out. */
function sideHtml(title: string, marks: readonly Mark[], leave: Mark["is"]): string {
  const words = marks
    .filter(({ is }) => is !== leave)
    .map(({ is, text }) => {
      const tag = is === "added" ? "ins" : is === "removed" ? "del" : undefined;
      return tag === undefined ? escaped(text) : `<${tag}>${escaped(text)}</${tag}>`;
    });
  return `<div class="side"><p class="title">${escaped(title)}</p><p class="words">${words.join("") || "–"}</p></div>`;
}

function againstHtml({ against }: Amended, language: Language): string {
  if (against === undefined) return "";
  const { page, differ } = AMEND_WORDING[language];
  const { file, provisions, equal, differences } = against;
  const head = put(page.against, { file, equal, provisions, count: differences.length });
  const articles = differences.map(
    ({ is, cite, marks }) => `<article>
<h3>${escaped(citation(cite, language))}: ${escaped(differ[is])}</h3>
<div class="sides">
${sideHtml(page.ours, marks, "added")}
${sideHtml(page.published, marks, "removed")}
</div>
</article>`,
  );
  return `<section>\n<h2>${escaped(head)}</h2>\n${articles.join("\n")}\n</section>\n`;
}

const STYLE = `
:root { --page: #fff; --ink: #1b1b1b; --quiet: #595959; --line: #b9b9b9; --gone: #ffe0e0; --gone-ink: #7a0000; --came: #dcf5dc; --came-ink: #004d00; --failed: #8a3800; --applied: #0b6b2b; }
@media (prefers-color-scheme: dark) { :root { --page: #16181b; --ink: #ececec; --quiet: #b4b4b4; --line: #54585e; --gone: #4b2226; --gone-ink: #ffd7d7; --came: #1d3a25; --came-ink: #d9f5dc; --failed: #ffb27a; --applied: #7fd89a; } }
body { font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; color: var(--ink); background: var(--page); overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 0; }
header p { margin: .25rem 0; }
article { border: 1px solid var(--line); border-left-width: .4rem; padding: .5rem .75rem; margin: .75rem 0; }
article.failed { border-left-color: var(--failed); } article.applied { border-left-color: var(--applied); }
.clause, .place, .title { margin: .25rem 0; color: var(--quiet); font-size: .9rem; } .file { font-family: monospace; }
.why { font-weight: 600; color: var(--failed); }
blockquote { margin: .25rem 0; padding-left: .75rem; border-left: 2px solid var(--line); }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } .side { min-width: 0; } .words { margin: 0; }
del { background: var(--gone); color: var(--gone-ink); } ins { background: var(--came); color: var(--came-ink); }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } article { break-inside: avoid-page; } }
`;
