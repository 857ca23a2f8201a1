import type { Mark } from "../extract/marks.ts";
import type { Statement } from "../extract/statement.ts";
import type { Cue } from "../language/cues.ts";
import type { Span } from "../model/span.ts";

/** Whether a statement has one of the cues. */
export const isMarked = (statement: Pick<Statement, "marks">, ...cues: readonly Cue[]): boolean =>
  cues.some((cue) => statement.marks.has(cue));

/** Where a cue stands in a statement. */
export const marksFor = (statement: Pick<Statement, "marks">, cue: Cue): readonly Mark[] =>
  statement.marks.get(cue) ?? [];

/** The words from a mark's first to its last, in their passage. */
export const wordsAt = ({ words }: Statement, { from, to }: Mark): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
});
