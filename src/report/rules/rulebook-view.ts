import { isAtOrBelow } from "../../model/at-or-below.ts";
import type { Language } from "../../model/language.ts";
import { standingDays, type InForce, type ValidityDate } from "../../model/in-force.ts";
import type { NotHeld } from "../../model/not-held.ts";
import { type Kind, KINDS, type Rule } from "../../model/rule.ts";
import type { Source } from "../../model/source.ts";
import type { UnreadShare } from "../../model/unread-share.ts";
import { twinWords } from "../../model/cited.ts";
import { saidIn } from "../twin/said-in.ts";
import { citation } from "../citation.ts";
import type { Names } from "../names.ts";
import { counted, filled } from "../amounts.ts";
import { actText } from "../act-text.ts";
import { dotted } from "../dotted.ts";
import { conditionWords } from "./condition-words.ts";
import { groupNumbers, namedRule, ruleLine, word } from "../rule-words.ts";
import { sourcePlaceText } from "../source-place.ts";
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
  readonly notHeld: { readonly heading: string; readonly entries: readonly LeftInWords[] };
  readonly remarks: { readonly heading: string; readonly lines: readonly string[] };
}
/** What the regulation leaves to an act that is not at hand. */
interface LeftInWords {
  readonly what: string;
  readonly cite: string;
  /** Of which kinds the rules are that stand there. */
  readonly kinds: string;
}
export interface RuleInWords {
  readonly id: string;
  readonly line: string;
  readonly cite: string;
  /** `lines 137–138`; empty where the rule has no source. */
  readonly lines: string;
  readonly quote: string;
  /** Conditions, contradictions, doubts and the text in the other language, one each. */
  readonly notes: readonly string[];
  readonly judges: boolean;
}

export const bookWord = (key: keyof typeof WORDS, lang: Language): string => WORDS[key][lang];

/** Puts a rulebook into words. */
export function bookInWords(book: ShownBook, names: Names, lang: Language): BookInWords {
  const cites = new Map(book.rules.map((rule) => [rule.id, citation(rule.cite, lang)]));
  const groups = groupNumbers(book.rules);
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
        .map((rule) => ruleInWords(rule, { rules: book.rules, cites, groups, names }));
      return rules.length === 0 ? [] : [{ kind, heading: word("kinds", kind, lang), rules }];
    }),
    notHeld: { heading: bookWord("notHeld", lang), entries: (book.notHeld ?? []).map((left) => leftInWords(left, lang)) },
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
    counted("rule", book.rules.length, lang),
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
          [bookWord("act", lang), actText(act)] satisfies [string, string],
        ]),
    [bookWord("inForce", lang), validity(book.inForce, lang)],
    ...(at.length === 0 ? [] : [[bookWord("zone", lang), at.join(", ")] satisfies [string, string]]),
    [bookWord("ledger", lang), unreadShareWords(book.unread, lang)],
  ];
}

/** When a version is in force, in words: from when, until when, and of which day the act is. */
export function validity(inForce: InForce | undefined, lang: Language): string {
  if (inForce === undefined) return bookWord("always", lang);
  const { from, until, adopted, repealed, entersAfterDays, repealedAfterDays } = inForce;
  const { first, end } = standingDays(inForce);
  const day = (key: keyof typeof WORDS, iso: string): string =>
    filled(bookWord(key, lang), { day: dotted(iso) }, lang);
  return [
    adopted === undefined ? "" : day("adopted", adopted),
    bound(from, ["from", "fromAssumed", "fromUnknown"], lang),
    from === "unknown" && entersAfterDays !== undefined && first ? day("notBefore", first) : "",
    until === null
      ? bookWord("noEnd", lang)
      : until === "unknown" && repealed !== undefined
        ? day("repealed", repealed)
        : bound(until, ["until", "untilAssumed", "untilUnknown"], lang),
    until === "unknown" && repealedAfterDays !== undefined && end ? day("surelyUntil", end) : "",
  ]
    .filter((part) => part !== "")
    .join("; ");
}

