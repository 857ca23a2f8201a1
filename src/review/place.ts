import type { Candidate } from "../model/rule.ts";
import { sourceSpans } from "../model/passage.ts";
import type { Span } from "../model/span.ts";
import type { Anchor } from "./decision.ts";
import { print } from "../model/print.ts";
import { provisions, type ProvisionWords, type Reading } from "./reading.ts";
import { coverage, likeness, scrambledKey, wordsKey, wordsPrint } from "./words.ts";

/**
 * Where the words of a decision stand now. `sound`: where they stood; `moved`: at another place; `stale`: they were
 * changed; `lost`: they are gone. `requoted`: the reader now takes more or fewer words of an unchanged provision.
 */
export interface Placed {
  readonly standing: "sound" | "moved" | "stale" | "lost";
  readonly requoted?: true;
  /** The candidate that the decision is on, where the reader still proposes one. */
  readonly candidate?: Candidate;
  /** Where the text, and no candidate, has the words. */
  readonly found?: Found;
}
export interface Found {
  readonly path: string;
  readonly cite: string;
  readonly spans: readonly Span[];
  readonly quote: string;
}

/**
 * Print of a candidate's own fields, to see whether the reader reads the same words otherwise; what another text says of it
 * is none of them.
 */
export const printOf = (candidate: Candidate): string =>
  print({ ...candidate, id: "", path: "", cite: "", source: "", confidence: 0, service: 0, twin: undefined });

/** One decided rule to be found again in a reading. */
export interface Sought {
  readonly rule: string;
  readonly anchor: Anchor;
}

/**
 * Finds each decided rule's words in a reading. A candidate goes to one rule only: the surest matches are made first,
 * for all rules, and weaker ones with what is left.
 */
export function place(sought: readonly Sought[], reading: Reading): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  const free = new Set(reading.candidates);
  const provisionAt = provisions(reading.leaves);
  const steps: readonly Step[] = [
    sameWordsSamePlace,
    sameWordsScrambled,
    inUnchangedText,
    sameWordsElsewhere,
    inText,
    changed,
  ];
  for (const step of steps)
    for (const one of sought) {
      if (placed.has(one.rule)) continue;
      const result = step(one.anchor, free, provisionAt, reading);
      if (result === undefined) continue;
      placed.set(one.rule, result);
      if (result.candidate !== undefined) free.delete(result.candidate);
    }
  for (const one of sought) if (!placed.has(one.rule)) placed.set(one.rule, { standing: "lost" });
  return placed;
}

type Step = (
  anchor: Anchor,
  free: ReadonlySet<Candidate>,
  provisionAt: (path: string) => ProvisionWords | undefined,
  reading: Reading,
) => Placed | undefined;

const sameWordsSamePlace: Step = (anchor, free, _provisionAt, reading) => {
  const key = wordsKey(anchor.words);
  const same = reading.candidates.filter((one) => isAt(anchor, one) && wordsKey(one.source.quote) === key);
  const candidate = choose(anchor, same, free);
  return candidate && { standing: "sound", candidate };
};

/** Of candidates with the same words: the one that says what was seen then, else the one of the same number. */
function choose(
  anchor: Anchor,
  same: readonly Candidate[],
  free: ReadonlySet<Candidate>,
): Candidate | undefined {
  const numbered = same[anchor.ordinal - 1];
  const says = (one: Candidate): boolean => anchor.seen === undefined || printOf(one) === anchor.seen;
  if (numbered !== undefined && free.has(numbered) && says(numbered)) return numbered;
  const left = same.filter((one) => free.has(one));
  return left.find(says) ?? (numbered !== undefined && free.has(numbered) ? numbered : left[0]);
}

/** The same words in another order (layout had displaced some) count only where the reader reads the same from them. */
const sameWordsScrambled: Step = (anchor, free) => {
  const key = scrambledKey(anchor.words);
  const candidate = [...free].find(
    (one) => isAt(anchor, one) && printOf(one) === anchor.seen && scrambledKey(one.source.quote) === key,
  );
  return candidate && { standing: "sound", candidate };
};

/** The provision has not changed by a word: whatever the reader makes of it now, what was decided still stands there. */
const inUnchangedText: Step = (anchor, free, provisionAt) => {
  const provision = provisionAt(anchor.path);
  if (provision === undefined) return undefined;
  const unchanged = anchor.around !== undefined && wordsPrint(provision.passage.text) === anchor.around;
  const found = find(anchor, provision);
  // Where there is no print of the provision (an older or hand-made line), words that still stand there are enough.
  if (!unchanged && (anchor.around !== undefined || found === undefined)) return undefined;
  const candidate = overlapping(anchor, found, free);
  if (candidate === undefined && found === undefined) return undefined;
  const requoted = anchor.seen === undefined ? {} : { requoted: true as const };
  return { standing: "sound", ...requoted, ...(candidate && { candidate }), ...(found && { found }) };
};

