import type { Language } from "../../model/language.ts";
import { KINDS, type Candidate } from "../../model/rule.ts";
import type { RefersTo } from "./candidate.ts";
import WORDS from "./candidates-words.json" with { type: "json" };
import { counted } from "../amounts.ts";
import { citation } from "../citation.ts";
import { wherePrinted } from "../source-place.ts";
import { remarkLines } from "../twin/remark.ts";
import { groupNumbers, namedRule, ruleLine, word } from "../rule-words.ts";

type Phrase = keyof typeof WORDS;

/** The candidates of a text for a lawyer's eye: by service and kind, each with its words and where they stand. */
export function candidatesText(
  candidates: readonly Candidate[],
  references: ReadonlyMap<string, readonly RefersTo[]>,
  lang: Language,
): string {
  const lines: string[] = [];
  for (const service of new Set(candidates.map((candidate) => candidate.service))) {
    const own = candidates.filter((candidate) => candidate.service === service);
    const head = service === 0 ? phrase("act", lang) : `${phrase("service", lang)} ${service}`;
    const groups = groupNumbers(own);
    lines.push("", `${head} — ${counted("rule", own.length, lang)}`);
    for (const kind of KINDS) {
      const some = own.filter((candidate) => candidate.kind === kind);
      if (some.length === 0) continue;
      lines.push("", `  ${word("kinds", kind, lang)}`);
      for (const candidate of some)
        lines.push(
          ...linesOf(namedRule(candidate, groups), lang),
          ...(references.get(candidate.id) ?? []).map((one) => referenceLine(one, lang)),
        );
    }
  }
  return `${lines.join("\n").trimStart()}\n`;
}

function linesOf(candidate: Candidate, lang: Language): string[] {
  const { source, cite, confidence } = candidate;
  const said = [ruleLine(candidate, lang), ...words(candidate, lang)].filter((part) => part !== "");
  return [
    ...(said.length === 0
      ? [`  • «${source.quote}»`]
      : [`  • ${said.join(" · ")}`, `      «${source.quote}»`]),
    `      ${citation(cite, lang)} · ${wherePrinted(source, lang)} · ${phrase("confidence", lang)} ${Math.round(confidence * 100)} %`,
    ...remarkLines(candidate, lang),
  ];
}

const referenceLine = ({ words, cite }: RefersTo, lang: Language): string =>
  `      «${words}» → ${citation(cite, lang)}`;

/** The text's own words for who is bound and what starts a term. */
function words(candidate: Candidate, lang: Language): string[] {
  if (candidate.doubt !== undefined) return [phrase(candidate.doubt, lang)];
  if (candidate.kind !== "deadline") return [];
  const actor = candidate.actor === undefined ? [] : [`${phrase("actor", lang)}: «${candidate.actor}»`];
  const from = candidate.from === undefined ? [] : [`${phrase("from", lang)}: «${candidate.from}»`];
  return [...actor, ...from];
}

const phrase = (name: Phrase, lang: Language): string => WORDS[name][lang];
