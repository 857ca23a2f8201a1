import type { ServiceComparison } from "../model/change.ts";
import { assign, type Edge } from "./assignment.ts";
import type { ServiceRules } from "./version.ts";
import { beginning, likeness, profileOf, wordsOf } from "./words.ts";

/** Which service of the old version is which of the new one, by their keys, as a person states it. */
export interface StatedPair {
  readonly old: string;
  readonly new: string;
}

export interface ServicePair {
  readonly old?: ServiceRules;
  readonly new?: ServiceRules;
  readonly paired?: NonNullable<ServiceComparison["paired"]>;
  readonly likeness?: number;
}

/** Services less alike than this are two services. */
const ALIKE = 0.3;
/** A name changes more easily than what the service is about. */
const WEIGHT_OF_TEXT = 0.6;

/**
 * Finds the services that are the same on both sides: first as stated, then by name and content together, where words
 * that few services share weigh most. Key `0` is the act itself and pairs only with itself.
 */
export function pairServices(
  olds: readonly ServiceRules[],
  news: readonly ServiceRules[],
  stated: readonly StatedPair[] = [],
): readonly ServicePair[] {
  const pairs: ServicePair[] = stated.flatMap((pair) => {
    const [old, now] = [olds.find(({ key }) => key === pair.old), news.find(({ key }) => key === pair.new)];
    return old === undefined || now === undefined ? [] : [{ old, new: now, paired: "stated" as const }];
  });
  const left = olds.filter((service) => !pairs.some(({ old }) => old === service));
  const right = news.filter((service) => !pairs.some((pair) => pair.new === service));
  const alone = olds.length === 1 && news.length === 1 && left.length === 1 && right.length === 1;
  const alike = likenesses(left, right, [...olds, ...news]);
  const edges = alike.map((edge): Edge => ({ ...edge, cost: alone ? 0 : 1 - edge.cost }));
  const found = assign(left.length, right.length, edges, (1 - ALIKE) / 2);
  for (const [at, to] of found) {
    const [old, now] = [left[at], right[to]];
    if (old === undefined || now === undefined) continue;
    const how = alike.find((edge) => edge.left === at && edge.right === to)?.cost ?? 0;
    pairs.push({ old, new: now, paired: alone ? "alone" : "alike", likeness: Math.round(how * 100) / 100 });
  }
  const has = (service: ServiceRules): boolean =>
    pairs.some((pair) => pair.old === service || pair.new === service);
  return [
    ...[...pairs].sort((a, b) => olds.indexOf(a.old ?? NONE) - olds.indexOf(b.old ?? NONE)),
    ...olds.filter((service) => !has(service)).map((old) => ({ old })),
    ...news.filter((service) => !has(service)).map((now) => ({ new: now })),
  ];
}

const NONE: ServiceRules = { key: "", name: "", rules: [] };

/** How alike each old and each new service are, as edges whose cost is the likeness. */
function likenesses(
  olds: readonly ServiceRules[],
  news: readonly ServiceRules[],
  all: readonly ServiceRules[],
): readonly Edge[] {
  const weights = rarity(all);
  const [before, after] = [
    olds.map((service) => portrait(service, weights)),
    news.map((service) => portrait(service, weights)),
  ];
  return before.flatMap((old, left) =>
    after.flatMap((now, right) => {
      if ((old.key === "0") !== (now.key === "0")) return [];
      const name = likeness(old.name, now.name);
      const text = cosine(old, now);
      return [{ left, right, cost: Math.max(name, (1 - WEIGHT_OF_TEXT) * name + WEIGHT_OF_TEXT * text) }];
    }),
  );
}

const allWords = (service: ServiceRules): readonly string[] =>
  wordsOf(
    [service.name, service.text ?? service.rules.map(({ source }) => source?.quote ?? "").join(" ")].join(
      " ",
    ),
  )
    .filter((word) => !/\p{N}/u.test(word))
    .map(beginning);

function rarity(services: readonly ServiceRules[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const service of services)
    for (const word of new Set(allWords(service))) found.set(word, (found.get(word) ?? 0) + 1);
  return new Map([...found].map(([word, count]) => [word, Math.log((1 + services.length) / count)]));
}

function portrait(service: ServiceRules, weights: ReadonlyMap<string, number>) {
  const counts = new Map<string, number>();
  for (const word of allWords(service)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vector = new Map(
    [...counts].map(([word, count]) => [word, (1 + Math.log(count)) * (weights.get(word) ?? 0)]),
  );
  return {
    key: service.key,
    name: profileOf(wordsOf(service.name)),
    vector,
    length: Math.hypot(...vector.values()),
  };
}

type Portrait = ReturnType<typeof portrait>;

function cosine(one: Portrait, other: Portrait): number {
  let product = 0;
  for (const [word, weight] of one.vector) product += weight * (other.vector.get(word) ?? 0);
  return one.length * other.length === 0 ? 0 : product / (one.length * other.length);
}
