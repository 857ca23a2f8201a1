import type { Labels, Reason, SeenDocument } from "../../model/verdict.ts";
import { withinSentence } from "../../model/within-sentence.ts";
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

/** A document with the last day on which it is good, where one is told. */
const documentText = ({ document, validUntil }: SeenDocument, names: Names): string =>
  validUntil === undefined
    ? names.document(document)
    : `${names.document(document)} (${UNTIL[names.language].replace("{day}", dotted(validUntil))})`;

const UNTIL: Labels = {
  kk: "{day} қоса алғанда жарамды",
  ru: "действителен по {day} включительно",
  en: "good until {day}",
};
