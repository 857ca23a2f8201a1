import type { Language } from "../../model/language.ts";
import type { LedgerEntry } from "../../model/ledger.ts";
import type { Parity } from "../../model/parity.ts";
import type { Candidate } from "../../model/rule.ts";
import type { TwinReading } from "../../model/twin.ts";
import { citation } from "../citation.ts";
import { wherePrinted } from "../source-place.ts";
import { otherRuleText, textName } from "./remark.ts";
import WORDS from "./words.json" with { type: "json" };

/** A text that has been held against the one in the other language. */
export interface HeldText {
  readonly file: string;
  readonly candidates: readonly Candidate[];
  readonly twin: HeldTwin;
}

/** The text it was held against. */
export interface HeldTwin {
  readonly text: { readonly file: string; readonly language: Language };
  /** Whether the two may be of one day. */
  readonly parity: Pick<Parity, "isOneVersion">;
  /** Rules that it has at words here which gave none. */
  readonly beside: ReadonlyMap<LedgerEntry, readonly Candidate[]>;
  /** Rules of it in provisions that the first text does not have. */
  readonly alone: readonly Candidate[];
}

const READINGS: readonly TwinReading[] = ["agrees", "in-part", "differs", "silent", "missing"];

/** How many rules read how in the other language's text, then each rule that was read in it alone, and where it would stand here. */
export function heldText(held: HeldText, lang: Language): string {
  const { candidates, twin } = held;
  const { text, parity, beside, alone } = twin;
  const named = (pattern: string): string =>
    pattern.replace("{text}", textName(text.language, lang)).replace("{file}", () => text.file);
  const counts = READINGS.reduce((said, reading) => {
    const count = candidates.filter((one) => one.twin?.reading === reading).length;
    return said.replace(`{${reading}}`, String(count));
  }, WORDS.counts[lang]);
  const left = [
    ...[...beside].flatMap(([entry, rules]) =>
      rules.map((rule) => [rule, hereText(entry, held, lang)] as const),
    ),
    ...alone.map((rule) => [rule, WORDS.nowhere[lang]] as const),
  ];
  return [
    named(counts),
    ...(parity.isOneVersion ? [] : [named(WORDS.versions[lang])]),
    ...(left.length === 0 ? [] : [WORDS.left[lang].replace("{count}", String(left.length))]),
    ...left.flatMap(([rule, here]) => [`  • ${otherRuleText(rule, lang)}`, `      ${here}`]),
    "",
  ].join("\n");
}

const hereText = (entry: LedgerEntry, { file }: HeldText, lang: Language): string =>
  `${WORDS.here[lang]}: ${citation(entry.cite, lang)} · ${wherePrinted({ ...entry, file }, lang)}`;
