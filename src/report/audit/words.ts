import type { Language } from "../../model/language.ts";
import type { AuditOutcome } from "../../model/audit.ts";
import type { Cited } from "../../model/cited.ts";
import type { ReportRule } from "../../model/audit-report.ts";
import { citation } from "../citation.ts";
import { saidIn, type SaidIn } from "../twin/said-in.ts";
import { filled } from "../amounts.ts";
import { word } from "../rule-words.ts";
import WORDS from "./words.json" with { type: "json" };

/** A citation, or none. */
interface Cite extends Pick<Cited, "cites"> {
  readonly cite: string | null;
}

type Labels = (typeof WORDS)["en"]["label"];

/** The words of audit reports in one language. What has no word is told by its code. */
export class AuditWords {
  readonly #words: (typeof WORDS)[Language];
  readonly #cites = new Map<string, string>();

  constructor(readonly language: Language) {
    this.#words = WORDS[language];
  }

  outcome(outcome: AuditOutcome): string {
    return this.#words.outcome[outcome];
  }

  /** Why nobody can tell; a ground or a document of the log stands as it is. */
  reason(reason: string): string {
    return lookUp(this.#words.reason, reason);
  }

  refused(reason: string): string {
    return lookUp(this.#words.refused, reason);
  }

  channel(channel: string): string {
    return word("channels", channel, this.language);
  }

  /** Where a rule stands, in the reader's language; findings are many, rules few. The general law brings its own, and so does an act whose text in it is at hand. */
  cite({ cite, cites }: Cite): string {
    if (cite === null) return "";
    const own = cites?.[this.language];
    if (own !== undefined) return own;
    const known = this.#cites.get(cite) ?? citation(cite, this.language);
    this.#cites.set(cite, known);
    return known;
  }

  /** The words of a provision of the general law in the reader's language, or in the one in which they are at hand. */
  ofLaw(words: Readonly<Record<string, string>> | undefined): string | undefined {
    return words?.[this.language] ?? Object.values(words ?? {})[0];
  }

  /** What a rule says to the reader, and the act's text in the other language, named. */
  said({ cite, quote, lawWords, twin }: Pick<ReportRule, "cite" | "quote" | "lawWords" | "twin">): SaidIn {
    const own = this.ofLaw(lawWords) ?? quote ?? undefined;
    return saidIn(
      { cite, ...(own === undefined ? {} : { quote: own }), ...(twin && { twin }) },
      this.language,
    );
  }

  label(label: keyof Labels): string {
    return this.#words.label[label];
  }

  /** A label with its values put in; numbers with the words that they count. */
  filled(label: keyof Labels, values: Readonly<Record<string, string | number>>): string {
    return filled(this.label(label), values, this.language);
  }

  /** What a part of a mapping gives names to. */
  field(field: string): string {
    return lookUp(this.#words.field, field);
  }

  /** A case by its number, and which of its rounds it is where it has several. */
  caseOf({ case: number, round = 1 }: { readonly case: string; readonly round?: number }): string {
    return round === 1 ? number : `${number} (${this.filled("round", { round })})`;
  }

  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.language, {
      maximumFractionDigits: digits,
      minimumFractionDigits: digits,
    }).format(value);
  }
}

const lookUp = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;
