import { draftOf } from "../lint/draft.ts";
import type { DraftPart } from "../lint/lint-parts.ts";
import { lookAlikes } from "../lint/look-alikes.ts";
import { misspeltTerms } from "../lint/misspelt.ts";
import type { Candidate } from "../model/rule.ts";
import { isRead } from "../language/rule-language.ts";
import type { ActReading } from "./read-act.ts";

/**
 * What lints look at in a text: a draft for each language that it has a text in, that of most of it first, each as it would
 * be alone. A part in a language whose rules are not read is looked at as rules are looked for in it, by the first.
 */
export function draftsOf(reading: ActReading): readonly DraftPart[] {
  const { file, content, language, parts } = reading;
  return parts.map((part, index) => {
    const under = index === 0 ? undefined : part.language?.code;
    const rules = under === undefined ? part.candidates : part.candidates.map((rule) => alone(rule, under));
    const repaired = { content, edits: part.edits };
    return {
      draft: {
        ...draftOf(file, part.alone, rules, lookAlikes(repaired)),
        misspelt: misspeltTerms(repaired),
      },
      grammar: (isRead(part.language) ? part.language : language).grammar,
      ...(under === undefined ? {} : { under }),
    };
  });
}

/** A rule with the path that it would have were its part the whole text. */
function alone(rule: Candidate, under: string): Candidate {
  const prefix = `${under}/`;
  return rule.path.startsWith(prefix) ? { ...rule, path: rule.path.slice(prefix.length) } : rule;
}
