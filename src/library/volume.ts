import { compile } from "../compile/compile.ts";
import type { Plan } from "../compile/plan.ts";
import type { ReadRulebook } from "../files/read-rulebook.ts";
import { dateOf } from "../model/in-force.ts";
import { Trouble } from "../model/trouble.ts";
import { vocabularyWith } from "../model/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../model/vocabulary.ts";

/** One version of a service's rules, made ready when it is first asked for. */
export interface Volume extends ReadRulebook {
  readonly plan: () => Plan;
  /** The same for the book with other rules in it: those of the law beneath. */
  readonly planWith: (book: Rulebook) => Plan;
  /** The common vocabulary with the book's own. */
  readonly vocabulary: Vocabulary;
}

/** A rulebook as a volume, with the vocabulary that gives its facts their types. */
export function volumeOf(read: ReadRulebook, common: Vocabulary): Volume {
  const vocabulary = vocabularyWith(common, read.book.vocabulary);
  let plan: Plan | undefined;
  return {
    ...read,
    vocabulary,
    plan: () => (plan ??= planOf(read, vocabulary)),
    planWith: (book) => planOf({ ...read, book }, vocabulary),
  };
}

/** A rulebook made ready; where its conditions are too entangled for that, `Trouble` that names its file. */
function planOf({ book, file }: ReadRulebook, vocabulary: Vocabulary): Plan {
  try {
    return compile(book, vocabulary);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Trouble(error.message, { file, wayOut: "Split its conditions into rules of their own." });
  }
}

/** Later versions come first. */
export const latestFirst = (a: Volume, b: Volume): number => (firstDay(a.book) < firstDay(b.book) ? 1 : -1);

const firstDay = ({ inForce, act }: Rulebook): string =>
  (inForce === undefined ? undefined : dateOf(inForce.from)) ?? inForce?.adopted ?? act?.date ?? "";
