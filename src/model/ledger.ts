import type { SourcePlace } from "./source-place.ts";
import type { Span } from "./span.ts";

/** What became of the words of a text: a rule, words that hold none for a reason, or not read. */
export const ACCOUNTS = ["rule", "plain", "unread"] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Why words hold no rule; each has a sign of its own by which it is known. */
export const PLAIN_REASONS = [
  "title",
  "note",
  "form",
  "signature",
  "contacts",
  "definition",
  "reference",
  "purpose",
  "named",
  "none",
  "step",
  "act",
  "appeal",
  "information",
  "provider-gets",
  "lead",
] as const;
export type PlainReason = (typeof PLAIN_REASONS)[number];

/** What speaks for a rule in words that were not read; `words` where nothing is known of them. */
export type UnreadReason =
  | "row"
  | "item"
  | "amount"
  | "clock"
  | "money"
  | "refusal"
  | "paper"
  | "duty"
  | "holder"
  | "way"
  | "condition"
  | "form"
  | "words";

/** How likely unread words hold a rule, the likeliest first. */
export const RISKS = ["highest", "high", "some", "low"] as const;
export type Risk = (typeof RISKS)[number];

/** Whether unread words have a sign of a rule in them that is seldom there without one. */
export const isRisky = ({ risk }: { readonly risk?: Risk }): boolean => risk === "highest" || risk === "high";

/** What became of some words of one leaf of the tree. Every letter of a leaf belongs to exactly one entry. */
export interface LedgerEntry {
  readonly path: string;
  readonly cite: string;
  readonly service: number;
  /** First and last line of the file that the words touch, from 1. */
  readonly lines: readonly [first: number, last: number];
  /** Where they begin in a file that has no lines to count. */
  readonly place?: SourcePlace;
  /** Places of the words in the ingested text, in UTF-16 units. */
  readonly spans: readonly Span[];
  /** The repaired words; ` … ` stands where words of another entry lie between. */
  readonly quote: string;
  readonly account: Account;
  /** Ids of the rules that the words gave. */
  readonly rules: readonly string[];
  /** Absent where the words gave rules. */
  readonly reason?: PlainReason | UnreadReason;
  /** Present where the words are unread. */
  readonly risk?: Risk;
}

/** What people have made of words that were not read: nothing, as long as both lists are empty. */
export interface Seen {
  /** Who has dismissed the words as holding no rule, and why. */
  readonly dismissed: readonly {
    readonly by: string;
    readonly at: string;
    readonly reason?: PlainReason;
    readonly why?: string;
  }[];
  /** Ids of the rules that people have taken from them. */
  readonly rules: readonly string[];
}

/** Whether nobody has looked at unread words yet. */
export const isOpen = ({ dismissed, rules }: Seen): boolean => dismissed.length === 0 && rules.length === 0;

/** How many leaves and letters of a text gave rules, are plain, and are unread. */
export type Shares = Readonly<Record<Account, { readonly leaves: number; readonly letters: number }>>;

/** The shares of a ledger. A leaf some of whose words are unread counts as unread, and as a rule before it counts as plain. */
export function sharesOf(ledger: readonly LedgerEntry[]): Shares {
  const letters = { rule: 0, plain: 0, unread: 0 };
  const leaves = { rule: 0, plain: 0, unread: 0 };
  const ofLeaf = new Map<string, Account>();
  for (const { path, account, quote } of ledger) {
    letters[account] += lettersOf(quote);
    const known = ofLeaf.get(path) ?? "plain";
    ofLeaf.set(path, WORST_ACCOUNTS.find((one) => one === known || one === account) ?? account);
  }
  for (const account of ofLeaf.values()) leaves[account] += 1;
  const share = (account: Account) => ({ leaves: leaves[account], letters: letters[account] });
  return { rule: share("rule"), plain: share("plain"), unread: share("unread") };
}

/** What became of words, that first which tells least of them. */
export const WORST_ACCOUNTS: readonly Account[] = ["unread", "rule", "plain"];

/** Letters and digits of some words: what a text says, without its signs. */
export const lettersOf = (words: string): number => words.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0;

/** Whatever has a risk, the riskiest first, those of one risk as they come; what has none is left out. */
export const byRisk = <Item>(
  items: readonly Item[],
  riskOf: (item: Item) => Risk | undefined,
): readonly Item[] => RISKS.flatMap((risk) => items.filter((item) => riskOf(item) === risk));

/** The unread entries of a ledger, the riskiest first, those of one risk in the order of the text. */
export const unreadByRisk = (ledger: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  byRisk(ledger, ({ risk }) => risk);
