import { isThere, keptFile } from "../files/kept-file.ts";
import type { ReviewedIn } from "./act.ts";
import { actId } from "./act-id.ts";
import { twinBeside } from "./twin-beside.ts";

/** Whether anything was decided on, or built of, the act whose text lies here. */
export async function isKept(path: string, rules: ReviewedIn): Promise<boolean> {
  const id = actId(path);
  return isThere(keptFile(rules, id)) || (await rules.decisions?.hasAny(id)) === true;
}

/**
 * Of the two texts of one act the one that decisions are tied to: this one, unless only the text beside it, in the other
 * language, has any. So decisions are found whichever of the two is opened.
 */
export async function anchorText(path: string, rules: ReviewedIn): Promise<string> {
  const other = twinBeside(path);
  if (other === undefined || (await isKept(path, rules))) return path;
  return (await isKept(other, rules)) ? other : path;
}
