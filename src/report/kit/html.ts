import type { Kit, KitCase } from "../../model/kit.ts";
import { groupedBy } from "../../model/grouped-by.ts";
import { citation } from "../citation.ts";
import { escaped } from "../escaped.ts";
import type { Names } from "../names.ts";
import { answerWords, kitLine, kitWord, toldWords } from "./wording.ts";

/** Cases of one clause that the book shows; all are in the files beside it. */
const MOST_CASES = 40;

/**
 * A kit as a book to be read: by clause its words, and the cases that test it. One page, nothing fetched, fit to be printed.
 * `quoted`: the act's language.
 */
export function kitHtml(kit: Kit, title: string, names: Names, quoted: string = names.language): string {
  const { language } = names;
  const { service, version, days, cases, untested } = kit;
  const intro = kitLine("intro", language, {
    service,
    version: version === undefined ? "" : `, ${version}`,
    first: days.first,
    last: days.last,
  });
  const chapters = [...groupedBy(cases, ({ rule }) => rule).values()].map((of) => chapter(of, names, quoted));
  const left = untested.map(
    ({ cite, why }) =>
      `<li>${escaped(citation(cite, language))}: ${escaped(kitWord("untested", why, language))}</li>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<title>${escaped(`${kitLine("title", language)}: ${title}`)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(kitLine("title", language))}: ${escaped(title)}</h1>
<p>${escaped(intro)}</p>
${chapters.join("\n")}
${left.length === 0 ? "" : `<section><h2>${escaped(kitLine("untested", language))}</h2><ul>${left.join("")}</ul></section>`}
</main>
</body>
</html>
`;
}

function chapter(cases: readonly KitCase[], names: Names, quoted: string): string {
  const { language } = names;
  const [first] = cases;
  if (first === undefined) return "";
  const heads = (["case", "matter", "told", "expected"] as const)
    .map((name) => `<th scope="col">${escaped(kitLine(name, language))}</th>`)
    .join("");
  const rows = cases.slice(0, MOST_CASES).map((each) => caseRow(each, names));
  const more =
    cases.length > MOST_CASES
      ? `<p>${escaped(kitLine("more", language, { count: cases.length - MOST_CASES }))}</p>`
      : "";
  return `<section>
<h2>${escaped(citation(first.cite, language))}</h2>
${first.quote === undefined ? "" : `<blockquote lang="${escaped(quoted)}">${escaped(first.quote)}</blockquote>`}
<div class="wide" tabindex="0" role="region" aria-label="${escaped(citation(first.cite, language))}"><table>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table></div>
${more}</section>`;
}

const caseRow = (each: KitCase, names: Names): string =>
  `<tr><th scope="row">${escaped(each.case)}</th><td>${escaped(kitWord("matters", each.matter, names.language))}</td><td>${toldWords(
    each,
    names,
  )
    .map(escaped)
    .join("<br>")}</td><td>${escaped(answerWords(each.expected, names))}</td></tr>`;

const STYLE = `
:root { --ink: #23211c; --soft: #5d584c; --paper: #fbfaf6; --line: #d9d4c7; --accent: #24506b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e5da; --soft: #b3ad9e; --paper: #1d1d1b; --line: #3b3a36; --accent: #9cc6e2; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 "PT Sans", system-ui, "Noto Sans", "Liberation Sans", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem; }
h1, h2, blockquote { font-family: "PT Serif", Georgia, "Noto Serif", "Liberation Serif", serif; }
h1 { font-size: 1.7rem; line-height: 1.2; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
blockquote { margin: .25rem 0 1rem; padding-left: .9rem; border-left: 3px solid var(--line); color: var(--soft); overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .7rem; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; }
tbody th { font-variant-numeric: tabular-nums; font-weight: 600; }
@media print { tr { break-inside: avoid; } body { font-size: 9.5pt; } }
`;
