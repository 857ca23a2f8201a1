import { owning } from "../act.ts";
import type { Family } from "../family.ts";
import { frame } from "../frame/frame.ts";

/** The act that the other families put their sentences in: what is read wrongly here they do not count. */
export const usual: Family = {
  id: "usual",
  shows: "usual acts with nothing in them that is hard to read",
  make: (random) => owning(frame(random)),
};
