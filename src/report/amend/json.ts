import type { Amended } from "../../model/amendment.ts";

/** What came of amending an act, with the new text, for other programs. */
export const amendJson = (amended: Amended): string => `${JSON.stringify(amended, null, 2)}\n`;
