import type { Rule } from "../../model/rule.ts";
import { beginning, likeness, profileOf } from "../words.ts";
import { joined, pathsOf } from "./joined.ts";
import { withForms } from "./level-forms.ts";
import { nameTheSame, withoutGiven } from "./given-names.ts";
import { leftoverOf, type Around, type Leftover, type Renamed, type Renumbered } from "./leftover.ts";
import { Namings } from "./namings.ts";
import { pairParts, worded, type PartPairs, type WordedPart } from "./pair-parts.ts";
import { knownIn, shortNamesOf, tokensOf, type Token } from "./token.ts";
import { segmentsOf } from "./segments.ts";
import type { VersionText, WordReader } from "./part.ts";
import type { Wording } from "../wording.ts";

/** Two parts that are the same part, and what of their words says something else. */
export interface PartPair {
  readonly old: WordedPart;
  readonly now: WordedPart;
  readonly leftover: readonly Leftover[];
}

/** The words of one service in two versions, part by part. */
export interface TextPairs {
  readonly pairs: readonly PartPair[];
  readonly removed: readonly WordedPart[];
  readonly added: readonly WordedPart[];
  readonly reader: WordReader;
}

/** Two parts at one place are the same part where so much of their letters is, in other forms of their words too. */
const MUCH_ALIKE = 0.5;

function lettersAlike(one: WordedPart, other: WordedPart): boolean {
  const [ours, theirs] = [one, other].map(({ words }) => profileOf(words.split(" ")));
  return ours !== undefined && theirs !== undefined && one.part.role === other.part.role
    ? likeness(ours, theirs) >= MUCH_ALIKE
    : false;
}

type Known = Pick<Around, "namings" | "reader" | "renumbered" | "renamed">;

/** One service by its number in each version. */
interface ServiceKeys {
  readonly old: string;
  readonly new: string;
}

/** Which parts of one service are the same part, without what differs in their words. */
export const pairedParts = (
  old: VersionText,
  now: VersionText,
  services: ServiceKeys,
  wording: Wording,
): PartPairs => partsOf(old, now, services, wording).parts;

/** The words that a version itself explains, read once though it stands between two others. */
function knownOf(version: VersionText, language: VersionText["language"]): readonly string[] {
  if (version.language.grammar !== language.grammar)
    return version.parts.flatMap(({ text }) => knownIn(text, language));
  const known = knownByVersion.get(version) ?? version.parts.flatMap(({ text }) => knownIn(text, language));
  knownByVersion.set(version, known);
  return known;
}

const knownByVersion = new WeakMap<VersionText, readonly string[]>();

function partsOf(
  old: VersionText,
  now: VersionText,
  services: ServiceKeys,
  wording: Wording,
): {
  readonly olds: readonly WordedPart[];
  readonly news: readonly WordedPart[];
  readonly parts: PartPairs;
  readonly reader: WordReader;
} {
  const known = new Set([...knownOf(old, now.language), ...knownOf(now, now.language)]);
  const reader = { ...now.language, wording, known };
  const ofService = ({ parts: all }: VersionText, key: string): readonly WordedPart[] =>
    all.filter(({ service }) => service === key).map((part) => worded(part, reader));
  const [all, allNow] = [ofService(old, services.old), ofService(now, services.new)];
  const [olds, news] = [withForms(all, allNow, reader), withForms(allNow, all, reader)];
  const parts = pairParts(
    joined(olds, news, reader),
    joined(news, olds, reader),
    (before, after) => nameTheSame(before, after, reader) || lettersAlike(before, after),
  );
  return { olds, news, parts, reader };
}

/** Pairs the parts of one service, and tells what of their words says something else. */
export function pairTexts(
  old: VersionText,
  now: VersionText,
  services: ServiceKeys,
  wording: Wording,
): TextPairs {
  const { olds, news, parts, reader } = partsOf(old, now, services, wording);
  const all = [...olds, ...news];
  const namings = new Namings(all, reader);
  const known = { namings, reader, renumbered: renumberedIn(parts), renamed: renamedIn(parts, reader) };
  return {
    pairs: parts.pairs.map(([before, after]) => ({
      old: before,
      now: after,
      leftover: withoutHeadings(leftOf(before, after, known), after, all),
    })),
    removed: parts.removed,
    added: parts.added,
    reader,
  };
}

/** What of two parts says something else; what gives another thing a name at the same place is told with that name. */
function leftOf(before: WordedPart, after: WordedPart, known: Known): readonly Leftover[] {
  if (before.words === after.words) return [];
  const renamed = shareHalf(before, after) ? known.renamed : [];
  const left = leftoverOf({ ...known, renamed, old: before.tokens, now: after.tokens });
  return withoutGiven(left, before, after, known.reader);
}

