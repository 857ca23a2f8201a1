import type { Language } from "../../model/language.ts";
import {
  ACCOUNTS,
  isOpen,
  RISKS,
  sharesOf,
  unreadByRisk,
  type Account,
  type LedgerEntry,
  type PlainReason,
  type Risk,
  type Seen,
  type Shares,
} from "../../model/ledger.ts";
import type { Candidate } from "../../model/rule.ts";
import { citation } from "../citation.ts";
import { wherePrinted } from "../source-place.ts";
import { besideText } from "../twin/remark.ts";
import WORDS from "./words.json" with { type: "json" };

/** Why words hold no rule, or what speaks for one in words that were not read, for people. */
export const reasonWords = (reason: NonNullable<LedgerEntry["reason"]>, lang: Language): string =>
  WORDS.reasons[reason][lang];

/** Why somebody holds that words which were not read hold no rule: by the ledger's reason, in their own words, or both. */
export const whyPlain = (
  { reason, why }: { readonly reason?: PlainReason | undefined; readonly why?: string | undefined },
  lang: Language,
): string =>
  [...(reason === undefined ? [] : [reasonWords(reason, lang)]), ...(why === undefined ? [] : [why])].join(
    ": ",
  );

/** How likely unread words hold a rule, for people. */
export const riskWords = (risk: Risk, lang: Language): string => WORDS.risk[risk][lang];

/** A ledger that was made of a file. */
export interface LedgerOf {
  readonly file: string;
  readonly ledger: readonly LedgerEntry[];
  /** What people have made of its unread words, where decisions on the text are at hand. */
  readonly seen?: ReadonlyMap<LedgerEntry, Seen>;
  /** Rules that the text in the other language alone has, where that is at hand. */
  readonly twin?: { readonly beside: ReadonlyMap<LedgerEntry, readonly Candidate[]> };
}

/** A ledger for people: by service and account with the reasons, then the three shares, then what is unread. */
export function ledgerText(of: LedgerOf, lang: Language): string {
  const lines = [`${WORDS.head[lang]}: ${of.file}`];
  for (const service of new Set(of.ledger.map((entry) => entry.service))) {
    const own = of.ledger.filter((entry) => entry.service === service);
    lines.push("", service === 0 ? WORDS.act[lang] : `${WORDS.service[lang]} ${service}`);
    for (const account of ACCOUNTS) lines.push(...accountLines(own, account, lang));
  }
  return `${lines.join("\n")}\n\n${sharesText(of, lang)}\n${unreadText(of, lang)}`;
}

function accountLines(own: readonly LedgerEntry[], account: Account, lang: Language): string[] {
  const entries = own.filter((entry) => entry.account === account);
  const reasons = [...new Set(entries.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))];
  return [
    `  ${WORDS.accounts[account][lang]}: ${entries.length}`,
    ...reasons.map((reason) => {
      const count = entries.filter((entry) => entry.reason === reason).length;
      return `      ${reasonWords(reason, lang)}: ${count}`;
    }),
  ];
}

/** The unread words, the riskiest first; after them those that people have dismissed or made rules of. */
export function unreadText({ file, ledger, seen, twin }: LedgerOf, lang: Language): string {
  const unread = unreadByRisk(ledger);
  const entryLines = (entry: LedgerEntry): string[] => [
    ...wordsLines(entry, file, lang),
    ...(twin?.beside.get(entry) ?? []).map((rule) => `      ${besideText(rule, lang)}`),
  ];
  const isSeen = (entry: LedgerEntry): boolean => !isOpen(seen?.get(entry) ?? UNSEEN);
  const open = unread.filter((entry) => !isSeen(entry));
  const lines = [`${WORDS.risks[lang]}: ${open.length}`];
  for (const risk of RISKS) {
    const entries = open.filter((entry) => entry.risk === risk);
    if (entries.length > 0) lines.push("", `${riskWords(risk, lang)}: ${entries.length}`);
    for (const entry of entries) lines.push(...entryLines(entry));
  }
  const done = unread.filter(isSeen);
  if (done.length > 0) lines.push("", `${WORDS.seen[lang]}: ${done.length}`);
  for (const entry of done) lines.push(...entryLines(entry), ...seenLines(seen?.get(entry) ?? UNSEEN, lang));
  return `${lines.join("\n")}\n`;
}

const UNSEEN: Seen = { dismissed: [], rules: [] };

function wordsLines(entry: LedgerEntry, file: string, lang: Language): string[] {
  const { reason, quote, cite } = entry;
  const where = wherePrinted({ ...entry, file }, lang);
  return [
    `  • ${reason === undefined ? "" : reasonWords(reason, lang)}`,
    `      «${quote}»`,
    `      ${citation(cite, lang)} · ${where}`,
  ];
}

const seenLines = ({ dismissed, rules }: Seen, lang: Language): string[] => [
  ...dismissed.map(
    ({ by, at, reason, why }) =>
      `      ${WORDS.dismissed[lang]}: ${by}, ${at.slice(0, 10)} — ${whyPlain({ reason, why }, lang)}`,
  ),
  ...rules.map((rule) => `      ${WORDS.taken[lang]}: ${rule}`),
];

/** How much of a text gave rules, is plain, and is unread, on one line. */
export function sharesText({ file, ledger, seen }: LedgerOf, lang: Language): string {
  const shares = sharesOf(ledger);
  const parts = ACCOUNTS.map((account) => {
    const leaves = percent(shares, account, "leaves");
    const letters = percent(shares, account, "letters");
    return `${WORDS.accounts[account][lang]} ${leaves} (${letters})`;
  });
  const done = [...(seen?.values() ?? [])].filter((one) => !isOpen(one)).length;
  const ofThem = done === 0 ? "" : `, ${WORDS.ofThemSeen[lang]}: ${done}`;
  return `${file}: ${parts.join(" · ")}${ofThem} — ${WORDS.leaves[lang]} (${WORDS.letters[lang]})\n`;
}

function percent(shares: Shares, account: Account, of: "leaves" | "letters"): string {
  const all = ACCOUNTS.reduce((sum, one) => sum + shares[one][of], 0);
  return percentOf(shares[account][of], all);
}

/** Never 0 or 100 % of what is there, or of what is not all. */
export function percentOf(own: number, all: number): string {
  if (all === 0) return "0 %";
  const share = (own / all) * 100;
  if (own > 0 && share < 1) return "< 1 %";
  if (own < all && share > 99) return "> 99 %";
  return `${Math.round(share)} %`;
}
