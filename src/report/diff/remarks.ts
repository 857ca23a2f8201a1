import type { Change, Comparison } from "../../model/change.ts";
import type { ProvisionRow } from "../../model/provision-table.ts";
import type { Names } from "../names.ts";
import { gainsText, headline, isOutside } from "./text.ts";
import { WORDING } from "./wording.ts";

/** What the comparison found in a provision, a line each; that it moved, where it did. */
export function remarksOn(row: ProvisionRow, comparison: Comparison, names: Names): readonly string[] {
  const { page } = WORDING[names.language];
  const paths = {
    old: new Set(row.words.map(({ old }) => old?.side.path)),
    new: new Set(row.words.map(({ new: now }) => now?.side.path)),
  };
  const standsIn = (side: "old" | "new", change: Change): boolean =>
    change[side]?.path !== undefined && paths[side].has(change[side].path);
  const found = comparison.services
    .flatMap(({ changes }) => changes)
    .filter((change) => change.class !== "moved" && (standsIn("old", change) || standsIn("new", change)));
  const told = found.flatMap((change) => [
    headline(change, names),
    ...(change.class === "substance" && !isOutside(change) ? [gainsText(change, names)] : []),
  ]);
  return [...new Set([...(row.moved ? [page.movedTo] : []), ...told])];
}
