import { alignedWords } from "../aligned-words.ts";
import type { Token } from "./token.ts";

/** Words that one wording has in place of those of the other: what stands between two stretches that both have. */
export interface Segment {
  readonly removed: readonly Token[];
  readonly added: readonly Token[];
}

/** More words than this on a side are not aligned: the whole text is one segment. */
const MOST = 6000;
/** Small words at most between two changes that are one. */
const BRIDGE = 1;

/** In what stretches two texts differ, word by word. */
export function segmentsOf(old: readonly Token[], now: readonly Token[]): readonly Segment[] {
  if (old.length > MOST || now.length > MOST) return [{ removed: old, added: now }];
  const segments: { removed: Token[]; added: Token[] }[] = [];
  let same: readonly Token[] = [];
  for (const { is, words } of alignedWords(old, now, ({ key }) => key)) {
    if (is === "same") {
      same = words;
      continue;
    }
    const last = segments.at(-1);
    const bridged = same.length <= BRIDGE && same.every(({ small }) => small);
    const open = last !== undefined && bridged ? last : { removed: [], added: [] };
    if (open !== last) segments.push(open);
    open[is].push(...words);
    same = [];
  }
  return segments;
}