function shareHalf({ stems }: WordedPart, other: WordedPart): boolean {
  const there = new Set(other.stems);
  return stems.filter((stem) => there.has(stem)).length * 2 >= Math.max(stems.length, other.stems.length);
}

/** What differs in a form, less the headings of its annex and of the next: whether they stand in it is a matter of layout. */
function withoutHeadings(
  leftover: readonly Leftover[],
  { part: { role, path } }: WordedPart,
  parts: readonly WordedPart[],
): readonly Leftover[] {
  if (role !== "form" || leftover.length === 0) return leftover;
  const titles = parts.filter(({ part }) => part.role === "title");
  const own = titles.filter(({ part }) => path.startsWith(`${part.path}/`));
  const keysOf = (some: readonly WordedPart[]): ReadonlySet<string> =>
    new Set(some.flatMap(({ tokens }) => tokens.map(({ key }) => key)));
  const headings = keysOf(own);
  const all = new Set([...keysOf(titles)].map(beginning));
  const left = (tokens: readonly Token[]): readonly Token[] => {
    const rest = tokens.filter(({ key }) => !headings.has(key));
    const strange = rest.filter(
      ({ key, small }) => !small && !all.has(beginning(key)) && !key.startsWith("#"),
    );
    return strange.length <= HEADS && tokens.length > LONG_HEADING ? [] : rest;
  };
  return leftover
    .map(({ removed, added }) => ({ removed: left(removed), added: left(added) }))
    .filter(({ removed, added }) => removed.length + added.length > 0);
}

/** Words of an annex's head that no title has: what it is called, and what it belongs to. */
const HEADS = 2;
/** So many words of titles in a row are a heading, and no blank to fill in. */
const LONG_HEADING = 8;

function renumberedIn({ pairs }: PartPairs): Renumbered {
  const renumbered = new Map<string, string>();
  for (const [old, now] of pairs) {
    const [from, to] = [old.part.label, now.part.label];
    if (from !== undefined && to !== undefined && from !== to) renumbered.set(from, to);
  }
  return renumbered;
}

/** Short names that one part gives to what it names, another on each side. */
function renamedIn({ pairs }: PartPairs, reader: WordReader): readonly Renamed[] {
  return pairs.flatMap(([old, now]) => {
    const [before = [], after = []] = [old, now].map(({ part }) =>
      shortNamesOf(part.text, reader).map(({ name }) => name),
    );
    const [from] = before.filter((name) => !after.includes(name));
    const [to] = after.filter((name) => !before.includes(name));
    if (from === undefined || to === undefined) return [];
    const stems = (text: string): readonly string[] =>
      tokensOf(text, reader)
        .filter(({ small }) => !small)
        .map(({ key }) => beginning(key));
    const names = [...stems(from), ...stems(to)];
    const meaning = segmentsOf(old.tokens, now.tokens)
      .map(({ removed, added }) =>
        [...removed, ...added].filter(({ small }) => !small).map(({ key }) => beginning(key)),
      )
      .filter((words) => words.some((stem) => names.includes(stem)));
    return [{ names, meaning: meaning.flat() }];
  });
}

/** The parts that bind, by their paths. */
function partsByPath(parts: readonly WordedPart[]): ReadonlyMap<string, WordedPart> {
  const found = new Map<string, WordedPart>();
  for (const one of parts)
    if (one.part.role === "law") for (const path of pathsOf(one.part)) found.set(path, one);
  return found;
}

/** Which parts are the same part, asked from the rules that stand in them. */
export class Twins {
  readonly #old: ReadonlyMap<string, WordedPart>;
  readonly #now: ReadonlyMap<string, WordedPart>;
  readonly #ofOld: ReadonlyMap<WordedPart, PartPair>;
  readonly #ofNow: ReadonlyMap<WordedPart, PartPair>;

  constructor({ pairs, removed, added }: TextPairs) {
    this.#old = partsByPath([...pairs.map(({ old }) => old), ...removed]);
    this.#now = partsByPath([...pairs.map(({ now }) => now), ...added]);
    this.#ofOld = new Map(pairs.map((pair) => [pair.old, pair]));
    this.#ofNow = new Map(pairs.map((pair) => [pair.now, pair]));
  }

  /** The pair of parts that a rule of a side stands in. */
  pairOf({ path = "" }: Rule, side: "old" | "new"): PartPair | undefined {
    const part = (side === "old" ? this.#old : this.#now).get(path);
    return part === undefined ? undefined : (side === "old" ? this.#ofOld : this.#ofNow).get(part);
  }

  /** Whether two rules stand in the same part, in two different ones, or nobody knows. */
  together(old: Rule, now: Rule): "same" | "other" | "unknown" {
    const known = this.#old.has(old.path ?? "") && this.#now.has(now.path ?? "");
    if (!known) return "unknown";
    const pair = this.pairOf(old, "old");
    return pair !== undefined && pair === this.pairOf(now, "new") ? "same" : "other";
  }
}
