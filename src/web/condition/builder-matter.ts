import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Names } from "../../report/names.ts";

/** What the fields of a condition are shown with. */
export interface BuilderMatter {
  readonly vocabulary: Vocabulary;
  readonly names: Names;
}
