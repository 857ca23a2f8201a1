import type { Labels, Reason, SeenDocument } from "../../model/verdict.ts";
import { SENTENCES } from "./sentences.ts";
import type { Names } from "../names.ts";

/** One sentence on what became of a rule, in the language of the names. */
export function sentence(reason: Reason, names: Names): string {
  const facts = reason.facts
    // A finding that is named after its rule says nothing that the rule does not say.
    .filter(({ fact, value }) => value !== undefined && !fact.startsWith("finding:"))
    .map(({ fact, value }) => `${names.fact(fact)}: ${value === undefined ? "" : names.value(fact, value)}`);
  const documents = (reason.documents ?? []).map((seen) => documentText(seen, names));
  const missing = (reason.missing ?? []).map((fact) => names.fact(fact));
  return SENTENCES[reason.code][names.language]
    .replace(" ({facts})", () => (facts.length === 0 ? "" : ` (${[...new Set(facts)].join("; ")})`))
    .replace("{documents}", () => documents.join("; "))
    .replace("{missing}", () => [...new Set(missing)].join("; "));
}

/** A document with the last day on which it is good, where one is told. */
const documentText = ({ document, validUntil }: SeenDocument, names: Names): string =>
  validUntil === undefined
    ? names.document(document)
    : `${names.document(document)} (${UNTIL[names.language].replace("{day}", validUntil)})`;

const UNTIL: Labels = { kk: "{day} дейін жарамды", ru: "действителен по {day}", en: "good until {day}" };
