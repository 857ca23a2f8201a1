import type { Language } from "../../model/language.ts";
import type { AuditOutcome, WhatIf } from "../../model/audit.ts";
import { AuditWords } from "./words.ts";
import { markup, type Markup } from "./markup.ts";

const SHOWN = 20;

const totalOf = (told: WhatIf): number => told.flips.reduce((sum, { findings }) => sum + findings, 0);

const sentence = (change: string, told: WhatIf, words: AuditWords): string =>
  `${words.label("whatIf")} ${change}: ${words.filled("whatIfTold", { flips: totalOf(told), all: told.deadlines })}`;

/** What a change in counting does to outcomes, in words. */
export function whatIfText(change: string, told: WhatIf, language: Language): string {
  const words = new AuditWords(language);
  const arrow = (from: AuditOutcome, to: AuditOutcome): string =>
    `${words.outcome(from)} → ${words.outcome(to)}`;
  return [
    sentence(change, told, words),
    ...told.flips.map(
      ({ from, to, findings }) => `  ${words.number(findings).padStart(7)}  ${arrow(from, to)}`,
    ),
    ...told.cases
      .slice(0, SHOWN)
      .map((each) => `           ${words.caseOf(each)}  ${arrow(each.from, each.to)}  ${each.rule}`),
    ...(totalOf(told) > SHOWN ? [`           … (-o: ${words.label("whatIfAll")})`] : []),
    "",
  ].join("\n");
}

/** The same as a section of the report. */
export function whatIfSection(change: string, told: WhatIf, words: AuditWords): Markup {
  const arrow = (from: AuditOutcome, to: AuditOutcome): string =>
    `${words.outcome(from)} → ${words.outcome(to)}`;
  const flips = told.flips.map(
    ({ from, to, findings }) =>
      markup`<tr><td>${arrow(from, to)}</td><td class="n">${words.number(findings)}</td></tr>`,
  );
  const cases = told.cases
    .slice(0, SHOWN * 5)
    .map(
      (each) =>
        markup`<tr><td>${words.caseOf(each)}</td><td>${arrow(each.from, each.to)}</td><td>${each.rule}</td></tr>`,
    );
  const more =
    totalOf(told) > cases.length ? markup`<p class="pale">… ${words.label("whatIfAll")}</p>` : markup``;
  return markup`<section><h2 id="whatIf">${words.label("whatIf")}</h2><p>${sentence(change, told, words)}</p>
${flips.length === 0 ? markup`` : markup`<table><tbody>${flips}</tbody></table><table class="wide"><thead><tr><th>${words.label("case")}</th><th>${words.label("outcome")}</th><th>${words.label("clause")}</th></tr></thead><tbody>${cases}</tbody></table>${more}`}</section>`;
}
