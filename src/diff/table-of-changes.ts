import type { Change, ChangeSide, Comparison, ServiceComparison } from "../model/change.ts";
import type { ProvisionRow, ProvisionTable, ProvisionWords } from "../model/provision-table.ts";
import { groupedBy } from "../model/grouped-by.ts";

/** The table of two rulebooks, of which only the words of rules are at hand: each provision once, in the order of the text. */
export function tableOfChanges({ services }: Comparison): ProvisionTable {
  return {
    sections: services.flatMap((service) => {
      const rows = rowsOf(service);
      return rows.length === 0
        ? []
        : [
            {
              act: false,
              ...(service.old === undefined ? {} : { old: service.old.name }),
              ...(service.new === undefined ? {} : { new: service.new.name }),
              rows,
            },
          ];
    }),
  };
}

function rowsOf({ changes }: ServiceComparison): readonly ProvisionRow[] {
  const shown = changes.filter((change) => change.class !== "unread");
  const byPlace = groupedBy(shown, ({ old, new: now }) => `${placeOf(old)} → ${placeOf(now)}`);
  return [...byPlace.values()]
    .toSorted(([one], [other]) => startOf(one) - startOf(other))
    .map((all): ProvisionRow => {
      const words = withoutRepeated(all);
      return {
        is: kindOf(words),
        moved: all.some(({ moved }) => moved),
        words: words.map(({ old, new: now, marks }) => ({
          ...(old === undefined ? {} : { old: told(old) }),
          ...(now === undefined ? {} : { new: told(now) }),
          marks,
        })),
      };
    });
}

const placeOf = (side: ChangeSide | undefined): string => side?.path ?? side?.cite ?? "";
const told = (side: ChangeSide): ProvisionWords => ({ side, text: side.quote });

/** Several rules may be read from the same words; the words are shown once. */
const withoutRepeated = (changes: readonly Change[]): readonly Change[] =>
  changes.filter(
    (change, at) =>
      changes.findIndex(
        (other) => other.old?.quote === change.old?.quote && other.new?.quote === change.new?.quote,
      ) === at,
  );

function kindOf(changes: readonly Change[]): ProvisionRow["is"] {
  if (changes.every(({ old }) => old === undefined)) return "added";
  if (changes.every(({ new: now }) => now === undefined)) return "removed";
  return changes.every(({ class: of }) => of === "moved") ? "moved" : "changed";
}

/** Where a change stands in the new text, or stood in the old one. */
const startOf = (change: Change | undefined): number => {
  const side = change?.new ?? change?.old;
  return side?.spans?.[0]?.start ?? side?.lines?.[0] ?? 0;
};
