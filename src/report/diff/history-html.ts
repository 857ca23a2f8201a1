import type { History, LifeEvent, RuleLife } from "../../model/history.ts";
import { citation } from "../citation.ts";
import { escaped } from "../escaped.ts";
import type { Names } from "../names.ts";
import { word } from "../rule-words.ts";
import { changingFirst, countsText, dayText, eventText, isChanging, versionText } from "./history-text.ts";
import { HISTORY_WORDING } from "./history-wording.ts";

/** The lives of rules as one page that needs nothing else: a row a rule, a column a version; light and dark, fit for paper. */
export function historyHtml(history: History, names: Names): string {
  const { page } = HISTORY_WORDING[names.language];
  const { versions, lives } = history;
  const changing = changingFirst(history);
  const steady = lives.filter((life) => !isChanging(life));
  return `<!doctype html>
<html lang="${names.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(page.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(page.title)}</h1>
<p>${escaped(page[history.of])} ${escaped(countsText(history, names.language))}</p>
<ol>${versions.map((version) => `<li>${escaped(versionText(version, names.language))}</li>`).join("")}</ol>
</header>
<main>
<h2 id="changing">${escaped(page.changing)}: ${changing.length}</h2>
${tableHtml(changing, history, names, "changing")}
<details><summary>${escaped(page.steady)}: ${steady.length}</summary>
<ul>${steady.map((life) => `<li>${ruleHtml(life, names)}</li>`).join("")}</ul></details>
</main>
</body>
</html>
`;
}

function tableHtml(lives: readonly RuleLife[], { versions }: History, names: Names, title: string): string {
  if (lives.length === 0) return "";
  const { page } = HISTORY_WORDING[names.language];
  const heads = versions.map(
    ({ since, name }) =>
      `<th scope="col">${escaped(dayText(since, names.language))}<br><small>${escaped(name)}</small></th>`,
  );
  const rows = lives.map(
    (life) =>
      `<tr><th scope="row">${ruleHtml(life, names)}</th>${cellsHtml(life, versions.length, names)}</tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-labelledby="${title}"><table>
<thead><tr><th scope="col">${escaped(page.rule)}</th>${heads.join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table></div>`;
}

function ruleHtml({ kind, events }: RuleLife, names: Names): string {
  const side = events.at(-1)?.side;
  return `<span class="kind">${escaped(word("kinds", kind, names.language))}</span> ${escaped(citation(side?.cite ?? "", names.language))}<q>${escaped(side?.quote ?? "")}</q>`;
}

/** A cell a version: what happened there; between two events the rule is as before, or not there. */
function cellsHtml({ events }: RuleLife, count: number, names: Names): string {
  const { page } = HISTORY_WORDING[names.language];
  let state: LifeEvent["is"] | undefined;
  return Array.from({ length: count }, (_, version) => {
    const here = events.filter((event) => event.version === version);
    const last = here.at(-1);
    if (last !== undefined) {
      state = last.is;
      const texts = here.map((event) => escaped(eventText(event, names)));
      return `<td class="${last.is}">${texts.join("<br>")}</td>`;
    }
    const text =
      state === undefined || state === "gone" || state === "said-elsewhere" ? page.none : page.same;
    return `<td class="${text === page.none ? "none" : "same"}">${escaped(text)}</td>`;
  }).join("");
}

const STYLE = `
:root { --page: #fff; --ink: #1b1b1b; --quiet: #595959; --line: #b9b9b9; --came: #e2f1e4; --changed: #fff2cc; --gone: #f9dfe0; --unread: #e6e6e6; }
@media (prefers-color-scheme: dark) { :root { --page: #16181b; --ink: #ececec; --quiet: #b4b4b4; --line: #54585e; --came: #1d3a25; --changed: #453a12; --gone: #4b2226; --unread: #33363b; } }
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; color: var(--ink); background: var(--page); }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .5rem; text-align: start; vertical-align: top; font-weight: normal; min-width: 9rem; overflow-wrap: anywhere; }
thead th { font-weight: 600; }
.kind { font-weight: 600; }
q { display: block; color: var(--quiet); font-size: .9rem; margin-top: .25rem; }
small { font-weight: normal; color: var(--quiet); }
.same, .none { color: var(--quiet); }
.came, .there { background: var(--came); } .there { background: none; }
.changed, .reworded { background: var(--changed); }
.gone, .said-elsewhere { background: var(--gone); }
.unread, .read-again { background: var(--unread); }
summary { cursor: pointer; padding: .5rem 0; }
@media print { .scroll { overflow: visible; } th, td { min-width: 0; } }
`;
