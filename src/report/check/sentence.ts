import type { Labels, Reason, SeenDocument } from "../../model/verdict.ts";
import { withinSentence } from "../../model/within-sentence.ts";
import { put } from "../due/words.ts";
import { citeIn } from "./law-words.ts";
import { dotted } from "../dotted.ts";
import { SENTENCES } from "./sentences.ts";
import { startsWhen } from "./waiting.ts";
import type { Names } from "../names.ts";

/** One sentence on what became of a rule, in the language of the names. */
export function sentence(reason: Reason, names: Names): string {
  const facts = reason.facts
    // A finding that is named after its rule says nothing that the rule does not say.
    .filter(({ fact, value }) => value !== undefined && !fact.startsWith("finding:"))
    .map(({ fact, value }) => (value === undefined ? names.fact(fact) : names.told(fact, value)));
  const documents = (reason.documents ?? []).map((seen) => documentText(seen, names));
  const missing = (reason.missing ?? []).map((fact) => names.fact(fact));
  return SENTENCES[reason.code][names.language]
    .replace(": {facts}.", () => (facts.length === 0 ? "." : `: ${listed(facts)}.`))
    .replace("{starts}", () => startsWhen(reason, names.language))
    .replace("{documents}", () => listed(documents))
    .replace("{missing}", () => listed(missing));
}

/** Names inside a sentence, each once. */
const listed = (names: readonly string[]): string => [...new Set(names)].map(withinSentence).join("; ");

/** A document with the last day on which it is good, where one is told, and with the day on which the request is taken. */
function documentText({ document, validUntil, takenOn, decidedBy }: SeenDocument, names: Names): string {
  const { language } = names;
  if (validUntil === undefined) return names.document(document);
  const until = put(UNTIL[language], { day: dotted(validUntil) });
  const taken =
    takenOn === undefined
      ? []
      : decidedBy === undefined
        ? [put(NOBODY_DECIDES[language], { day: dotted(takenOn) })]
        : [put(HANDING_IN_DECIDES[language], { day: dotted(takenOn), cite: citeIn(decidedBy, language) })];
  return `${names.document(document)} (${[until, ...taken].join("; ")})`;
}

const UNTIL: Labels = {
  kk: "{day} қоса алғанда жарамды",
  ru: "действителен по {day} включительно",
  en: "good until {day}",
};
/** A request made at night or on a day off is taken on a later day. */
const HANDING_IN_DECIDES: Labels = {
  kk: "өтініш {day} қабылданады, құжат ұсынылған күн ескеріледі: {cite}",
  ru: "заявление принимается {day}, решает день представления документа: {cite}",
  en: "the request is taken on {day}, and the day of handing in decides: {cite}",
};
const NOBODY_DECIDES: Labels = {
  kk: "өтініш {day} қабылданады, қай күн ескерілетінін ешбір норма айтпайды",
  ru: "заявление принимается {day}, и какой из дней решает, ни одна норма не говорит",
  en: "the request is taken on {day}, and no rule says which of the days decides",
};
