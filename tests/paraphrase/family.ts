import type { Act } from "./act.ts";
import type { Random } from "./random.ts";
import type { Writer } from "./write/writer.ts";

/** A family of made-up acts: one fault of reading, in the forms that the law gives it. */
export interface Family {
  readonly id: string;
  /** What its acts vary. */
  readonly shows: string;
  readonly make: (random: Random) => Act;
  /** How its acts are written down; Markdown and plain text where it does not tell. */
  readonly writers?: readonly Writer[];
}
