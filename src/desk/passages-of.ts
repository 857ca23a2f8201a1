import type { Passage } from "../model/passage.ts";
import type { Provision } from "../structure/provision.ts";

/** The words of a provision itself, without those of its parts, in the order of the text. */
export const passagesOf = ({ head, title, rowLabel, passage }: Provision): readonly Passage[] =>
  [head, title, rowLabel, passage].filter((words) => words !== undefined);
