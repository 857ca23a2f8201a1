import type { FactValue } from "../../src/model/condition.ts";
import { CHANNELS, type Channel, type Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { everyWay } from "./made-books.ts";
import { conditionsOf, valuesOf } from "./completions.ts";
import { comparisonsIn, covers, truth, type Told } from "./meaning.ts";

/** Whether a rule with a condition in facts or a finding of its own stands against a request; undefined has none. */
function standsAgainst(rule: Rule, told: Told): boolean | undefined {
  if (rule.kind === "eligibility" && rule.when !== undefined) return truth(rule.when, told) !== true;
  if (rule.kind !== "refusal" || rule.aboutDocuments !== undefined || rule.effect === "hold")
    return undefined;
  return rule.when === undefined ? told[`finding:${rule.id}`] === true : truth(rule.when, told) === true;
}

/** A ground that facts or findings can make hold, with the smallest sets of rules that hold together with it. */
export interface Ground {
  readonly rule: string;
  readonly smallest: readonly string[];
}

/** Every ground of a book that some request can meet, by going through all of them. */
export function groundsOf(book: Rulebook, vocabulary: Vocabulary): Ground[] {
  const smallest = new Map<string, { size: number; sets: Set<string> }>();
  for (const channel of offeredBy(book))
    for (const holding of holdingSets(book, channel, vocabulary))
      for (const rule of holding) {
        const there = smallest.get(rule);
        if (there !== undefined && there.size < holding.length) continue;
        const sets = there?.size === holding.length ? there.sets : new Set<string>();
        smallest.set(rule, { size: holding.length, sets: sets.add(holding.join("\n")) });
      }
  return [...smallest].map(([rule, { sets }]) => ({ rule, smallest: [...sets] }));
}

export function offeredBy(book: Rulebook): Channel[] {
  const ways = book.rules.filter((rule) => rule.kind === "channel");
  return CHANNELS.filter((channel) => ways.length === 0 || ways.some((rule) => rule.channel === channel));
}

function holdingSets(book: Rulebook, channel: Channel, vocabulary: Vocabulary): string[][] {
  const rules = book.rules.filter(
    (rule) => rule.judges !== false && covers(rule, channel) && standsAgainst(rule, {}) !== undefined,
  );
  const ids = new Set(
    conditionsOf({ ...book, rules })
      .flatMap(comparisonsIn)
      .map(({ fact }) => fact),
  );
  for (const rule of rules)
    if (rule.kind === "refusal" && rule.when === undefined) ids.add(`finding:${rule.id}`);
  const domains = Object.fromEntries([...ids].map((id) => [id, valuesOf(book, id, vocabulary)]));
  const ways = everyWay({ ...domains, channel: [channel] as FactValue[] });
  return ways.map((told) => rules.filter((rule) => standsAgainst(rule, told) === true).map(({ id }) => id));
}