const sameWordsElsewhere: Step = (anchor, free) => {
  const key = wordsKey(anchor.words);
  const same = [...free].filter((one) => one.kind === anchor.kind && wordsKey(one.source.quote) === key);
  const candidate = same.find((one) => printOf(one) === anchor.seen) ?? same[0];
  return candidate && { standing: "moved", candidate };
};

/**
 * No candidate has these words any more, but the text does. Of a rule that a person added, where they stood or at one
 * other place; of a rule that was read, at one other place only: where they stood, the words around them have changed.
 */
const inText: Step = (anchor, free, provisionAt, reading) => {
  const at = provisionAt(anchor.path);
  const here = at && find(anchor, at);
  if (here !== undefined && anchor.seen !== undefined) return undefined;
  const found = here ?? onlyPlace(anchor, provisionAt, reading);
  if (found === undefined) return undefined;
  const candidate = overlapping({ ...anchor, path: found.path }, found, free);
  return { standing: here ? "sound" : "moved", found, ...(candidate && { candidate }) };
};

function onlyPlace(
  anchor: Anchor,
  provisionAt: (path: string) => ProvisionWords | undefined,
  reading: Reading,
): Found | undefined {
  const paths = [...new Set(reading.leaves.map((leaf) => leaf.path))];
  const found = paths.map(provisionAt).flatMap((one) => (one && find(anchor, one)) ?? []);
  // A provision holds what stands below it: the innermost place of several that hold each other counts.
  const inner = found.filter((one) => !found.some((other) => other.path.startsWith(`${one.path}/`)));
  return inner.length === 1 ? inner[0] : undefined;
}

/** Below this, two texts have little more in common than the words every regulation is made of. */
const ALIKE_HERE = 0.35;
const ALIKE_ELSEWHERE = 0.7;
/** So much of a rule's words have to be left in its provision for it to be changed rather than gone. */
const STILL_THERE = 0.5;

const changed: Step = (anchor, free, provisionAt) => {
  let best: { candidate: Candidate; alike: number } | undefined;
  for (const candidate of free) {
    if (candidate.kind !== anchor.kind) continue;
    const alike = likeness(anchor.words, candidate.source.quote);
    if (alike < (candidate.path === anchor.path ? ALIKE_HERE : ALIKE_ELSEWHERE)) continue;
    if (best === undefined || alike > best.alike) best = { candidate, alike };
  }
  if (best !== undefined) return { standing: "stale", candidate: best.candidate };
  const provision = provisionAt(anchor.path);
  const left = provision === undefined ? 0 : coverage(anchor.words, provision.passage.text);
  return left >= STILL_THERE ? { standing: "stale" } : undefined;
};

const isAt = (anchor: Anchor, one: Candidate): boolean =>
  one.kind === anchor.kind && one.path === anchor.path;

/** Where a provision has the words of the anchor. */
export function find(anchor: Pick<Anchor, "words">, provision: ProvisionWords): Found | undefined {
  const key = wordsKey(anchor.words);
  const at = key === "" ? -1 : provision.key.indexOf(key);
  if (at < 0) return undefined;
  const start = provision.offsets[at] ?? 0;
  const end = (provision.offsets[at + key.length - 1] ?? 0) + 1;
  const spans = sourceSpans(provision.passage, start, end);
  return {
    path: provision.path,
    cite: provision.cite,
    spans,
    quote: provision.passage.text.slice(start, end),
  };
}

/** The free candidate of the same kind in the same provision that shares most of the found words. */
function overlapping(
  anchor: Anchor,
  found: Found | undefined,
  free: ReadonlySet<Candidate>,
): Candidate | undefined {
  let best: { candidate: Candidate; shared: number } | undefined;
  for (const candidate of free) {
    if (!isAt(anchor, candidate)) continue;
    const shared = found
      ? overlap(found.spans, candidate.source.spans)
      : likeness(anchor.words, candidate.source.quote);
    const says = printOf(candidate) === anchor.seen ? shared * 2 : shared;
    if (shared > 0 && (best === undefined || says > best.shared)) best = { candidate, shared: says };
  }
  return best?.candidate;
}

function overlap(left: readonly Span[], right: readonly Span[]): number {
  let units = 0;
  for (const a of left)
    for (const b of right) units += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return units;
}
