import type { Language } from "../model/language.ts";
import { citation, citedParts, type KnownPart, type OwnerName } from "./citation.ts";
import OWNERS from "./citation-owners.json" with { type: "json" };
import LEGAL from "./legal-words.json" with { type: "json" };

/**
 * A provision as a lawyer cites it: `Қағидалардың 12-тармағының 3) тармақшасы`, `подпункт 3) пункта 12 Правил`. Clauses run
 * through a whole regulation, so that its chapters are left out; of the annexes the innermost is named. `own`: what the
 * regulation is; absent: it is not named. What no list names stays as it is cited.
 */
export function legalCitation(cite: string, language: Language, own?: OwnerName): string {
  const parts = citedParts(cite);
  if (parts === undefined) return citation(cite, language);
  const chain = chainOf(parts);
  const first = chain[0];
  // To what an annex belongs that does not say it, nobody knows.
  const isOwn = first !== undefined && !IS_ANNEX.has(first.name) && !IS_ACT.has(first.name);
  const owner = isOwn ? own : undefined;
  return language === "kk" ? kazakh(chain, owner) : outward(chain, owner, language);
}

/** What a regulation is, by its name or by the title of the act that approves it. */
export function ownerNamed(name: string): OwnerName | undefined {
  const title = name.toLocaleLowerCase();
  const found = (Object.keys(LEGAL.owners) as OwnerName[]).flatMap((owner) => {
    const { kk, ru } = LEGAL.owners[owner].named;
    const at = [...kk, ...ru].map((stem) => title.indexOf(stem)).filter((index) => index >= 0);
    return at.length === 0 ? [] : [{ owner, at: Math.min(...at) }];
  });
  return found.toSorted((one, other) => one.at - other.at)[0]?.owner;
}

/** What the annexes of a regulation say that it is, in their citations. */
export function ownerCited(cites: readonly string[]): OwnerName | undefined {
  const owners = cites.flatMap((cite) => citedParts(cite) ?? []).flatMap(({ owner }) => owner ?? []);
  return owners.find((owner) => !IS_ACT.has(owner) && owner !== "it");
}

const IS_ACT: ReadonlySet<string> = new Set(["order", "resolution", "decision"]);
const IS_ANNEX: ReadonlySet<string> = new Set(["annex", "bare-annex"]);
/** What is cited without the chapter and the table around it. */
const BY_ITSELF: Readonly<Record<string, ReadonlySet<string>>> = {
  chapter: new Set(["clause", "item"]),
  table: new Set(["row"]),
};

/** An annex that says what it belongs to. */
const belongs = ({ owner }: KnownPart): boolean => owner !== undefined;

/** The parts that a lawyer names, from the widest to the narrowest. */
function chainOf(parts: readonly KnownPart[]): readonly KnownPart[] {
  const annexes = parts.findIndex(({ name }) => !IS_ANNEX.has(name));
  const inner = annexes < 0 ? parts.slice(-1) : parts.slice(Math.max(0, annexes - 1));
  const [first, second] = inner;
  // The annex that holds chapters and clauses is the regulation itself.
  const isRegulation =
    first !== undefined &&
    IS_ANNEX.has(first.name) &&
    !belongs(first) &&
    (second?.name === "chapter" || second?.name === "clause");
  return (isRegulation ? inner.slice(1) : inner).filter(
    ({ name }, at, all) => BY_ITSELF[name]?.has(all[at + 1]?.name ?? "") !== true,
  );
}

/** From the widest to the narrowest: each in the genitive, and the last belonging to the one before it. */
function kazakh(chain: readonly KnownPart[], owner: OwnerName | undefined): string {
  const words = chain.map((part, at) => {
    const [base, ofBase, its, ofIts] = LEGAL.parts[part.name].kk as [string, string, string, string];
    const last = at === chain.length - 1;
    const isFirst = at === 0 && owner === undefined;
    const form = belongs(part) || isFirst ? (last ? base : ofBase) : last ? its : ofIts;
    const told = form.replace("{n}", part.number);
    return withOwner(told, part, "kk");
  });
  return [...(owner === undefined ? [] : [LEGAL.owners[owner].kk]), ...words].join(" ");
}

/** An annex with what it belongs to; any other part as it is. */
const withOwner = (told: string, { owner }: KnownPart, language: Language): string =>
  owner === undefined
    ? told
    : LEGAL.annexTo[language].replace("{annex}", told).replace("{owner}", OWNERS.owners[owner][language]);

/** From the narrowest to the widest, each of the next. */
function outward(chain: readonly KnownPart[], owner: OwnerName | undefined, language: "ru" | "en"): string {
  const words = chain.toReversed().map((part, at) => {
    const told = (
      language === "en" ? LEGAL.parts[part.name].en : (LEGAL.parts[part.name].ru[at === 0 ? 0 : 1] ?? "")
    ).replace("{n}", part.number);
    return withOwner(told, part, language);
  });
  const all = [...words, ...(owner === undefined ? [] : [LEGAL.owners[owner][language]])];
  return language === "en" ? all.join(" of ") : all.join(" ");
}
