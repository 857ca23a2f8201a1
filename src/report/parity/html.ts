import type { Citation } from "../../model/citation.ts";
import type { Language } from "../../model/language.ts";
import type { Parity, ParityDifference } from "../../model/parity.ts";
import { escaped } from "../escaped.ts";
import { unreadShareWords } from "../unread-share.ts";
import type { HeldTexts } from "../../model/held-texts.ts";
import { foundAt, type LocateBoth } from "./located.ts";
import { notComparedLines } from "./not-compared.ts";
import { readOtherwiseLines } from "./read-otherwise.ts";
import { filled, headText, PARITY_WORDING, pointText } from "./wording.ts";

/** A comparison of languages as one page that needs nothing else: the words of both side by side, fit for paper. */
export function parityHtml(parity: HeldTexts, locate: LocateBoth, language: Language): string {
  const { page } = PARITY_WORDING[language];
  const { first, second, differences } = parity;
  const heads = [
    ...headText(parity, language),
    ...[first, second].map(({ file, unread }) =>
      filled(page.unread, { file, share: unreadShareWords(unread, language) }),
    ),
    differences.length === 0 ? page.none : filled(page.found, { count: differences.length }),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${page.title}: ${first.file} ↔ ${second.file}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(page.title)}</h1>
<p>${escaped(first.file)} ↔ ${escaped(second.file)}</p>
<p>${heads.map(escaped).join("<br>")}</p>
</header>
<main>
${differences.map((one) => differenceHtml(one, parity, locate, language)).join("\n")}
${listHtml(page.notCompared, notComparedLines(parity, locate, language))}
${listHtml(page.readOtherwise, readOtherwiseLines(parity, locate, language))}
</main>
</body>
</html>
`;
}

function differenceHtml(
  one: ParityDifference,
  parity: Parity,
  locate: LocateBoth,
  language: Language,
): string {
  const { classes, weights } = PARITY_WORDING[language];
  const points = one.points.map((point) => `<li>${escaped(pointText(point, parity, language))}</li>`);
  return `<article class="${one.weight}">
<h2>${escaped(`${classes[one.class]} (${weights[one.weight]})`)}</h2>
<ul>${points.join("")}</ul>
<div class="sides">
${sideHtml(one.first, parity.first.language, locate.first, language)}
${sideHtml(one.second, parity.second.language, locate.second, language)}
</div>
</article>`;
}

function sideHtml(
  citations: readonly Citation[],
  of: Language,
  locate: LocateBoth["first"],
  language: Language,
): string {
  const title = PARITY_WORDING[language].languages[of];
  const quotes = citations.map(
    (citation) =>
      `<p class="cite">${escaped(`${foundAt(citation, locate, language)}: ${citation.cite}`)}</p><blockquote lang="${of}">${escaped(citation.quote)}</blockquote>`,
  );
  return `<section><h3>${escaped(title)}</h3>${quotes.length === 0 ? "<p>–</p>" : quotes.join("")}</section>`;
}

/** A list under its title, which tells how many there are; nothing where there are none. */
function listHtml(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const items = lines.map((line) => `<li>${escaped(line)}</li>`);
  return `<section class="not"><h2>${escaped(filled(title, { count: lines.length }))}</h2><ul>${items.join("")}</ul></section>`;
}

const STYLE = `
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
article { border-left: 4px solid #767676; padding: 0 1rem; margin: 2rem 0; break-inside: avoid; }
article.major { border-color: #a4262c; }
h2 { font-size: 1.1rem; } h3 { font-size: 1rem; margin: 0; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
.cite { color: #4a4a4a; font-size: .85rem; overflow-wrap: anywhere; }
blockquote { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 45rem) { .sides { grid-template-columns: 1fr; } }
`;
