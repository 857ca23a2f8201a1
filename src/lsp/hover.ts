import { MarkupKind, type Hover } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { pathToFileURL } from "node:url";
import { lintPage, lintPageText } from "../files/lint-page.ts";
import { isAtOrBelow } from "../model/at-or-below.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import { citation } from "../report/citation.ts";
import { editorWords } from "../report/editor/wording.ts";
import { lintMessage } from "../report/lint/wording.ts";
import { ruleLine, word } from "../report/rule-words.ts";
import type { LookedAct } from "./looked-act.ts";
import type { OwnPage } from "./settings.ts";
import { provisionsAt } from "./provisions.ts";
import { rangeOf } from "./ranges.ts";

/** What stands at an offset: findings with their explanation and the other place, and the rules that were read there. */
export function hoverAt(
  looked: LookedAct,
  offset: number,
  document: TextDocument,
  pages: ReadonlyMap<string, OwnPage>,
  language: Language,
): Hover | null {
  const findings = looked.findings.filter((finding) =>
    (finding.because?.[0]?.spans ?? []).some(({ start, end }) => start <= offset && offset <= end),
  );
  const [provision] = provisionsAt(looked.reading.tree, offset);
  const parts = [
    ...findings.map((finding) => findingPart(finding, pages, language)),
    ...(provision === undefined ? [] : [rulesPart(looked, provision, language)]),
  ];
  if (parts.length === 0) return null;
  const [first] = findings;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join("\n\n---\n\n") },
    ...(first === undefined
      ? {}
      : { range: rangeOf(first.because?.[0]?.spans ?? [], looked.inFile, document) }),
  };
}

function findingPart(finding: Finding, pages: ReadonlyMap<string, OwnPage>, language: Language): string {
  const [, beside] = finding.because ?? [];
  const own = pages.get(finding.code);
  const page = own?.file ?? lintPage(finding.code);
  const name = `\`${finding.code}\``;
  return [
    `**${plain(lintMessage(finding, language))}** (${name})`,
    ...(beside === undefined
      ? []
      : [
          `${editorWords("otherPlace", language)}: ${plain(citation(beside.cite, language))}\n\n> ${plain(beside.quote)}`,
        ]),
    ...(own === undefined
      ? language === "en"
        ? explanation(finding.code)
        : []
      : [own.explanation(language)]),
    ...(page === undefined ? [] : [`[${editorWords("page", language)}](${pathToFileURL(page).href})`]),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Why a fault matters and what to do about it, from the page of its lint; the pages are in English. */
const explanation = (code: string): readonly string[] =>
  (lintPageText(code) ?? "").split(/\n{2,}/u).filter((part) => /^\*\*(?:Why|What to do)/u.test(part));

function rulesPart(
  { reading }: LookedAct,
  { path, cite }: { path: string; cite: string },
  language: Language,
): string {
  const rules = reading.candidates.filter((rule) => isAtOrBelow(rule, path));
  const lines = rules
    .slice(0, MOST)
    .map((rule) => `- ${word("kinds", rule.kind, language)}: ${plain(ruleLine(rule, language))}`);
  if (rules.length > MOST) lines.push("- …");
  const head = cite === "" ? [] : [`**${plain(citation(cite, language))}**`];
  return lines.length === 0
    ? [...head, editorWords("noRules", language)].join("\n\n")
    : [...head, editorWords("rulesHere", language), lines.join("\n")].join("\n\n");
}

const MOST = 20;

/** Words of an act that Markdown would take for its own signs. */
const plain = (words: string): string =>
  words.replaceAll(/\s+/gu, " ").replaceAll(/[\\`*_{}[\]<>#|]/gu, "\\$&");
