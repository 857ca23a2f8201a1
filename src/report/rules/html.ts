import { escaped } from "../escaped.ts";
import type { Language } from "../../model/language.ts";
import type { Names } from "../names.ts";
import { bookInWords, bookWord, type RuleInWords, type ShownBook } from "./rulebook-view.ts";

/**
 * A rulebook as one page: nothing is fetched, all that is quoted is escaped, fit to be printed. `draft`: what is still in the
 * way of building it, where it is none yet.
 */
export function rulebookHtml(book: ShownBook, names: Names, lang: Language, draft: readonly string[] = []): string {
  const words = bookInWords(book, names, lang);
  const quoted = book.language ?? lang;
  const facts = words.facts
    .map(([label, said]) => `<dt>${escaped(label)}</dt><dd>${escaped(said)}</dd>`)
    .join("\n");
  const contents = words.chapters
    .map(({ kind, heading, rules }) => `<li><a href="#${kind}">${escaped(heading)}</a> ${rules.length}</li>`)
    .join("\n");
  const chapters = words.chapters
    .map(
      ({ kind, heading, rules }) =>
        `<section><h2 id="${kind}">${escaped(heading)}</h2>\n${rules.map((rule) => ruleHtml(rule, quoted)).join("\n")}\n</section>`,
    )
    .join("\n");
  const notHeld = section(
    words.notHeld.heading,
    words.notHeld.entries.map(
      ({ what, cite, kinds }) =>
        `<article><p lang="${escaped(quoted)}">${escaped(what)}</p><p class="where">${escaped(cite)} · ${escaped(kinds)}</p></article>`,
    ),
  );
  const remarks = section(
    words.remarks.heading,
    words.remarks.lines.map((line) => `<p>${escaped(line)}</p>`),
  );
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<title>${escaped(words.title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
${draftHtml(draft)}<h1>${escaped(words.title)}</h1>
<p class="where">${escaped(words.subtitle)}</p>
<dl>${facts}</dl>
<nav aria-label="${escaped(bookWord("contents", lang))}"><ul>${contents}</ul></nav>
${chapters}
${notHeld}
${remarks}
</main>
</body>
</html>
`;
}

const draftHtml = ([first, ...rest]: readonly string[]): string =>
  first === undefined
    ? ""
    : `<aside class="draft"><p><strong>${escaped(first)}</strong></p><ul>${rest.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul></aside>\n`;

const section = (heading: string, parts: readonly string[]): string =>
  parts.length === 0 ? "" : `<section><h2>${escaped(heading)}</h2>\n${parts.join("\n")}\n</section>`;

function ruleHtml(rule: RuleInWords, quoted: string): string {
  const notes = rule.notes.map((note) => `<p class="note">${escaped(note)}</p>`).join("");
  const lang = `lang="${escaped(quoted)}"`;
  return `<article id="${escaped(rule.id)}"${rule.judges ? "" : ' class="idle"'}>
<h3>${escaped(rule.line === "" ? rule.cite : rule.line)}</h3>
${notes}
<p class="where">${escaped(rule.cite)}${rule.lines === "" ? "" : ` · ${escaped(rule.lines)}`}</p>
${rule.quote === "" ? "" : `<blockquote ${lang}>${escaped(rule.quote)}</blockquote>`}
</article>`;
}


const STYLE = `
:root { --ink: #23211c; --soft: #5d584c; --paper: #fbfaf6; --line: #d9d4c7; --accent: #24506b; --warn: #8a3b12; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e5da; --soft: #b3ad9e; --paper: #1d1d1b; --line: #3b3a36; --accent: #9cc6e2; --warn: #f0a77e; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 "PT Sans", system-ui, "Noto Sans", "Liberation Sans", sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem; }
h1, h2, blockquote { font-family: "PT Serif", Georgia, "Noto Serif", "Liberation Serif", serif; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1.25rem; } dt { color: var(--soft); } dd { margin: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; list-style: none; padding: .6rem 0; margin: 0; border-block: 1px solid var(--line); color: var(--soft); }
a { color: var(--accent); }
article { margin: 1.1rem 0; break-inside: avoid; }
article.idle h3 { color: var(--soft); font-weight: 400; text-decoration: line-through; text-decoration-thickness: 1px; }
.where { color: var(--soft); font-size: .88rem; margin: .1rem 0; }
.note { margin: .1rem 0; font-size: .95rem; color: var(--warn); }
blockquote { margin: .25rem 0 0; padding-left: .9rem; border-left: 3px solid var(--line); color: var(--soft); }
.draft { border: 2px dashed var(--warn); color: var(--warn); padding: .6rem 1rem; margin-bottom: 1.5rem; } .draft p, .draft ul { margin: 0; }
@media print { nav { display: none; } body { font-size: 10.5pt; } }
`;
