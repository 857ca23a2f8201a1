import { groupedBy } from "../model/grouped-by.ts";
import type { Part } from "./draft.ts";

/** Where the parts of a draft stand, looked up by path however many there are. */
export interface Places {
  /** The parts of one provision. */
  readonly at: (path: string) => readonly Part[];
  /** The first part of a provision or of what stands in it. */
  readonly within: (path: string) => Part | undefined;
}

/** The places of parts; made once for as long as these parts are about. */
export function placesOf(parts: readonly Part[]): Places {
  const known = KNOWN.get(parts);
  if (known !== undefined) return known;
  const byPath = groupedBy(parts, ({ path }) => path);
  const firsts = new Map<string, Part>();
  for (const part of parts) for (const path of pathsOver(part.path, firsts)) firsts.set(path, part);
  const made = { at: (path: string) => byPath.get(path) ?? [], within: (path: string) => firsts.get(path) };
  KNOWN.set(parts, made);
  return made;
}

const KNOWN = new WeakMap<readonly Part[], Places>();

/** A path and those over it, up to the first that is known: what is over that one is known too. */
function pathsOver(path: string, known: ReadonlyMap<string, unknown>): readonly string[] {
  const found: string[] = [];
  for (let at = path; at !== "" && !known.has(at); at = at.slice(0, Math.max(0, at.lastIndexOf("/"))))
    found.push(at);
  return found;
}
