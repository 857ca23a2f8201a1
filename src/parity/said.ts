import type { ParitySaid } from "../model/parity.ts";
import type { Sign } from "./sign.ts";

/** What a sign says, in its words. */
export const said = ({ value, block, start, end }: Sign): ParitySaid => ({
  value,
  words: block.words.text.slice(start, end).replace(/\s+/gu, " "),
});
