import type { Score } from "./scoring.ts";

/** Rules of a band of confidence, and how many of them are right. */
export interface Band {
  readonly name: string;
  readonly rules: number;
  readonly right: number;
}

const EDGES = [
  ["sure ≥ 0.9", 0.9, 1.01],
  ["0.8 – 0.9", 0.8, 0.9],
  ["0.5 – 0.8", 0.5, 0.8],
  ["below 0.5", 0, 0.5],
] as const;

/** How many rules of each band are right; what debatable gold absorbs counts neither way. */
export function bands(scores: readonly Score[]): Band[] {
  return EDGES.map(([name, from, to]) => {
    const rows = scores.flatMap((score) =>
      score.within
        .filter((row) => !score.absorbed.has(row))
        .filter((row) => Number(row["confidence"]) >= from && Number(row["confidence"]) < to)
        .map((row) => score.right.has(row)),
    );
    return { name, rules: rows.length, right: rows.filter(Boolean).length };
  });
}
