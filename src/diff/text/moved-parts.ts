import type { Part } from "./part.ts";
import type { PartUnit } from "./text-order.ts";

/** Told where a part stands elsewhere than before, seen from the provision around it. */
export class Places {
  /** Where each provision of the old text is in the new one. */
  readonly #now = new Map<string, string>();

  constructor(units: readonly PartUnit[]) {
    for (const { old, now } of units)
      if (old !== undefined && now !== undefined && !this.#now.has(old.path))
        this.#now.set(old.path, now.path);
  }

  /**
   * Whether a part has another number, or stands in another provision. The place of a paragraph without a number among its
   * neighbours is none that anybody cites.
   */
  moved(old: Part, now: Part): boolean {
    if (old.path === now.path) return false;
    if (numberOf(old) !== numberOf(now)) return true;
    for (let outer = above(old.path); outer !== ""; outer = above(outer)) {
      const there = this.#now.get(outer);
      if (there !== undefined) return !now.path.startsWith(`${there}/`);
    }
    return false;
  }
}

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The number of a clause or item as printed, of an annex or chapter by its step; nothing for what has none. */
const numberOf = ({ label, path }: Part): string | undefined =>
  label ?? /(?:^|\/)((?:annex|chapter|section)-[^/]*)$/u.exec(path)?.[1];
