import type { Language } from "../../model/language.ts";
import {
  ACCOUNTS,
  RISKS,
  sharesOf,
  unreadByRisk,
  type Account,
  type LedgerEntry,
  type Shares,
} from "../../model/ledger.ts";
import WORDS from "./words.json" with { type: "json" };

/** A ledger that was made of a file. */
export interface LedgerOf {
  readonly file: string;
  readonly ledger: readonly LedgerEntry[];
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
      return `      ${WORDS.reasons[reason][lang]}: ${count}`;
    }),
  ];
}

/** The unread words, the riskiest first. */
export function unreadText({ file, ledger }: LedgerOf, lang: Language): string {
  const unread = unreadByRisk(ledger);
  const lines = [`${WORDS.risks[lang]}: ${unread.length}`];
  for (const risk of RISKS) {
    const entries = unread.filter((entry) => entry.risk === risk);
    if (entries.length > 0) lines.push("", `${WORDS.risk[risk][lang]}: ${entries.length}`);
    for (const { reason, quote, cite, lines: place } of entries) {
      const [first, last] = place;
      const where = `${file}:${first === last ? first : `${first}–${last}`}`;
      lines.push(`  • ${reason === undefined ? "" : WORDS.reasons[reason][lang]}`);
      lines.push(`      «${quote}»`, `      ${cite} · ${where}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** How much of a text gave rules, is plain, and is unread, on one line. */
export function sharesText({ file, ledger }: LedgerOf, lang: Language): string {
  const shares = sharesOf(ledger);
  const parts = ACCOUNTS.map((account) => {
    const leaves = percent(shares, account, "leaves");
    const letters = percent(shares, account, "letters");
    return `${WORDS.accounts[account][lang]} ${leaves} (${letters})`;
  });
  return `${file}: ${parts.join(" · ")} — ${WORDS.leaves[lang]} (${WORDS.letters[lang]})\n`;
}

/** Never 0 or 100 % of what is there, or of what is not all. */
function percent(shares: Shares, account: Account, of: "leaves" | "letters"): string {
  const all = ACCOUNTS.reduce((sum, one) => sum + shares[one][of], 0);
  const own = shares[account][of];
  if (all === 0) return "0 %";
  const share = (own / all) * 100;
  if (own > 0 && share < 1) return "< 1 %";
  if (own < all && share > 99) return "> 99 %";
  return `${Math.round(share)} %`;
}
