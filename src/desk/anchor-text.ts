import { isThere, keptFile } from "../files/kept-file.ts";
import type { RulesFolder } from "../files/rules-folder.ts";
import { actId } from "./act-id.ts";
import { twinBeside } from "./twin-beside.ts";

/** Whether anything was decided on, or built of, the act whose text lies here. */
export const isKept = (path: string, rules: RulesFolder): boolean => isThere(keptFile(rules, actId(path)));

/**
 * Of the two texts of one act the one that decisions are tied to: this one, unless only the text beside it, in the other
 * language, has any. So decisions are found whichever of the two is opened.
 */
export function anchorText(path: string, rules: RulesFolder): string {
  const other = twinBeside(path);
  if (other === undefined || isKept(path, rules)) return path;
  return isKept(other, rules) ? other : path;
}