/** One end of a version's validity: known, assumed (with the reason, which a rulebook gives in English), or unknown. */
function bound(
  date: ValidityDate,
  [known, assumed, unknown]: readonly [keyof typeof WORDS, keyof typeof WORDS, keyof typeof WORDS],
  lang: Language,
): string {
  if (date === "unknown") return bookWord(unknown, lang);
  const [key, day] = typeof date === "string" ? ([known, date] as const) : ([assumed, date.assumed] as const);
  const said = filled(bookWord(key, lang), { day: dotted(day) }, lang);
  return typeof date === "string" ? said : `${said} (${bookWord("reason", lang)}: ${date.why})`;
}

interface Around {
  readonly rules: readonly Rule[];
  readonly cites: ReadonlyMap<string, string>;
  /** Documents of which one is enough have a number in common. */
  readonly groups: ReadonlyMap<string, string>;
  readonly names: Names;
}

function ruleInWords(rule: Rule, { rules, cites, groups, names }: Around): RuleInWords {
  const lang = names.language;
  const named = namedRule(rule, groups, names);
  const when = "when" in rule ? conditionWords(rule.when, names) : undefined;
  const about = rule.kind === "refusal" ? rule.aboutDocuments : undefined;
  const prolongs = rule.kind === "deadline" ? rule.prolongs : undefined;
  const twin = twinWords(rule.source);
  const said = saidIn({ cite: rule.cite, quote: rule.source?.quote ?? rule.quote ?? "", ...(twin && { twin }) }, lang);
  const others = (rule.conflictsWith ?? []).map((id) => cites.get(id) ?? id);
  const covered = coveredCites(rule, rules, cites);
  return {
    id: rule.id,
    line: ruleLine(named, lang),
    cite: said.cite,
    lines: said.quote === twin?.quote ? placeWords({ source: rule.source?.twin }, lang) : placeWords(rule, lang),
    quote: said.quote ?? "",
    notes: [
      ...(when === undefined ? [] : [when]),
      ...(prolongs === undefined ? [] : [bookWord(prolongs, lang)]),
      ...(about === undefined ? [] : [bookWord(about === "missing" ? "aboutMissing" : "aboutExpired", lang)]),
      ...(covered.length === 0 ? [] : [`${bookWord("covers", lang)}: ${covered.join("; ")}`]),
      ...(others.length === 0 ? [] : [`${word("phrases", "conflicts", lang)}: ${others.join("; ")}`]),
      ...(said.other === undefined ? [] : [said.other]),
    ],
    judges: rule.judges !== false,
  };
}

/** Citations of the rules whose documents a ground that consists in documents is about, each once; none: it names none. */
function coveredCites(rule: Rule, rules: readonly Rule[], cites: Around["cites"]): string[] {
  const covers = rule.kind === "refusal" ? (rule.covers ?? []) : [];
  const covered = rules.filter(
    (other) => other.kind === "document" && covers.some((provision) => isAtOrBelow(other, provision)),
  );
  return [...new Set(covered.map(({ id, cite }) => cites.get(id) ?? cite))];
}

const leftInWords = ({ what, cite, kinds }: NotHeld, lang: Language): LeftInWords => ({
  what,
  cite: citation(cite, lang),
  kinds: kinds.map((kind) => word("kinds", kind, lang)).join(", "),
});

const linesWords = ([first, last]: readonly [number, number], lang: Language): string =>
  first === last ? `${bookWord("line", lang)} ${first}` : `${bookWord("lines", lang)} ${first}–${last}`;

/** Where a rule's words stand: in lines of its text; or nowhere but in the rulebook, which was written by hand. */
function placeWords(
  {
    source,
    quote,
  }: { readonly source?: Pick<Source, "lines" | "place"> | undefined; readonly quote?: string },
  lang: Language,
): string {
  if (source?.place !== undefined) return sourcePlaceText(source.place, lang);
  if (source !== undefined) return linesWords(source.lines, lang);
  return quote === undefined ? "" : word("phrases", "byHand", lang);
}
