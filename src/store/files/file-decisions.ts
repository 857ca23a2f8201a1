import { appendDecisions, readDecisions } from "../../files/decisions-file.ts";
import { asItIs, begun, isThere, type KeptFile } from "../../files/kept-file.ts";
import type { KeptDecisions } from "../kept-decisions.ts";

/** Decisions in a file of lines, which begins with those that Tarmaq brings. */
export const fileDecisions = (kept: KeptFile): KeptDecisions => ({
  place: kept.file,
  isThere: () => Promise.resolve(isThere(kept)),
  read: () => readDecisions(asItIs(kept)),
  async append(decisions) {
    await begun(kept);
    await appendDecisions(kept.file, decisions);
  },
});
