import type { Language } from "../../model/language.ts";
import type { Condition } from "../../model/condition.ts";
import type { InForce, ValidityDate } from "../../model/in-force.ts";
import type { NotHeld } from "../../model/not-held.ts";
import { type Kind, KINDS, type Rule } from "../../model/rule.ts";
import type { UnreadShare } from "../../model/unread-share.ts";
import type { Names } from "../names.ts";
import { ruleLine, word } from "../rule-words.ts";
import { unreadShareWords } from "../unread-share.ts";
import WORDS from "./rulebook-words.json" with { type: "json" };

/** What a rulebook is shown from. */
export interface ShownBook {
  readonly id: string;
  readonly version?: string;
  readonly language?: string;
  readonly service?: { readonly number?: number; readonly name: Readonly<Record<string, string>> };
  readonly act?: {
    readonly title: string;
    readonly number: string;
    readonly date: string;
    readonly body: string;
  };
  readonly inForce?: InForce;
  readonly zone?: string;
  readonly calendar?: string;
  readonly week?: 5 | 6;
  readonly remarks?: readonly string[];
  readonly notHeld?: readonly NotHeld[];
  readonly unread?: UnreadShare;
  readonly rules: readonly Rule[];
}

/** A rulebook in words, in one reader's language: what the terminal and the page both show. */
export interface BookInWords {
  readonly title: string;
  readonly subtitle: string;
  /** Label and words: act, validity, zone. */
  readonly facts: readonly (readonly [label: string, words: string])[];
  /** Kinds that the book has, with their rules in the order of the text. */
  readonly chapters: readonly {
    readonly kind: Kind;
    readonly heading: string;
    readonly rules: readonly RuleInWords[];
  }[];
  readonly notHeld: { readonly heading: string; readonly entries: readonly NotHeld[] };
  readonly remarks: { readonly heading: string; readonly lines: readonly string[] };
}
export interface RuleInWords {
  readonly id: string;
  readonly line: string;
  readonly cite: string;
  /** `lines 137–138`; empty where the rule has no source. */
  readonly lines: string;
  readonly quote: string;
  /** Conditions, contradictions and doubts, one each. */
  readonly notes: readonly string[];
  readonly judges: boolean;
}

export const bookWord = (key: keyof typeof WORDS, lang: Language): string => WORDS[key][lang];

/** Puts a rulebook into words. */
export function bookInWords(book: ShownBook, names: Names, lang: Language): BookInWords {
  const cites = new Map(book.rules.map((rule) => [rule.id, rule.cite]));
  return {
    title: serviceName(book, lang),
    subtitle: [
      book.id,
      ...(book.version === undefined ? [] : [`${bookWord("version", lang)} ${book.version}`]),
      reviewLine(book, lang),
    ].join(" · "),
    facts: factsOf(book, lang),
    chapters: KINDS.flatMap((kind) => {
      const rules = book.rules
        .filter((rule) => rule.kind === kind)
        .map((rule) => ruleInWords(rule, cites, names, lang));
      return rules.length === 0 ? [] : [{ kind, heading: word("kinds", kind, lang), rules }];
    }),
    notHeld: { heading: bookWord("notHeld", lang), entries: book.notHeld ?? [] },
    remarks: { heading: bookWord("remarks", lang), lines: book.remarks ?? [] },
  };
}

/** The service's name in the reader's language, else in the text's, else the book's id. */
export function serviceName(book: ShownBook, lang: Language): string {
  const name = book.service?.name ?? {};
  const inText = book.language === undefined ? undefined : name[book.language];
  return name[lang] ?? inText ?? Object.values(name)[0] ?? book.id;
}

/** `38 rules, reviewed by …`, and how many nobody has reviewed. */
export function reviewLine(book: ShownBook, lang: Language): string {
  const reviewed = book.rules.filter((rule) => rule.review !== undefined && rule.review.status !== "draft");
  const names = [...new Set(reviewed.flatMap((rule) => rule.review?.by ?? []))].sort();
  const drafts = book.rules.length - reviewed.length;
  return [
    `${book.rules.length} ${bookWord("rules", lang)}`,
    ...(names.length > 0 ? [`${bookWord("reviewedBy", lang)}: ${names.join("; ")}`] : []),
    ...(drafts > 0 ? [`${bookWord("drafts", lang)}: ${drafts}`] : []),
  ].join(", ");
}

