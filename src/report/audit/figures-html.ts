import { OUTCOMES, type AuditOutcome, type AuditSummary } from "../../model/audit.ts";
import { listAnchor } from "./findings-html.ts";
import { markup, type Markup } from "./markup.ts";
import type { AuditWords } from "./words.ts";

/** The figures of an audit, each (where it is `linked`) leading to its cases: of cases, of their terms, and of what else was found in them. */
export function figures(summary: AuditSummary, words: AuditWords, as: "linked" | "plain" = "linked"): Markup {
  const terms = summary.rules.filter(({ kind }) => kind === "deadline");
  const others = summary.rules.filter(({ kind }) => kind !== "deadline");
  const cards = (counts: AuditSummary["rules"]): Markup[] =>
    OUTCOMES.flatMap((outcome) => {
      const count = counts.reduce((sum, each) => sum + (each.outcome === outcome ? each.findings : 0), 0);
      return count === 0
        ? []
        : [as === "linked" ? card(outcome, count, words) : plain(count, words.outcome(outcome), words)];
    });
  return markup`${group([
    plain(summary.cases, words.label("cases"), words),
    plain(summary.breached, words.label("breached"), words),
    plain(summary.untold, words.label("untold"), words),
  ])}${headed(words.label("terms"), cards(terms))}${headed(words.label("otherFindings"), cards(others))}`;
}

const group = (cards: readonly Markup[]): Markup => markup`<ul class="numbers">${cards}</ul>`;

const headed = (heading: string, cards: readonly Markup[]): Markup =>
  cards.length === 0 ? markup`` : markup`<p class="pale">${heading}</p>${group(cards)}`;

const plain = (count: number, what: string, words: AuditWords): Markup =>
  markup`<li><b>${words.number(count)}</b>${what}</li>`;

function card(outcome: AuditOutcome, count: number, words: AuditWords): Markup {
  if (outcome === "straddles-versions") return plain(count, words.outcome(outcome), words);
  const harmless = outcome === "met" || outcome === "running";
  return markup`<li><a href="#${harmless ? "byRule" : listAnchor(outcome)}"><b>${words.number(count)}</b>${words.outcome(outcome)}</a></li>`;
}
