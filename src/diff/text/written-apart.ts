import type { Segment } from "./segments.ts";
import type { Token } from "./token.ts";

/** Letters of the second of two words at least that the one word has behind the first. */
const BEHIND = 4;

/** A segment without words that one side writes in two and the other in one. */
export function withoutWrittenApart({ removed, added }: Segment): Segment {
  const apart = [...partsOf(removed, added), ...partsOf(added, removed)];
  if (apart.length === 0) return { removed, added };
  const gone = new Set(apart.flat());
  return {
    removed: removed.filter((token) => !gone.has(token)),
    added: added.filter((token) => !gone.has(token)),
  };
}

/** Two words in a row, and the one of the other side that is both. */
const partsOf = (tokens: readonly Token[], others: readonly Token[]): readonly (readonly Token[])[] =>
  tokens.flatMap((first, at) => {
    const second = tokens[at + 1];
    if (second === undefined || second.start !== first.end + 1 || second.key.length < BEHIND) return [];
    const one = others.find(({ key }) => key.startsWith(first.key + second.key.slice(0, BEHIND)));
    return one === undefined ? [] : [[first, second, one]];
  });
