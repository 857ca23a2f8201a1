import { owning } from "../act.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";
import { flowing } from "../write/flowing.ts";
import { lineByLine } from "../write/line-by-line.ts";
import { subjects } from "./subjects.ts";

/** The same acts as text that has lost its layout. */
export const layout: Family = {
  id: "layout",
  shows: "one paragraph a line without empty lines, and what a page gives that was read without its layout",
  writers: [lineByLine, flowing],
  make: (random) => owning(random.chance(0.5) ? frame(random) : subjects.make(random)),
};