function factsOf(book: ShownBook, lang: Language): [string, string][] {
  const { act, zone, calendar } = book;
  const at = [zone, calendar === undefined ? undefined : `${bookWord("calendar", lang)} ${calendar}`].filter(
    (one) => one !== undefined,
  );
  return [
    ...(act === undefined
      ? []
      : [
          [bookWord("act", lang), `${act.title} (${act.body}, ${act.date}, № ${act.number})`] satisfies [
            string,
            string,
          ],
        ]),
    [bookWord("inForce", lang), validity(book.inForce, lang)],
    ...(at.length === 0 ? [] : [[bookWord("zone", lang), at.join(", ")] satisfies [string, string]]),
    [bookWord("ledger", lang), unreadShareWords(book.unread, lang)],
  ];
}

/** When a version is in force, in words. */
export function validity(inForce: InForce | undefined, lang: Language): string {
  if (inForce === undefined) return bookWord("always", lang);
  const { from, until, adopted, repealed } = inForce;
  return [
    from === "unknown" ? bookWord("fromUnknown", lang) : `${bookWord("from", lang)} ${dateWords(from, lang)}`,
    until === null ? bookWord("noEnd", lang) : untilWords(until, lang),
    ...(adopted === undefined ? [] : [`${bookWord("adopted", lang)} ${adopted}`]),
    ...(repealed === undefined ? [] : [`${bookWord("repealed", lang)} ${repealed}`]),
  ].join(", ");
}

const untilWords = (until: ValidityDate, lang: Language): string =>
  until === "unknown"
    ? bookWord("untilUnknown", lang)
    : `${bookWord("until", lang)} ${dateWords(until, lang)}`;

const dateWords = (date: ValidityDate, lang: Language): string =>
  typeof date === "string" ? date : `${date.assumed} (${bookWord("assumed", lang)}: ${date.why})`;

function ruleInWords(rule: Rule, cites: ReadonlyMap<string, string>, names: Names, lang: Language): RuleInWords {
  const named =
    rule.kind === "document" && rule.document !== undefined
      ? { ...rule, document: names.document(rule.document) }
      : rule;
  const when = "when" in rule ? conditionWords(rule.when, names, lang) : undefined;
  const about = rule.kind === "refusal" ? rule.aboutDocuments : undefined;
  const others = (rule.conflictsWith ?? []).map((id) => cites.get(id) ?? id);
  return {
    id: rule.id,
    line: ruleLine(named, lang),
    cite: rule.cite,
    lines: placeWords(rule, lang),
    quote: rule.source?.quote ?? rule.quote ?? "",
    notes: [
      ...(when === undefined ? [] : [`${bookWord("when", lang)}: ${when}`]),
      ...(about === undefined ? [] : [bookWord(about === "missing" ? "aboutMissing" : "aboutExpired", lang)]),
      ...(others.length === 0 ? [] : [`${word("phrases", "conflicts", lang)}: ${others.join("; ")}`]),
    ],
    judges: rule.judges !== false,
  };
}

const linesWords = ([first, last]: readonly [number, number], lang: Language): string =>
  first === last ? `${bookWord("line", lang)} ${first}` : `${bookWord("lines", lang)} ${first}–${last}`;

const SIGNS: Partial<Record<string, string>> = {
  equal: "=",
  notEqual: "≠",
  in: "∈",
  notIn: "∉",
  contains: "∋",
  doesNotContain: "∌",
  lessThan: "<",
  lessThanInclusive: "≤",
  greaterThan: ">",
  greaterThanInclusive: "≥",
};

/** A condition as a lawyer can read it: facts by their names, joined by and, or, not. */
export function conditionWords(condition: Condition, names: Names, lang: Language): string {
  if ("all" in condition) return joined(condition.all, "and", names, lang);
  if ("any" in condition) return joined(condition.any, "or", names, lang);
  if ("not" in condition) return `${bookWord("not", lang)} (${conditionWords(condition.not, names, lang)})`;
  const sign = SIGNS[condition.operator] ?? condition.operator;
  return `${names.fact(condition.fact)} ${sign} ${names.value(condition.fact, condition.value)}`;
}

const joined = (parts: readonly Condition[], by: "and" | "or", names: Names, lang: Language): string =>
  parts
    .map((part) =>
      "all" in part || "any" in part
        ? `(${conditionWords(part, names, lang)})`
        : conditionWords(part, names, lang),
    )
    .join(` ${bookWord(by, lang)} `);

/** Where a rule's words stand: in lines of its text; or nowhere but in the rulebook, which was written by hand. */
function placeWords({ source, quote }: Rule, lang: Language): string {
  if (source !== undefined) return linesWords(source.lines, lang);
  return quote === undefined ? "" : word("phrases", "byHand", lang);
}
