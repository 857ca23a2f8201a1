import type { Language } from "../model/language.ts";
import { DOCUMENTS_FACT, type FactValue } from "../model/condition.ts";
import { CHANNELS, type Channel } from "../model/rule.ts";
import type { Labels, Verdict } from "../model/verdict.ts";
import { saidIn } from "./twin/said-in.ts";
import { FORM_WORDS } from "./form/words.ts";

/** What people call facts, their values and documents; a `Vocabulary` is one. */
export interface NameList {
  readonly facts: readonly {
    readonly id: string;
    readonly labels: Labels;
    readonly told?: { readonly yes: Labels; readonly no: Labels };
    readonly values?: readonly {
      readonly value: string;
      readonly labels: Labels;
      readonly told?: { readonly yes: Labels; readonly no: Labels };
    }[];
  }[];
  readonly documents: readonly { readonly id: string; readonly labels: Labels }[];
}

/** The names in one language; what has none is called by its id. */
export class Names {
  readonly #facts: ReadonlyMap<string, NameList["facts"][number]>;
  readonly #documents: ReadonlyMap<string, Labels>;

  constructor(
    list: NameList,
    readonly language: Language,
  ) {
    this.#facts = new Map(list.facts.map((fact) => [fact.id, fact]));
    this.#documents = new Map(list.documents.map(({ id, labels }) => [id, labels]));
  }

  /** A fact, or what stands for one among the facts that would decide: `documents`, `documents.<type>.validUntil`. */
  fact(id: string): string {
    const validity = /^documents\.(.+)\.validUntil$/.exec(id)?.[1];
    if (validity !== undefined) return `${VALID_UNTIL[this.language]}: ${this.document(validity)}`;
    if (id === DOCUMENTS_FACT) return DOCUMENTS[this.language];
    if (id === "channel") return FORM_WORDS.channel[this.language];
    return this.#facts.get(id)?.labels[this.language] ?? id;
  }

  /** A fact and its value in words: what a boolean comes to, or the fact's name and the value's. */
  told(id: string, value: FactValue): string {
    const told = this.#facts.get(id)?.told;
    if (told !== undefined && typeof value === "boolean") return (value ? told.yes : told.no)[this.language];
    return `${this.fact(id)}: ${this.value(id, value)}`;
  }

  /** That a fact has a value, or has another, as a whole sentence; absent where the vocabulary has none for it. */
  sentence(id: string, value: FactValue, holds: boolean): string | undefined {
    const fact = this.#facts.get(id);
    const told =
      typeof value === "boolean" ? fact?.told : fact?.values?.find((known) => known.value === value)?.told;
    const isYes = typeof value === "boolean" ? value === holds : holds;
    return told === undefined ? undefined : (isYes ? told.yes : told.no)[this.language];
  }

  document(id: string): string {
    return this.#documents.get(id)?.[this.language] ?? id;
  }

  value(fact: string, value: FactValue): string {
    if (typeof value === "boolean") return (value ? YES : NO)[this.language];
    if (Array.isArray(value)) return value.map((item: FactValue) => this.value(fact, item)).join(", ");
    if (fact === "channel" && isChannel(value)) return FORM_WORDS.channels[value][this.language];
    const found = this.#facts.get(fact)?.values?.find((known) => known.value === value);
    return found?.labels[this.language] ?? (typeof value === "string" ? value : JSON.stringify(value));
  }
}

const isChannel = (value: FactValue): value is Channel => CHANNELS.some((channel) => channel === value);

/** A finding by its name; one that is named after its rule, by the rule's provision. */
export function findingName(fact: string, { reasons }: Verdict, names: Names): string {
  const rule = reasons.find((reason) => fact === `finding:${reason.rule}`);
  if (rule === undefined) return names.fact(fact);
  const { cite, quote } = saidIn(rule, names.language);
  return quote === undefined ? cite : `${cite} («${quote}»)`;
}

const YES: Labels = { kk: "иә", ru: "да", en: "yes" };
const NO: Labels = { kk: "жоқ", ru: "нет", en: "no" };
const DOCUMENTS: Labels = {
  kk: "ұсынылған құжаттардың тізбесі",
  ru: "список представленных документов",
  en: "the list of documents handed in",
};
const VALID_UNTIL: Labels = {
  kk: "қай күнге дейін жарамды",
  ru: "по какой день действителен",
  en: "until when valid",
};
