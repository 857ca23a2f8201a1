import type { Names } from "../names.ts";
import type { Change, ChangeSide, Comparison, Mark, ServiceComparison } from "../../model/change.ts";
import { citation } from "../citation.ts";
import { word } from "../rule-words.ts";
import { escaped } from "../escaped.ts";
import { wherePrinted } from "../source-place.ts";
import {
  accountText,
  gainsText,
  headline,
  isOutside,
  nothingText,
  pairedText,
  serviceTitle,
  unchangedText,
  unreadText,
} from "./text.ts";
import { WORDING } from "./wording.ts";

/**
 * A comparison as one page that needs nothing else: side by side, marks in the words, filters by kind and by who gains,
 * fit for paper (what is filtered out is not printed; without script all is shown).
 */
export function diffHtml(comparison: Comparison, names: Names): string {
  const { page } = WORDING[names.language];
  return `<!doctype html>
<html lang="${names.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escaped(`${page.title}: ${comparison.old} → ${comparison.new}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(page.title)}</h1>
<p>${escaped(comparison.old)} → ${escaped(comparison.new)}</p>
<p class="of">${[page[comparison.of], ...unreadText(comparison, names)].map(escaped).join("<br>")}</p>
${filters(comparison, names)}
</header>
<main>
${comparison.services.map((service) => serviceHtml(service, names)).join("\n")}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function filters(comparison: Comparison, names: Names): string {
  const { page, gains } = WORDING[names.language];
  const changes = comparison.services.flatMap((service) => service.changes);
  const found = [...new Set(changes.flatMap(({ kind }) => (kind === undefined ? [] : [kind])))];
  const classes = (["substance", "unread", "wording", "moved"] as const).filter((one) =>
    changes.some((change) => change.class === one),
  );
  const option = (value: string, text: string): string =>
    `<option value="${escaped(value)}">${escaped(text)}</option>`;
  const gainers = (["applicant", "provider"] as const).flatMap((who) =>
    (["better", "worse", "mixed", "unclear"] as const).map((gain) =>
      option(`${who}-${gain}`, `${page[who]}: ${gains[gain]}`),
    ),
  );
  return `<form class="filters">
<label>${escaped(page.kind)} <select name="kind">${option("", page.all)}${found.map((kind) => option(kind, word("kinds", kind, names.language))).join("")}</select></label>
<label>${escaped(page.gainer)} <select name="gain">${option("", page.all)}${gainers.join("")}</select></label>
${classes.map((one) => `<label><input type="checkbox" name="class" value="${one}" checked> ${escaped(page[one])}</label>`).join("\n")}
<button type="button" name="print">${escaped(page.print)}</button>
<output aria-live="polite">${escaped(page.shown)}: <span id="shown">${changes.length}</span> / ${changes.length}</output>
</form>`;
}

function serviceHtml(service: ServiceComparison, names: Names): string {
  const { page } = WORDING[names.language];
  const notes = [...pairedText(service, names), ...unchangedText(service, names)].map((text) => text.trim());
  const outside = service.changes.filter(isOutside);
  const nothing = nothingText(service, names).map((text) => `<p>${escaped(text)}</p>`);
  return `<section>
<h2>${escaped(serviceTitle(service))}</h2>
${notes.map((note) => `<p class="note">${escaped(note)}</p>`).join("\n")}
${nothing.join("")}
${service.changes
  .filter((change) => !isOutside(change))
  .map((change) => changeHtml(change, names))
  .join("\n")}
${outside.length === 0 ? "" : `<h2 class="outside">${escaped(page.outside)}</h2>`}
${outside.map((change) => changeHtml(change, names)).join("\n")}
</section>`;
}

function changeHtml(change: Change, names: Names): string {
  const data = [
    `data-kind="${change.kind ?? ""}"`,
    `data-class="${change.class}"`,
    `data-gain="applicant-${change.gains.applicant} provider-${change.gains.provider}"`,
  ].join(" ");
  return `<article class="change ${change.class}" ${data}>
<h3>${escaped(headline(change, names))}</h3>
${change.class === "substance" && !isOutside(change) ? `<p class="gains">${escaped(gainsText(change, names))}</p>` : ""}
${accountText(change, names)
  .map((text) => `<p class="note">${escaped(text)}</p>`)
  .join("")}
<div class="sides">
${sideHtml(change.old, change.marks, "added", names)}
${sideHtml(change.new, change.marks, "removed", names)}
</div>
</article>`;
}

/** One side with its own words; what only the other side has is left out. */
function sideHtml(
  side: ChangeSide | undefined,
  marks: readonly Mark[],
  leave: Mark["is"],
  names: Names,
): string {
  const { page } = WORDING[names.language];
  const title = leave === "added" ? page.old : page.new;
  if (side === undefined)
    return `<div class="side"><p class="cite">${escaped(title)}: ${escaped(page.none)}</p></div>`;
  const words = marks
    .filter(({ is }) => is !== leave)
    .map(({ is, text }) =>
      is === "same"
        ? escaped(text)
        : is === "removed"
          ? `<del>${escaped(text)}</del>`
          : `<ins>${escaped(text)}</ins>`,
    )
    .join("");
  const lines =
    side.lines === undefined
      ? ""
      : ` <span class="file">${escaped(wherePrinted({ file: side.file ?? "", lines: [side.lines[0], side.lines[0]], ...(side.place && { place: side.place }) }, names.language))}</span>`;
  return `<div class="side"><p class="cite">${escaped(title)}: ${escaped(citation(side.cite, names.language))}${lines}</p><blockquote>${words}</blockquote></div>`;
}

const STYLE = `
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .25rem; border-bottom: 2px solid #444; }
h3 { font-size: 1rem; margin: 0; }
header p { margin: .25rem 0; } .of { font-weight: 600; } .note { margin: 0; color: #555; font-size: .9rem; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .5rem 0; position: sticky; top: 0; background: #fff; }
.filters select, .filters button { font: inherit; }
.change { border: 1px solid #bbb; border-left-width: .4rem; padding: .5rem .75rem; margin: .75rem 0; break-inside: avoid; }
.change.substance { border-left-color: #8a3ffc; } .change.wording { border-left-color: #999; } .change.moved { border-left-color: #0f62fe; } .change.unread { border-left-color: #b28600; }
.change[hidden] { display: none; }
.gains { margin: 0; font-size: .9rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.cite { margin: .25rem 0; font-size: .85rem; color: #444; } .file { font-family: monospace; }
blockquote { margin: 0; overflow-wrap: anywhere; }
del { background: #ffe0e0; color: #7a0000; } ins { background: #dcf5dc; color: #004d00; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
@media print { .filters { display: none; } body { max-width: none; padding: 0; font-size: 10pt; } }
`;

const SCRIPT = `
const form = document.querySelector(".filters");
const show = () => {
  const of = new FormData(form);
  const classes = of.getAll("class");
  let shown = 0;
  for (const change of document.querySelectorAll(".change")) {
    const { kind, gain } = change.dataset;
    change.hidden = !((of.get("kind") === "" || of.get("kind") === kind)
      && (of.get("gain") === "" || gain.split(" ").includes(of.get("gain")))
      && classes.includes(change.dataset.class));
    if (!change.hidden) shown += 1;
  }
  document.getElementById("shown").textContent = shown;
};
form.addEventListener("change", show);
form.elements.print.addEventListener("click", () => print());
show();
`;
