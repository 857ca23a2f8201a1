import fastDiff from "fast-diff";
import type { Token } from "./token.ts";

/** Words that one wording has in place of those of the other: what stands between two stretches that both have. */
export interface Segment {
  readonly removed: readonly Token[];
  readonly added: readonly Token[];
}

/** More words than this on a side are not aligned: the whole text is one segment. */
const MOST = 6000;
const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;
/** Small words at most between two changes that are one. */
const BRIDGE = 1;

/** In what stretches two texts differ, word by word. */
export function segmentsOf(old: readonly Token[], now: readonly Token[]): readonly Segment[] {
  if (old.length > MOST || now.length > MOST) return [{ removed: old, added: now }];
  const codes = new Map<string, string>();
  const coded = (tokens: readonly Token[]): string =>
    tokens.map(({ key }) => codes.get(key) ?? codeFor(key, codes)).join("");
  const segments: { removed: Token[]; added: Token[] }[] = [];
  let [left, right] = [0, 0];
  let same: readonly Token[] = [];
  for (const [change, { length }] of fastDiff(coded(old), coded(now))) {
    const [gone, come] = [old.slice(left, left + length), now.slice(right, right + length)];
    if (change !== fastDiff.INSERT) left += length;
    if (change !== fastDiff.DELETE) right += length;
    if (change === fastDiff.EQUAL) {
      same = gone;
      continue;
    }
    const last = segments.at(-1);
    const bridged = same.length <= BRIDGE && same.every(({ small }) => small);
    const open = last !== undefined && bridged ? last : { removed: [], added: [] };
    if (open !== last) segments.push(open);
    if (change === fastDiff.DELETE) open.removed.push(...gone);
    else open.added.push(...come);
    same = [];
  }
  return segments;
}

function codeFor(key: string, codes: Map<string, string>): string {
  const number = codes.size;
  const code = String.fromCharCode(number < SURROGATES ? number : number - SURROGATES + AFTER_SURROGATES);
  codes.set(key, code);
  return code;
}
